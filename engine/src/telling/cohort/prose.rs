//! What the figures of a cohort mean.

/// A section: its heading, and what its figures mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// What the figures mean where they stand one after the other.
    pub figures: &'static str,
    /// What the columns mean where each has a heading of its own.
    pub columns: &'static str,
}

/// Roles.
pub const ROLES: Section = Section {
    heading: "Roles",
    figures: "The bar and the first figure: for which share of the people the role is expected to \
              be the best match, each person's chances added up. Then how many have it first, and \
              for how many it leads.",
    columns: "Expected: for which share of the people the role is expected to be the best match, \
              each person's chances added up. First: how many have it first. Leads: for how many \
              it is among the roles that their answers do not tell apart.",
};

/// Modules.
pub const TRAINING: Section = Section {
    heading: "Demand for training",
    figures: "For which share of the people the module is expected to matter; how many people \
              that is; and for how many it matters whichever of their leading roles they choose.",
    columns: "Expected: for which share of the people the module is expected to matter. People: \
              how many that is. Sure: for how many it matters whichever of their leading roles \
              they choose.",
};

/// What stands where the roles of some people are left out.
pub const NO_ROLES: &str = "Roles and training are left out: too few can be matched, or nearly all \
                            have the same role first.";

/// Interests.
pub const INTERESTS: Section = Section {
    heading: "Interests",
    figures: "The mean score from -1 to 1, its standard deviation, and how many people's scores \
              lie in each fifth of that range, the lowest first.",
    columns: "Scores run from -1 to 1; the small chart counts the people in each fifth of that \
              range, the lowest first.",
};

/// How well the questions of an interest hang together.
pub const RELIABILITY: Section = {
    let means = "Cronbach's alpha by pairwise deletion, the number of questions, and the number of \
                 people it rests on: the fewest who answered any two of them. It is not told for \
                 fewer than 30 people.";
    Section {
        heading: "How well the questions of an interest hang together",
        figures: means,
        columns: means,
    }
};

/// What follows where the alphas by listwise deletion were asked for.
pub const LISTWISE: &str = "Then alpha by listwise deletion, and the number of people it rests on: \
                            those who answered every question on the interest.";

/// What is said of the advice on questions, if there is any.
pub const ADVICE: &str = "Advice stands under a question where the answers of 30 people or more \
                          speak clearly against it. Read the question before you follow it.";

/// Questions.
pub const QUESTIONS: Section = Section {
    heading: "Questions",
    figures: "How many answered; the mean answer from 1 and its standard deviation; and how its \
              answers go with those to the other questions on the interest (item-rest \
              correlation).",
    columns: "How many answered; the mean answer from 1 and its standard deviation; and how its \
              answers go with those to the other questions on the interest.",
};

/// Signs of careless answering.
pub const SIGNS: Section = {
    let means = "How many people cross the threshold. Many careful people do too: look, and drop \
                 nobody for it.";
    Section { heading: "Signs of careless answering", figures: means, columns: means }
};

/// First places, now and before.
pub const FIRST_AGAINST: Section = {
    let means = "For which share the role is first: before, now, and the change in points of a per \
                 cent with its 95% interval (Newcombe). The last figure is how likely chance alone \
                 makes as large a change (Fisher's exact test, corrected for the number of roles by \
                 Holm's method).";
    Section { heading: "Against the earlier cohort: first places", figures: means, columns: means }
};

/// Expected shares, now and before.
pub const EXPECTED_AGAINST: Section = {
    let means = "For which share the role is expected to be the best match: before, now, and the \
                 change in points of a per cent with its standard error. The last figure is how \
                 likely chance alone makes as large a change (t test, corrected by Holm's method).";
    Section {
        heading: "Against the earlier cohort: expected shares",
        figures: means,
        columns: means,
    }
};

/// Interests, now and before.
pub const INTERESTS_AGAINST: Section = {
    let means = "The mean score from -1 to 1: before, now, and the change with its standard error. \
                 The last figure is how likely chance alone makes as large a change (t test, \
                 corrected for the number of interests by Holm's method).";
    Section { heading: "Against the earlier cohort: interests", figures: means, columns: means }
};

/// What people chose later.
pub const CHOSEN: Section = {
    let means = "How often the role that people chose had been among what they were told, with the \
                 95% interval of that share (Wilson); how often that would be if choices had \
                 nothing to do with answers; and how likely chance alone makes it as often or \
                 oftener (by shuffling the choices).";
    Section { heading: "Did it come true?", figures: means, columns: means }
};

/// Stated chances and what came true.
pub const STATED: Section = {
    let means = "People by the chance with which their first role was stated: how many they are, \
                 the mean stated chance, which share chose that role, and its 95% interval \
                 (Wilson). Ten people or more are counted together.";
    Section { heading: "Stated chances and choices", figures: means, columns: means }
};

/// Which roles were missed.
pub const CHOSEN_ROLES: Section = {
    let means = "How many chose the role, and for how many of them it had been the first, one of \
                 the first three, and in the leading set.";
    Section { heading: "The roles that were chosen", figures: means, columns: means }
};
