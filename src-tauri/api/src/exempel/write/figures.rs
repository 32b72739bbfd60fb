//! The figures: mätetal with targets and values, the drift table and the verksamheter.
use plan_core::belopp::{Belopp, Ore};
use plan_core::ekonomi::ops::{DriftradPatch, VerksamhetPatch};
use plan_core::ekonomi::{Beloppsslag, Driftbelopp, Verksamhetsbelopp, Verksamhetsdel};
use plan_core::error::Result;
use plan_core::id::OrganisationId;
use plan_core::matetal::ops::MatetalPatch;
use plan_core::matetal::{self, Jamforelse, Krav, Malvarde, MatetalMal, Utfall};
use plan_core::period::Period;

use super::Hand;
use crate::exempel::data::{self, Varde, broken};
use crate::exempel::year::Utfallsrad;

/// Nyckel of the node whose figures those of the whole are.
const FORVALTNING: &str = "forvaltning";

impl Hand<'_> {
    /// Under its first wording, where it has had another.
    pub(super) fn matetal(&mut self, item: &data::Matetal) -> Result<()> {
        let titel = item.tidigare_lydelse.as_ref().map_or(&item.titel, |before| &before.titel);
        let mal = self.keys.mal.all(&item.mal)?;
        let (id, _) = self.document.create_matetal(&MatetalPatch {
            art: Some(item.art),
            nr: Some(item.nr.clone()),
            titel: Some(titel.clone()),
            definition: Some(item.definition.clone()),
            enhet: Some(item.enhet.clone()),
            decimaler: Some(item.decimaler),
            riktning: Some(item.riktning),
            frekvens: Some(item.frekvens),
            kalla: Some(item.kalla.clone()),
            lag_months: Some(item.efterslapning_manader),
            konsuppdelad: Some(item.varden.len() > 1),
            arsvarde: Some(item.arsvarde),
            tolerans: Some(item.tolerans),
            ansvarig_id: Some(Some(self.keys.befattning.get(&item.ansvarig)?)),
            mal: Some(mal.into_iter().map(|mal_id| MatetalMal { mal_id, vikt: 1 }).collect()),
            uppdrag: Some(self.keys.uppdrag.written(&item.uppdrag)),
            ..Default::default()
        })?;
        self.keys.matetal.insert(&item.nyckel, id);
        Ok(())
    }

    pub(super) fn ny_lydelse(&mut self, item: &data::Matetal) -> Result<()> {
        let patch = MatetalPatch {
            titel: Some(item.titel.clone()),
            faststalld_lydelse: item.tidigare_lydelse.as_ref().map(|before| before.titel.clone()),
            ..Default::default()
        };
        self.document.update_matetal(self.keys.matetal.get(&item.nyckel)?, &patch)?;
        Ok(())
    }

    pub(super) fn malvarden(&mut self, item: &data::Matetal) -> Result<()> {
        let matetal_id = self.keys.matetal.get(&item.nyckel)?;
        let organisation_id = self.keys.organisation.get(FORVALTNING)?;
        let targets = item.malvarden.iter().map(|m| {
            Ok(Malvarde {
                matetal_id,
                organisation_id,
                period: Period { year: m.ar, month: 12 },
                krav: krav(m).ok_or_else(|| broken(&item.titel))?,
                text: m.text.clone(),
            })
        });
        let targets: Vec<_> = targets.collect::<Result<_>>()?;
        self.when_any(&targets, |document, targets| document.set_malvarde(targets))
    }

    pub(super) fn jamforelser(&mut self, item: &data::Matetal) -> Result<()> {
        let matetal_id = self.keys.matetal.get(&item.nyckel)?;
        let series = item.jamforelser.iter().flat_map(|(namn, values)| {
            values.iter().map(move |(period, varde)| Jamforelse {
                matetal_id,
                namn: namn.clone(),
                period: *period,
                varde: *varde,
            })
        });
        let series: Vec<_> = series.collect();
        self.when_any(&series, |document, series| document.set_jamforelse(series))
    }

    pub(super) fn utfall(&mut self, item: &data::Matetal, rader: &[Utfallsrad]) -> Result<()> {
        let matetal_id = self.keys.matetal.get(&item.nyckel)?;
        let today = self.document.now().date_naive();
        let values = rader.iter().map(|rad| {
            Ok(Utfall {
                matetal_id,
                organisation_id: self.keys.organisation.get(rad.enhet.unwrap_or(FORVALTNING))?,
                period: rad.period,
                kon: rad.kon,
                varde: match rad.varde {
                    Varde::Tal(tal) => matetal::Varde::Tal(tal),
                    Varde::Saknas(reason) => matetal::Varde::Saknas(reason),
                },
                vikt: None,
                kalla: item.kalla.clone(),
                datum: Some(today),
            })
        });
        let values: Vec<_> = values.collect::<Result<_>>()?;
        self.when_any(&values, |document, values| document.set_utfall(values))
    }

    /// A row that a new file already has is renamed or gets its parts; the others are put in after the row before.
    pub(super) fn driftrad(&mut self, item: &data::Driftrad) -> Result<()> {
        let patch = DriftradPatch {
            namn: Some(item.namn.clone()),
            delar: Some(self.keys.driftrad.all(&item.summa_av)?),
        };
        let there = self.document.read_plan()?.driftrad;
        let name = item.mallens_namn.as_ref().unwrap_or(&item.namn);
        let id = match there.iter().find(|rad| rad.namn == *name) {
            Some(rad) => {
                self.document.update_driftrad(rad.id, &patch)?;
                rad.id
            }
            None => {
                let (id, _) = self.document.create_driftrad(&patch)?;
                let before = self.data.drift.iter().take_while(|rad| rad.nyckel != item.nyckel).last();
                let before = self.keys.driftrad.maybe(before.map(|rad| &rad.nyckel))?;
                self.document.move_driftrad(id, before)?;
                id
            }
        };
        self.keys.driftrad.insert(&item.nyckel, id);
        Ok(())
    }

    pub(super) fn verksamhet(&mut self, item: &data::Verksamhet) -> Result<()> {
        let (id, _) = self.document.create_verksamhet(&VerksamhetPatch {
            namn: Some(item.namn.clone()),
            kod: Some(item.kod.clone()),
            organisation_id: Some(self.keys.organisation.maybe(item.enhet.as_ref())?),
            finansiering: Some(item.finansiering),
        })?;
        self.keys.verksamhet.insert(&item.nyckel, id);
        Ok(())
    }

    /// The year's budget, known from January.
    pub(super) fn budget(&mut self) -> Result<()> {
        let january = Period { year: self.data.kommun.ar, month: 1 };
        self.belopp(|rad| rad.budget.map(|kronor| vec![(Beloppsslag::Budget, Some(kronor))]), january)?;
        self.verksamhetsbelopp(|del| Some(vec![(Beloppsslag::Budget, Some(del.budget))]), january)
    }

    /// Outcome and forecast as the controller gives them at a follow-up.
    pub(super) fn uppfoljt(&mut self, period: Period) -> Result<()> {
        let both =
            |u: &data::Uppfoljt| vec![(Beloppsslag::UtfallAck, u.utfall), (Beloppsslag::Prognos, u.prognos)];
        self.belopp(|rad| rad.uppfoljning.get(&period).map(both), period)?;
        self.verksamhetsbelopp(|del| del.uppfoljning.get(&period).map(both), period)
    }

    fn belopp(
        &mut self,
        of: impl Fn(&data::Driftrad) -> Option<Vec<(Beloppsslag, Option<i64>)>>,
        period: Period,
    ) -> Result<()> {
        let organisation_id: OrganisationId = self.keys.organisation.get(FORVALTNING)?;
        let mut amounts = vec![];
        for rad in &self.data.drift {
            let driftrad_id = self.keys.driftrad.get(&rad.nyckel)?;
            for (slag, kronor) in of(rad).into_iter().flatten() {
                amounts.push(Driftbelopp {
                    driftrad_id,
                    organisation_id,
                    slag,
                    period,
                    belopp: belopp(kronor),
                });
            }
        }
        self.when_any(&amounts, |document, amounts| document.set_driftbelopp(amounts))
    }

    fn verksamhetsbelopp(
        &mut self,
        of: impl Fn(&data::Verksamhetsdel) -> Option<Vec<(Beloppsslag, Option<i64>)>>,
        period: Period,
    ) -> Result<()> {
        let mut amounts = vec![];
        for item in &self.data.verksamhet {
            let verksamhet_id = self.keys.verksamhet.get(&item.nyckel)?;
            for (del, half) in
                [(Verksamhetsdel::Intakt, &item.intakt), (Verksamhetsdel::Kostnad, &item.kostnad)]
            {
                for (slag, kronor) in half.as_ref().and_then(&of).into_iter().flatten() {
                    amounts.push(Verksamhetsbelopp {
                        verksamhet_id,
                        del,
                        slag,
                        period,
                        belopp: belopp(kronor),
                    });
                }
            }
        }
        self.when_any(&amounts, |document, amounts| document.set_verksamhetsbelopp(amounts))
    }

    /// Nothing is no write.
    fn when_any<T>(
        &mut self,
        rows: &[T],
        write: impl FnOnce(&mut plan_core::document::Document, &[T]) -> Result<plan_core::document::Changes>,
    ) -> Result<()> {
        if !rows.is_empty() {
            write(self.document, rows)?;
        }
        Ok(())
    }
}

fn belopp(kronor: Option<i64>) -> Belopp {
    kronor.map_or(Belopp::Tom, |kronor| Belopp::Ore(Ore::kronor(kronor)))
}

fn krav(m: &data::Malvarde) -> Option<Krav> {
    match (m.minst, m.lagst, m.hogst, m.riktning) {
        (Some(minst), None, None, false) => Some(Krav::Minst(minst)),
        (None, Some(lagst), Some(hogst), false) => Some(Krav::Intervall(lagst, hogst)),
        (None, None, Some(hogst), false) => Some(Krav::Hogst(hogst)),
        (None, None, None, true) => Some(Krav::Riktning),
        _ => None,
    }
}
