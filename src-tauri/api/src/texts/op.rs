//! What every verb that writes is called, as it stands after "Ångra:" and in the change log.
use plan_core::document::Op;

use super::rule::capitalised;

/// "ändra aktivitet".
pub(crate) fn label(op: Op) -> &'static str {
    match op {
        Op::CreatePlan => "skapa plan",
        Op::SetInstallning => "ändra inställning",
        Op::CreateVerksamhetsar => "nytt verksamhetsår",
        Op::SetVerksamhetsar => "ändra verksamhetsår",
        Op::CreateOrganisation => "lägg till organisation",
        Op::UpdateOrganisation => "ändra organisation",
        Op::DeleteOrganisation => "ta bort organisation",
        Op::MoveOrganisation => "flytta organisation",
        Op::CreateBefattning => "lägg till befattning",
        Op::UpdateBefattning => "ändra befattning",
        Op::DeleteBefattning => "ta bort befattning",
        Op::CreateNiva => "lägg till nivå i styrmodellen",
        Op::UpdateNiva => "ändra nivå i styrmodellen",
        Op::DeleteNiva => "ta bort nivå ur styrmodellen",
        Op::MoveNiva => "flytta nivå i styrmodellen",
        Op::CreateMal => "lägg till mål",
        Op::UpdateMal => "ändra mål",
        Op::DeleteMal => "ta bort mål",
        Op::MoveMal => "flytta mål",
        Op::SetMalbedomning => "bedöm mål",
        Op::DeleteMalbedomning => "ta bort bedömning av mål",
        Op::CreateUppdrag => "lägg till uppdrag",
        Op::UpdateUppdrag => "ändra uppdrag",
        Op::DeleteUppdrag => "ta bort uppdrag",
        Op::MoveUppdrag => "flytta uppdrag",
        Op::CreateAktivitet => "lägg till aktivitet",
        Op::UpdateAktivitet => "ändra aktivitet",
        Op::DeleteAktivitet => "ta bort aktivitet",
        Op::MoveAktivitet => "flytta aktivitet",
        Op::CreateDelaktivitet => "lägg till delaktivitet",
        Op::UpdateDelaktivitet => "ändra delaktivitet",
        Op::DeleteDelaktivitet => "ta bort delaktivitet",
        Op::MoveDelaktivitet => "flytta delaktivitet",
        Op::SetStatus => "rapportera status",
        Op::CreateMatetal => "lägg till mätetal",
        Op::UpdateMatetal => "ändra mätetal",
        Op::DeleteMatetal => "ta bort mätetal",
        Op::MoveMatetal => "flytta mätetal",
        Op::SetUtfall => "ange utfall",
        Op::DeleteUtfall => "ta bort utfall",
        Op::SetMalvarde => "ange målvärde",
        Op::DeleteMalvarde => "ta bort målvärde",
        Op::SetJamforelse => "ange jämförelse",
        Op::DeleteJamforelse => "ta bort jämförelse",
        Op::CreateDriftrad => "lägg till rad i drifttabellen",
        Op::UpdateDriftrad => "ändra rad i drifttabellen",
        Op::DeleteDriftrad => "ta bort rad i drifttabellen",
        Op::MoveDriftrad => "flytta rad i drifttabellen",
        Op::SetDriftbelopp => "ange belopp i drifttabellen",
        Op::DeleteDriftbelopp => "ta bort belopp i drifttabellen",
        Op::CreateVerksamhet => "lägg till verksamhet",
        Op::UpdateVerksamhet => "ändra verksamhet",
        Op::DeleteVerksamhet => "ta bort verksamhet",
        Op::MoveVerksamhet => "flytta verksamhet",
        Op::SetVerksamhetsbelopp => "ange belopp för verksamhet",
        Op::DeleteVerksamhetsbelopp => "ta bort belopp för verksamhet",
        Op::CreateUppfoljning => "lägg till uppföljning",
        Op::UpdateUppfoljning => "ändra uppföljning",
        Op::DeleteUppfoljning => "ta bort uppföljning",
        Op::SetAvsnittstext => "skriv text",
        Op::SetRapportmall => "ändra rapportmall",
        Op::Import => "läs in",
        Op::LockRapport => "lås för utskick",
        Op::UnlockRapport => "lås upp",
        Op::DecideRapport => "fastställ",
        Op::RevokeRapport => "upphäv beslut",
        Op::Migrate => "uppdatera filen till en ny version",
        Op::Checkpoint => "kontrollpunkt",
    }
}

/// The label of a stored name; a name of a newer program is shown as it is.
pub(crate) fn label_of(name: &str) -> String {
    Op::parse(name).map_or_else(|| name.to_owned(), |op| label(op).to_owned())
}

/// "Ångra: ändra aktivitet".
pub(crate) fn undo(op: Op) -> String {
    format!("Ångra: {}", label(op))
}

/// "Gör om: ändra aktivitet".
pub(crate) fn redo(op: Op) -> String {
    format!("Gör om: {}", label(op))
}

/// "Ändra aktivitet", as it stands in the change log.
pub(crate) fn title(op: Op) -> String {
    capitalised(label(op))
}
