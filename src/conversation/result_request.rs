//! What a person may ask for once there is a result.

use rolefit_engine::telling::result::ResultSummary;

/// What a person asks for. Numbers are places in lists, from 0; without one, the list
/// is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ResultRequest {
    /// Why the first role is first.
    Why,
    /// The page of a role.
    Role(Option<usize>),
    /// Two roles against each other.
    Compare(Option<[usize; 2]>),
    /// The training that suits.
    Training,
    /// The whole text.
    Everything,
    /// To change an answer.
    Answer(Option<usize>),
    /// To say where the person starts from.
    Start(Option<usize>),
    /// To change what matters most: these are marked that were not, or the reverse.
    Mark(Vec<usize>),
    /// To write a file.
    Save(Option<usize>),
    /// To remove what is saved.
    Forget,
    /// No more.
    Quit,
}

/// A choice on the first screen of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ResultChoice {
    /// The key that takes it, which is the first letter of its word.
    pub(crate) letter: char,
    /// The word for it.
    pub(crate) word: &'static str,
    /// What stands beside its key, where there is room for it.
    pub(crate) label: &'static str,
    /// A shorter word, where there is little room.
    pub(crate) short: &'static str,
    /// What it does.
    pub(crate) does: &'static str,
}

impl ResultChoice {
    const fn new(word: &'static str, short: &'static str, does: &'static str) -> Self {
        // Every word is of the letters a to z.
        let letter = word.as_bytes()[0] as char;
        Self { letter, word, label: word, short, does }
    }

    /// The same with other words beside the key.
    const fn labelled(self, label: &'static str) -> Self {
        Self { label, ..self }
    }

    /// Every choice, in the order in which they are shown.
    pub(crate) const ALL: [Self; 11] = [
        Self::new("why", "why", "why the first role is first"),
        Self::new("roles", "role", "the roles, and a page of each"),
        Self::new("compare", "compare", "two roles against each other"),
        Self::new("training", "train", "the training that suits"),
        Self::new("everything", "all", "the whole result"),
        Self::new("now", "now", "say where you are now: the way in from there comes first")
            .labelled("where you are"),
        Self::new("answers", "answers", "change an answer, and see what that moves"),
        Self::new("marks", "marks", "change what matters most, and see what that moves"),
        Self::new("save", "save", "write the result or the answers to a file"),
        Self::new("forget", "forget", "remove what is saved of this sitting"),
        Self::new("quit", "quit", "leave"),
    ];

    /// What it asks for.
    pub(crate) fn request(self) -> ResultRequest {
        match self.letter {
            'w' => ResultRequest::Why,
            'r' => ResultRequest::Role(None),
            'c' => ResultRequest::Compare(None),
            't' => ResultRequest::Training,
            'e' => ResultRequest::Everything,
            'a' => ResultRequest::Answer(None),
            'm' => ResultRequest::Mark(Vec::new()),
            'n' => ResultRequest::Start(None),
            's' => ResultRequest::Save(None),
            'f' => ResultRequest::Forget,
            _ => ResultRequest::Quit,
        }
    }
}

/// The first screen of a result.
#[derive(Debug)]
pub(crate) struct FirstScreen<'a> {
    /// What comes first.
    pub(crate) summary: &'a ResultSummary,
    /// What can be asked for.
    pub(crate) choices: &'a [ResultChoice],
    /// What came of the last request.
    pub(crate) said: &'a str,
    /// Whether the sitting is saved, for its person to come back to.
    pub(crate) is_kept: bool,
    /// Whether the summary was not shown yet.
    pub(crate) is_new: bool,
    /// How many there are of what can be named by number.
    pub(crate) counts: ResultCounts,
}

/// How many there are of what can be named by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ResultCounts {
    pub(crate) roles: usize,
    pub(crate) answers: usize,
    pub(crate) interests: usize,
    pub(crate) starting_points: usize,
    pub(crate) files: usize,
}

/// A list of which lines may be taken.
#[derive(Debug)]
pub(crate) struct PickList<'a> {
    /// What the list is.
    pub(crate) heading: &'a str,
    /// What has to be known to read it; may be empty.
    pub(crate) words: &'a str,
    /// Its lines.
    pub(crate) lines: Vec<String>,
    /// What is added to each, where there is room for it.
    pub(crate) details: Vec<String>,
    /// What is taken from it.
    pub(crate) picked: Picked,
}

/// What is taken from a list by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Picked {
    /// A role, to read its page.
    Role,
    /// Two roles, to compare them.
    TwoRoles,
    /// An answer, to change it.
    Answer,
    /// Interests, to mark them.
    Interests,
    /// A starting point, or none.
    Start,
    /// A file, to write it.
    File,
}

impl Picked {
    /// What the lines of the list are, in the plural.
    pub(crate) fn what(self) -> &'static str {
        match self {
            Self::Role | Self::TwoRoles => "roles",
            Self::Answer => "answers",
            Self::Interests => "interests",
            Self::Start => "starting points",
            Self::File => "files",
        }
    }

    /// What is typed for it at any time: a word and numbers.
    pub(crate) fn typed(self) -> [&'static str; 2] {
        match self {
            Self::Role => ["role", "2"],
            Self::TwoRoles => ["compare", "1 2"],
            Self::Answer => ["change", "5"],
            Self::Interests => ["mark", "2"],
            Self::Start => ["now", "1"],
            Self::File => ["save", "1"],
        }
    }

    /// What a choice's word asks for with numbers behind it.
    pub(crate) fn of(choice: ResultChoice) -> Option<Self> {
        Some(match choice.letter {
            'r' => Self::Role,
            'c' => Self::TwoRoles,
            'a' => Self::Answer,
            'm' => Self::Interests,
            'n' => Self::Start,
            's' => Self::File,
            _ => return None,
        })
    }

    /// What these numbers, from 1, ask for; `None` if they are too many or too few, or
    /// no line has one of them.
    pub(crate) fn request(self, numbers: &[usize], counts: ResultCounts) -> Option<ResultRequest> {
        let count = match self {
            Self::Role | Self::TwoRoles => counts.roles,
            Self::Answer => counts.answers,
            Self::Interests => counts.interests,
            // Or none of them.
            Self::Start => counts.starting_points + 1,
            Self::File => counts.files,
        };
        let place = |number: &usize| number.checked_sub(1).filter(|place| *place < count);
        let places: Vec<usize> = numbers.iter().map(place).collect::<Option<_>>()?;
        Some(match (self, places.as_slice()) {
            (Self::Role, [place]) => ResultRequest::Role(Some(*place)),
            (Self::TwoRoles, [one, other]) => ResultRequest::Compare(Some([*one, *other])),
            (Self::Answer, [place]) => ResultRequest::Answer(Some(*place)),
            (Self::Interests, [_, ..]) => ResultRequest::Mark(places),
            (Self::Start, [place]) => ResultRequest::Start(Some(*place)),
            (Self::File, [place]) => ResultRequest::Save(Some(*place)),
            _ => return None,
        })
    }
}
