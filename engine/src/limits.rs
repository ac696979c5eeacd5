//! How much of anything is read, in one table. Every reader takes its limit from here.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

/// All limits, for other programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct LimitList {
    /// The version of this form: 1.
    pub schema_version: u32,
    /// The limits.
    pub limits: &'static [Limit],
}

impl LimitList {
    /// That of all limits.
    pub const ALL: Self = Self { schema_version: 1, limits: &LIMITS };
}

/// A limit of what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Limit {
    /// What it is called.
    pub name: &'static str,
    /// The most that is allowed.
    pub most: usize,
    /// What is counted.
    pub unit: &'static str,
    /// What may have so many of them.
    pub bounds: &'static str,
}

impl Limit {
    const fn new(
        name: &'static str,
        most: usize,
        unit: &'static str,
        bounds: &'static str,
    ) -> Self {
        Self { name, most, unit, bounds }
    }
}

/// 1 MiB.
const MEBIBYTE: usize = 1 << 20;

/// The bytes of a file that is read whole.
pub const FILE: Limit =
    Limit::new("file", MEBIBYTE, "bytes", "questions.yaml, careers.yaml, or an answer sheet");
/// The values of such a file: 1 MiB of dense mapping holds about as many.
pub const VALUES: Limit = Limit::new("values", 250_000, "values", "such a file, keys included");
/// The nesting of such a file; none of ours comes near.
pub const NESTING: Limit =
    Limit::new("nesting", 24, "levels", "lists and mappings within each other in such a file");
/// The interests of a questionnaire.
pub const INTERESTS: Limit = Limit::new("interests", 64, "interests", "questions.yaml");
/// The questions of a questionnaire.
pub const QUESTIONS: Limit = Limit::new("questions", 1_000, "questions", "questions.yaml");
/// The points of a scale: each has to be one digit.
pub const POINTS: Limit = Limit::new("points", 9, "answers", "the scale in questions.yaml");
/// The roles of a file of careers.
pub const ROLES: Limit = Limit::new("roles", 5_000, "roles", "careers.yaml");
/// The specialisms of a file of careers.
pub const SPECIALISMS: Limit = Limit::new("specialisms", 1_000, "specialisms", "careers.yaml");
/// The modules of a file of careers.
pub const MODULES: Limit = Limit::new("modules", 1_000, "modules", "careers.yaml");
/// The characters of an id.
pub const ID: Limit = Limit::new("id", 64, "characters", "an id");
/// The characters of a role's line.
pub const LINE: Limit = Limit::new("line", 80, "characters", "the line of a role");
/// The bytes of a row. A longer one is an error of its own, and is never held whole.
pub const ROW: Limit = Limit::new("row", MEBIBYTE, "bytes", "a row of a table, or a line of JSON");
/// The columns of a table: as many as a spreadsheet has.
pub const COLUMNS: Limit = Limit::new("columns", 16_384, "columns", "a table");
/// The rows among which the headings of a table are looked for.
pub const HEADING_ROWS: Limit =
    Limit::new("heading-rows", 20, "rows", "what is looked through for a table's headings");
/// The bytes of a workbook, unpacked, and of a table that comes of it.
pub const WORKBOOK: Limit =
    Limit::new("workbook", 64 * MEBIBYTE, "bytes", "a workbook, and what it unpacks to");
/// The parts of a workbook, pictures included.
pub const WORKBOOK_PARTS: Limit =
    Limit::new("workbook-parts", 10_000, "parts", "the zip that a workbook is");
/// The cells of a worksheet, with those that are left out between them.
pub const CELLS: Limit =
    Limit::new("cells", 5_000_000, "cells", "a worksheet, empty ones in its rows included");
/// The rows of a worksheet: as many as a spreadsheet has.
pub const WORKSHEET_ROWS: Limit = Limit::new("worksheet-rows", 1 << 20, "rows", "a worksheet");
/// The formats of cells: as many as a spreadsheet has.
pub const CELL_FORMATS: Limit =
    Limit::new("cell-formats", 1 << 16, "formats", "the cells of a workbook");
/// The respondents of a table that are kept in mind.
pub const WATCHED: Limit =
    Limit::new("watched", 1_000_000, "respondents", "what is watched for those that occur twice");
/// The groups of a cohort.
pub const GROUPS: Limit = Limit::new("groups", 1_000, "groups", "a cohort");
/// The bytes of the name of a group.
pub const GROUP_NAME: Limit = Limit::new("group-name", 1_024, "bytes", "the name of a group");
/// The values of a part of a cohort with the largest questions and careers.
pub const PART: Limit =
    Limit::new("part", 24_000_000, "values", "a part of a cohort with the largest data files");
/// The bytes of a saved sitting.
pub const SITTING: Limit = Limit::new("sitting", MEBIBYTE, "bytes", "a saved sitting");
/// The threads that work for each core.
pub const THREADS: Limit =
    Limit::new("threads", 4, "threads", "each core, whatever RAYON_NUM_THREADS says");
/// The bytes of a line that answers a question.
pub const INPUT_LINE: Limit =
    Limit::new("input-line", 4_096, "bytes", "a line of the plain conversation");
/// The mistakes of a file that are told one by one; the others are counted.
pub const MISTAKES: Limit = Limit::new("mistakes", 500, "mistakes", "what is told of a file");
/// The names for which one like it is looked for; in rows, those of so many lines.
pub const SUGGESTIONS: Limit =
    Limit::new("suggestions", 20, "names", "what is asked \"did you mean\" of one input");
/// The names among which one like it is looked for.
pub const CANDIDATES: Limit =
    Limit::new("candidates", 1_000, "names", "what \"did you mean\" chooses from");
/// The characters that a message repeats of what it is about.
pub const REPEATED: Limit =
    Limit::new("repeated", 80, "characters", "what an error repeats of a value or a path");

/// All of them.
pub const LIMITS: [Limit; 30] = [
    FILE,
    VALUES,
    NESTING,
    INTERESTS,
    QUESTIONS,
    POINTS,
    ROLES,
    SPECIALISMS,
    MODULES,
    ID,
    LINE,
    ROW,
    COLUMNS,
    HEADING_ROWS,
    WORKBOOK,
    WORKBOOK_PARTS,
    CELLS,
    WORKSHEET_ROWS,
    CELL_FORMATS,
    WATCHED,
    GROUPS,
    GROUP_NAME,
    PART,
    SITTING,
    THREADS,
    INPUT_LINE,
    MISTAKES,
    SUGGESTIONS,
    CANDIDATES,
    REPEATED,
];
