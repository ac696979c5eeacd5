//! Results, comparisons and cohorts as Markdown and as pages for a browser, and the questionnaire as a
//! page to print, from templates that escape whatever is put into them. A page is one file: it
//! holds no script and asks for nothing from anywhere. Parts are for a page that has a result
//! already, and shows more of it in place.

mod against;
mod class;
mod cohort;
mod comparison;
mod cut;
mod figure;
mod markdown;
mod paper;
mod parts;
mod result;
mod template;

pub use class::{IndexLine, LETTERS_END, index_html, letter_html, letters_begin};
pub use cohort::cohort_html;
pub use comparison::{comparison_html, comparison_markdown};
pub use cut::cut;
pub use markdown::markdown;
pub use paper::paper_html;
pub use parts::{moves_html, pair_html, role_html};
pub use result::html;
pub use template::{Document, STYLE, Unfilled};
