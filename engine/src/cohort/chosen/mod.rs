//! Whether what people were told came true: what they chose later, set against it.

mod choices;
mod figures;
mod result;
mod stated;
mod usual;
mod words;

pub use choices::Choices;
pub use result::{
    BaseRate, Chosen, ChosenFigures, ChosenRole, HitRate, PairedHits, StatedAgainstObserved,
    StatedBin,
};
pub use words::{ChoiceWords, WrittenChoice};
