//! Results and cohorts as Markdown and as pages for a browser, and the questionnaire as a
//! page to print, from templates that escape whatever is put into them. A page is one file: it holds no
//! script and asks for nothing from anywhere.

mod cohort;
mod cut;
mod figure;
mod markdown;
mod paper;
mod result;
mod template;

pub use cohort::cohort_html;
pub use cut::cut;
pub use markdown::markdown;
pub use paper::paper_html;
pub use result::html;
pub use template::{Document, Unfilled};
