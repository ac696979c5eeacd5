//! What a mapping, its keys and their values have to be.

/// A mapping with known keys.
#[derive(Debug)]
pub struct ObjectSchema {
    /// Its name in a JSON Schema.
    pub name: &'static str,
    /// What it is.
    pub description: &'static str,
    /// Its keys, in the order in which they are usually written.
    pub fields: &'static [Field],
    /// Two optional keys of which a mapping has exactly one. The first is short for the
    /// second, under which both are shown.
    pub one_of: Option<[&'static str; 2]>,
}

/// A key of a mapping.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Whether it has to be there, with a value.
    pub is_required: bool,
    /// What its value is.
    pub kind: ValueKind,
    /// What it says.
    pub description: &'static str,
}

/// What a value has to be.
#[derive(Debug)]
pub enum ValueKind {
    /// The number of the form: 1.
    Format,
    /// A text that is not blank. A plain number, `true` or `false` is read as it is
    /// written.
    Text,
    /// A text of at most so many characters.
    Line(usize),
    /// An [`Id`](crate::catalogue::Id), of the entry itself or of another.
    Id,
    /// The address of a page on the web.
    Url,
    /// A text of this form, a regular expression; its reader says what is wrong with it.
    Pattern(&'static str),
    /// One of a few words.
    Word {
        /// What a message calls them, with its article.
        what: &'static str,
        /// The words, each with what it means.
        words: &'static [(&'static str, &'static str)],
    },
    /// What someone is called: any text, or a number.
    Name,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number(Bounds),
    /// A whole number from the first to the second.
    Whole(u16, u16),
    /// A list of such values.
    List(&'static ValueKind, Count),
    /// A mapping whose keys the author chooses.
    Map {
        /// What each key is.
        keys: Keys,
        /// What each value is.
        values: &'static ValueKind,
        /// Whether it needs an entry.
        is_filled: bool,
    },
    /// A mapping with known keys.
    Object(&'static ObjectSchema),
    /// Such a value, or null.
    OrNull(&'static ValueKind),
    /// One of several, each with what it means.
    AnyOf(&'static [(&'static str, ValueKind)]),
}

/// Which numbers are allowed. All are finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bounds {
    /// All.
    Any,
    /// Those above 0.
    AboveZero,
    /// 0 and those above.
    FromZero,
    /// Those from the first to the second.
    Within(f64, f64),
}

/// How many items a list may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Any number.
    Any,
    /// From `low` to `high`.
    Within {
        /// What a message calls the items.
        what: &'static str,
        /// The fewest.
        low: usize,
        /// The most.
        high: usize,
    },
}

/// What the keys of a mapping are that its author chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Ids of entries in the same pair of files.
    Ids,
    /// Any text.
    Any,
}

impl Keys {
    /// A key as an author may write it.
    pub(crate) const fn example(self) -> &'static str {
        match self {
            Self::Ids => "some-id",
            Self::Any => "name",
        }
    }
}

impl Field {
    /// A key that has to be there.
    pub(crate) const fn required(
        key: &'static str,
        kind: ValueKind,
        description: &'static str,
    ) -> Self {
        Self { key, is_required: true, kind, description }
    }

    /// A key that may be absent or null.
    pub(crate) const fn optional(
        key: &'static str,
        kind: ValueKind,
        description: &'static str,
    ) -> Self {
        Self { key, is_required: false, kind, description }
    }
}

impl ObjectSchema {
    /// The field of this key, if there is one.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The keys under which an entry is shown.
    pub fn shown_keys(&self) -> impl Iterator<Item = &'static str> {
        let short = self.one_of.map(|[short, _]| short);
        self.fields.iter().map(|field| field.key).filter(move |key| Some(*key) != short)
    }

    /// The keys that have to be there, then the others.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        let of = |is_required: bool| {
            let fields = self.fields.iter().filter(move |field| field.is_required == is_required);
            fields.map(|field| field.key)
        };
        of(true).chain(of(false))
    }

    /// A key as an author may write it.
    pub(crate) fn example(&self) -> &'static str {
        self.keys().next().unwrap_or(Keys::Any.example())
    }
}
