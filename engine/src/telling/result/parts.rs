//! The parts of a story. All texts are safe for a terminal.

/// Everything that a result says.
#[derive(Debug)]
pub struct Story {
    pub heading: String,
    pub answered: String,
    pub outcome: Passage,
    pub roles: Vec<RoleLine>,
    pub key: String,
    pub why: Option<Why>,
    pub contrast: Option<Passage>,
    pub rivals: Option<Rivals>,
    pub sums: Vec<Sum>,
    pub specialism: Option<Passage>,
    pub stages: Vec<StagePart>,
    /// What the length of a module's bar is.
    pub stages_key: &'static str,
    pub interests: Interests,
    pub signs: Option<Signs>,
    pub next: Vec<Step>,
    pub caution: &'static str,
    pub answers: Vec<Given>,
}

/// A heading and what stands below it.
#[derive(Debug)]
pub struct Passage {
    pub heading: String,
    pub paragraphs: Vec<String>,
}

/// A role in the ranking.
#[derive(Debug)]
pub struct RoleLine {
    pub rank: usize,
    pub name: String,
    /// Whether it is one of those that lead.
    pub leads: bool,
    /// The fit as a share of a full bar; `None` if it cannot be matched.
    pub share: Option<f64>,
    pub fit: String,
    pub band: &'static str,
    pub best: String,
}

/// Why the first role is first.
#[derive(Debug)]
pub struct Why {
    pub heading: String,
    /// What has to be known to read the interests.
    pub note: Option<&'static str>,
    pub interests: Sides,
    pub answers: Sides,
}

/// What speaks for a role, and what against it.
#[derive(Debug)]
pub struct Sides {
    pub speaks_for: Vec<String>,
    pub speaks_against: Vec<String>,
}

/// What would put other roles ahead of the first.
#[derive(Debug)]
pub struct Rivals {
    pub heading: String,
    pub rivals: Vec<Rival>,
}

/// What would put one role ahead of the first.
#[derive(Debug)]
pub struct Rival {
    pub lead: String,
    pub changes: Vec<String>,
}

/// A similarity taken apart in full.
#[derive(Debug)]
pub struct Sum {
    pub heading: String,
    pub text: String,
    pub interests: Vec<Share>,
    pub answers: Vec<Share>,
}

/// One term of a sum.
#[derive(Debug)]
pub struct Share {
    pub label: String,
    pub value: f64,
    pub shown: String,
}

/// The modules of one stage of training.
#[derive(Debug)]
pub struct StagePart {
    pub heading: &'static str,
    pub text: String,
    pub modules: Vec<ModuleLine>,
}

/// A module.
#[derive(Debug)]
pub struct ModuleLine {
    pub name: String,
    pub relevance: f64,
    pub serves: String,
}

/// The interests, best liked first.
#[derive(Debug)]
pub struct Interests {
    pub heading: &'static str,
    pub text: String,
    /// The role whose profile is laid over them.
    pub role: Option<String>,
    pub lines: Vec<InterestLine>,
}

/// An interest.
#[derive(Debug)]
pub struct InterestLine {
    pub name: String,
    /// The name, with what it counts if that is not usual.
    pub label: String,
    /// From -1 to 1; `None` if nothing on it was answered.
    pub score: Option<f64>,
    pub shown: String,
    /// Where the role's profile stands, -1 (its least) to 1 (its most).
    pub profile: Option<f64>,
}

/// Signs of careless answering.
#[derive(Debug)]
pub struct Signs {
    pub heading: &'static str,
    pub items: Vec<String>,
    pub text: &'static str,
}

/// Something to do next.
#[derive(Debug)]
pub struct Step {
    pub text: String,
    /// A command, line by line.
    pub command: Vec<String>,
}

/// An answer that was given.
#[derive(Debug)]
pub struct Given {
    pub question: String,
    pub answer: String,
}
