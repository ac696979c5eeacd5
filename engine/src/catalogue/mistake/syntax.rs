//! What can be wrong with a file as YAML.

use crate::catalogue::hint::Hint;
use crate::catalogue::repeated::repeated;

/// A mistake of syntax, or a part of YAML that data files do not use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxMistake {
    /// A tab in the indentation.
    #[error("this is not valid YAML: a tab stands in the indentation")]
    Tab,
    /// A character that looks like a space and is none.
    #[error("the character U+{code:04X} stands where a space belongs", code = u32::from(*.0))]
    OddSpace(char),
    /// A key whose colon has no space behind it.
    #[error("no space stands behind the colon of \"{key}\"", key = repeated(key))]
    NoSpaceAfterColon {
        /// The key.
        key: String,
    },
    /// A colon and a space in a text without quotes.
    #[error("this is not valid YAML: a colon and a space stand where no key can end")]
    ColonInText,
    /// Text after a closing quotation mark.
    #[error("this is not valid YAML: text follows a closing quotation mark")]
    TextAfterQuote,
    /// A backslash that escapes nothing.
    #[error(
        "this is not valid YAML: a backslash in double quotes stands before a character it cannot \
         stand before"
    )]
    UnknownEscape,
    /// A quotation mark that is never closed.
    #[error("this is not valid YAML: a quotation mark opens here and is never closed")]
    OpenQuote,
    /// A bracket that is never closed.
    #[error("this is not valid YAML: a bracket opens here and is never closed")]
    OpenBracket,
    /// A bracket that one of another kind closes.
    #[error("this is not valid YAML: the bracket that opens here is closed by one of another kind")]
    MismatchedBracket,
    /// A bracket that closes nothing.
    #[error("this is not valid YAML: a bracket closes here that was never opened")]
    StrayBracket,
    /// A comment behind which a bracket would have closed.
    #[error("the list or mapping does not end: what stands behind this # is a comment")]
    CutInBrackets,
    /// A text that begins with something in brackets.
    #[error("this is not valid YAML: text follows a closing bracket")]
    TextAfterBracket,
    /// A colon in brackets where no key can end.
    #[error("this is not valid YAML: a colon stands where no key can end")]
    StrayColon,
    /// Two commas with nothing between them.
    #[error("this is not valid YAML: a value is missing before this comma")]
    NothingBeforeComma,
    /// Two values in brackets with no comma between them.
    #[error("this is not valid YAML: a comma or the closing bracket is missing")]
    NoComma,
    /// A line below a list that begins without a hyphen.
    #[error("this is not valid YAML: this line is not an item of the list above it")]
    NotAnItem,
    /// A list that begins on the line of its key.
    #[error("this is not valid YAML: a list begins where none can")]
    ListInLine,
    /// A line with an indentation of its own.
    #[error("this is not valid YAML: this line is not indented as the lines it belongs to")]
    Indentation,
    /// A line among keys that has none.
    #[error("this is not valid YAML: this line has no key")]
    NoKey,
    /// A text that begins with a character which YAML keeps for itself.
    #[error("this is not valid YAML: a text cannot begin like this")]
    ReservedStart,
    /// Anything else, in the parser's words.
    #[error("this is not valid YAML: {sentence}", sentence = repeated(sentence))]
    Other {
        /// What the parser says.
        sentence: String,
    },
    /// An anchor or an alias.
    #[error("anchors (&) and aliases (*) are not allowed")]
    Anchor,
    /// A tag.
    #[error("the tag {tag} is not supported", tag = repeated(tag))]
    Tag {
        /// The tag.
        tag: String,
    },
    /// Lists and mappings nested past every use.
    #[error("the nesting is too deep")]
    TooDeep,
    /// A second document.
    #[error("a second document begins here")]
    SecondDocument,
    /// More values than any data file needs.
    #[error("the file holds too many values")]
    TooManyValues,
    /// A character that YAML does not take as it stands.
    #[error(
        "the character U+{code:04X} cannot be seen, and cannot stand in a text",
        code = u32::from(*.0)
    )]
    Unseen(char),
}

impl SyntaxMistake {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Hint {
        Hint::Advice(match self {
            Self::Tab => "indent with spaces, not tabs",
            Self::OddSpace(_) => "write a plain space in its place: it only looks like one",
            Self::NoSpaceAfterColon { .. } => "put a space there, as in name: value",
            Self::ColonInText => "put quotes around a text that holds a colon and a space",
            Self::TextAfterQuote => "put the whole text between one pair of quotation marks",
            Self::UnknownEscape => "use single quotes, or write the backslash twice",
            Self::OpenQuote => "close the quotation mark",
            Self::OpenBracket => "close the bracket",
            Self::MismatchedBracket => "close [ with ] and { with }",
            Self::CutInBrackets => "put quotes around a text that holds a #",
            Self::TextAfterBracket => "put quotes around a text that begins with a bracket",
            Self::StrayBracket | Self::Tag { .. } => "remove it",
            Self::StrayColon => {
                "close the bracket above, or put quotes around a text that holds a colon"
            }
            Self::NothingBeforeComma => "remove the comma",
            Self::NoComma => "separate what stands in brackets with commas",
            Self::NotAnItem => "begin it with a hyphen, or indent it as the lines it belongs to",
            Self::ListInLine => {
                "begin the list on a line of its own, or put quotes around a text that begins \
                 with a hyphen"
            }
            Self::Indentation => "begin it below the keys it stands beside",
            Self::NoKey => {
                "end a key with a colon and a space, or indent a text as the line it belongs to"
            }
            Self::ReservedStart => "put quotes around the text",
            Self::Other { .. } => {
                "check the indentation, brackets and quotation marks here and just above"
            }
            Self::Anchor => {
                "write the value out, or put quotes around a text that begins with & or *"
            }
            Self::TooDeep => "look for a bracket too many, or wrong indentation",
            Self::SecondDocument => "keep one document a file; remove the line of three hyphens",
            Self::TooManyValues => "shorten it",
            Self::Unseen(character) => return Hint::Escape(*character),
        })
    }
}
