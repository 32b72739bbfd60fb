//! The writes an import has planned, and carrying them out inside one transaction.
//! Planning and writing are apart so that a preview gives the very verdicts of the import.
use uuid::Uuid;

use crate::aktivitet::Aktivitet;
use crate::befattning::Befattning;
use crate::ekonomi::{Driftbelopp, Driftrad, Verksamhet, Verksamhetsbelopp};
use crate::matetal::{Malvarde, Matetal, Utfall};
use crate::organisation::Organisation;
use crate::uppdrag::Uppdrag;
use crate::uppfoljning::{Avsnittstext, Statusrad};

/// One planned write, in an order that never refers to what is not there yet.
#[derive(Debug, Clone, PartialEq)]
pub enum Skrivning {
    NyOrganisation(Box<Organisation>),
    NyBefattning(Box<Befattning>),
    NyttUppdrag(Box<Uppdrag>),
    AndratUppdrag(Box<Uppdrag>),
    NyAktivitet(Box<Aktivitet>),
    AndradAktivitet(Box<Aktivitet>),
    NyStatusrad(Box<Statusrad>),
    NyttMatetal(Box<Matetal>),
    AndratMatetal(Box<Matetal>),
    /// New or in place of the one for the same period.
    Utfall(Box<Utfall>),
    Malvarde(Box<Malvarde>),
    NyDriftrad(Box<Driftrad>),
    Driftbelopp(Driftbelopp),
    NyVerksamhet(Box<Verksamhet>),
    Verksamhetsbelopp(Verksamhetsbelopp),
    NyText(Box<Avsnittstext>),
    AndradText(Box<Avsnittstext>),
}

/// Where an import goes: to the file, or nowhere when it is a preview.
pub trait Destination {
    /// An id for a new thing.
    fn new_id(&mut self) -> Uuid;
    /// The next planned write. A row that is refused has none.
    fn take(&mut self, write: Skrivning);
}
