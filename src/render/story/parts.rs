//! The parts of a story. All texts are safe for a terminal.

/// Everything that a result says.
#[derive(Debug)]
pub(crate) struct Story {
    pub(crate) heading: String,
    pub(crate) answered: String,
    pub(crate) outcome: Passage,
    pub(crate) roles: Vec<RoleLine>,
    pub(crate) key: String,
    pub(crate) why: Option<Why>,
    pub(crate) contrast: Option<Passage>,
    pub(crate) rivals: Option<Rivals>,
    pub(crate) sums: Vec<Sum>,
    pub(crate) specialism: Option<Passage>,
    pub(crate) stages: Vec<StagePart>,
    /// What the length of a module's bar is.
    pub(crate) stages_key: &'static str,
    pub(crate) interests: Interests,
    pub(crate) signs: Option<Signs>,
    pub(crate) next: Vec<Step>,
    pub(crate) caution: &'static str,
    pub(crate) answers: Vec<Given>,
}

/// A heading and what stands below it.
#[derive(Debug)]
pub(crate) struct Passage {
    pub(crate) heading: String,
    pub(crate) paragraphs: Vec<String>,
}

/// A role in the ranking.
#[derive(Debug)]
pub(crate) struct RoleLine {
    pub(crate) rank: usize,
    pub(crate) name: String,
    /// Whether it is one of those that lead.
    pub(crate) leads: bool,
    /// The fit as a share of a full bar; `None` if it cannot be matched.
    pub(crate) share: Option<f64>,
    pub(crate) fit: String,
    pub(crate) band: &'static str,
    pub(crate) best: String,
}

/// Why the first role is first.
#[derive(Debug)]
pub(crate) struct Why {
    pub(crate) heading: String,
    /// What has to be known to read the interests.
    pub(crate) note: Option<&'static str>,
    pub(crate) interests: Sides,
    pub(crate) answers: Sides,
}

/// What speaks for a role, and what against it.
#[derive(Debug)]
pub(crate) struct Sides {
    pub(crate) speaks_for: Vec<String>,
    pub(crate) speaks_against: Vec<String>,
}

/// What would put other roles ahead of the first.
#[derive(Debug)]
pub(crate) struct Rivals {
    pub(crate) heading: String,
    pub(crate) rivals: Vec<Rival>,
}

/// What would put one role ahead of the first.
#[derive(Debug)]
pub(crate) struct Rival {
    pub(crate) lead: String,
    pub(crate) changes: Vec<String>,
}

/// A similarity taken apart in full.
#[derive(Debug)]
pub(crate) struct Sum {
    pub(crate) heading: String,
    pub(crate) text: String,
    pub(crate) interests: Vec<Share>,
    pub(crate) answers: Vec<Share>,
}

/// One term of a sum.
#[derive(Debug)]
pub(crate) struct Share {
    pub(crate) label: String,
    pub(crate) value: f64,
    pub(crate) shown: String,
}

/// The modules of one stage of training.
#[derive(Debug)]
pub(crate) struct StagePart {
    pub(crate) heading: &'static str,
    pub(crate) text: String,
    pub(crate) modules: Vec<ModuleLine>,
}

/// A module.
#[derive(Debug)]
pub(crate) struct ModuleLine {
    pub(crate) name: String,
    pub(crate) relevance: f64,
    pub(crate) serves: String,
}

/// The interests, best liked first.
#[derive(Debug)]
pub(crate) struct Interests {
    pub(crate) heading: &'static str,
    pub(crate) text: String,
    /// The role whose profile is laid over them.
    pub(crate) role: Option<String>,
    pub(crate) lines: Vec<InterestLine>,
}

/// An interest.
#[derive(Debug)]
pub(crate) struct InterestLine {
    pub(crate) name: String,
    /// The name, with what it counts if that is not usual.
    pub(crate) label: String,
    /// From -1 to 1; `None` if nothing on it was answered.
    pub(crate) score: Option<f64>,
    pub(crate) shown: String,
    /// Where the role's profile stands, -1 (its least) to 1 (its most).
    pub(crate) profile: Option<f64>,
}

/// Signs of careless answering.
#[derive(Debug)]
pub(crate) struct Signs {
    pub(crate) heading: &'static str,
    pub(crate) items: Vec<String>,
    pub(crate) text: &'static str,
}

/// Something to do next.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) text: String,
    /// A command, line by line.
    pub(crate) command: Vec<String>,
}

/// An answer that was given.
#[derive(Debug)]
pub(crate) struct Given {
    pub(crate) question: String,
    pub(crate) answer: String,
}
