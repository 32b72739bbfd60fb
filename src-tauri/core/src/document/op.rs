//! The verbs that write: one per command, stored by name in `change_set.op`. Words for people are set in `plan_api`.
use crate::state_enum::state_enum;

state_enum! {
    /// What sort of change set it is; undo walks the log by it (storage.md, Decisions).
    ChangeKind {
        Edit = "edit",
        Undo = "undo",
        Redo = "redo",
        Import = "import",
        Merge = "merge",
        Migration = "migration",
        Decision = "decision",
    }
}

state_enum! {
    /// Every verb that writes. A stored name is never changed: old logs hold it.
    Op {
        CreatePlan = "create_plan",
        SetInstallning = "set_installning",
        CreateVerksamhetsar = "create_verksamhetsar",
        SetVerksamhetsar = "set_verksamhetsar",
        CreateOrganisation = "create_organisation",
        UpdateOrganisation = "update_organisation",
        DeleteOrganisation = "delete_organisation",
        MoveOrganisation = "move_organisation",
        CreateBefattning = "create_befattning",
        UpdateBefattning = "update_befattning",
        DeleteBefattning = "delete_befattning",
        CreateNiva = "create_niva",
        UpdateNiva = "update_niva",
        DeleteNiva = "delete_niva",
        MoveNiva = "move_niva",
        CreateMal = "create_mal",
        UpdateMal = "update_mal",
        DeleteMal = "delete_mal",
        MoveMal = "move_mal",
        SetMalbedomning = "set_malbedomning",
        DeleteMalbedomning = "delete_malbedomning",
        CreateUppdrag = "create_uppdrag",
        UpdateUppdrag = "update_uppdrag",
        DeleteUppdrag = "delete_uppdrag",
        MoveUppdrag = "move_uppdrag",
        CreateAktivitet = "create_aktivitet",
        UpdateAktivitet = "update_aktivitet",
        DeleteAktivitet = "delete_aktivitet",
        MoveAktivitet = "move_aktivitet",
        CreateDelaktivitet = "create_delaktivitet",
        UpdateDelaktivitet = "update_delaktivitet",
        DeleteDelaktivitet = "delete_delaktivitet",
        MoveDelaktivitet = "move_delaktivitet",
        SetStatus = "set_status",
        CreateMatetal = "create_matetal",
        UpdateMatetal = "update_matetal",
        DeleteMatetal = "delete_matetal",
        MoveMatetal = "move_matetal",
        SetUtfall = "set_utfall",
        DeleteUtfall = "delete_utfall",
        SetMalvarde = "set_malvarde",
        DeleteMalvarde = "delete_malvarde",
        SetJamforelse = "set_jamforelse",
        DeleteJamforelse = "delete_jamforelse",
        CreateDriftrad = "create_driftrad",
        UpdateDriftrad = "update_driftrad",
        DeleteDriftrad = "delete_driftrad",
        MoveDriftrad = "move_driftrad",
        SetDriftbelopp = "set_driftbelopp",
        DeleteDriftbelopp = "delete_driftbelopp",
        CreateVerksamhet = "create_verksamhet",
        UpdateVerksamhet = "update_verksamhet",
        DeleteVerksamhet = "delete_verksamhet",
        MoveVerksamhet = "move_verksamhet",
        SetVerksamhetsbelopp = "set_verksamhetsbelopp",
        DeleteVerksamhetsbelopp = "delete_verksamhetsbelopp",
        CreateUppfoljning = "create_uppfoljning",
        UpdateUppfoljning = "update_uppfoljning",
        DeleteUppfoljning = "delete_uppfoljning",
        SetAvsnittstext = "set_avsnittstext",
        SetRapportmall = "set_rapportmall",
        Import = "import",
        LockRapport = "lock_rapport",
        UnlockRapport = "unlock_rapport",
        DecideRapport = "decide_rapport",
        RevokeRapport = "revoke_rapport",
        Migrate = "migrate",
        Checkpoint = "checkpoint",
    }
}

impl Op {
    /// The kind of change set that the verb writes (an undo of it is `Undo`).
    pub fn kind(self) -> ChangeKind {
        match self {
            Op::Import => ChangeKind::Import,
            Op::LockRapport | Op::UnlockRapport | Op::DecideRapport | Op::RevokeRapport => {
                ChangeKind::Decision
            }
            Op::Migrate | Op::Checkpoint => ChangeKind::Migration,
            _ => ChangeKind::Edit,
        }
    }

    /// Undo stops here: decisions, migrations and *Nytt verksamhetsår* (storage.md, Decisions).
    pub fn is_barrier(self) -> bool {
        matches!(self.kind(), ChangeKind::Decision | ChangeKind::Migration) || self == Op::CreateVerksamhetsar
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn every_op_is_read_back_from_its_name() {
        for op in Op::ALL {
            assert_eq!(Op::parse(op.as_str()), Some(*op));
        }
    }

    #[test]
    fn decisions_are_barriers_and_edits_are_not() {
        assert!(Op::DecideRapport.is_barrier());
        assert!(Op::CreateVerksamhetsar.is_barrier());
        assert!(!Op::SetStatus.is_barrier());
        assert!(!Op::Import.is_barrier());
    }
}
