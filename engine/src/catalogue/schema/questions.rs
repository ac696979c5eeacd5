//! What `questions.yaml` may hold.

use super::field::{Bounds, Count, Field, Keys, ObjectSchema, ValueKind};
use super::language::LANGUAGE;
use crate::catalogue::scale::Scale;
use crate::limits;

/// The file.
pub static QUESTIONS_FILE: ObjectSchema = ObjectSchema {
    name: "QuestionsFile",
    description: "The questions of a quiz, in the order in which they are asked.",
    fields: &[
        Field::required("format", ValueKind::Format, "The version of this form: 1."),
        LANGUAGE,
        Field::optional("title", ValueKind::Text, "The quiz's title."),
        Field::optional("introduction", ValueKind::Text, "What a respondent is told first."),
        Field::optional(
            "stem",
            ValueKind::Text,
            "How every question begins, shown above each: How much would you like to …",
        ),
        Field::required(
            "scale",
            ValueKind::List(
                &ValueKind::Text,
                Count::Within {
                    what: "answers on the scale",
                    low: Scale::MIN_POINTS,
                    high: Scale::MAX_POINTS,
                },
            ),
            "The answers on offer, the lowest first.",
        ),
        Field::optional(
            "measurement",
            ValueKind::Object(&MEASUREMENT),
            "How exactly the answers measure.",
        ),
        Field::required(
            "interests",
            ValueKind::List(
                &ValueKind::Object(&INTEREST),
                Count::Within { what: "interests", low: 3, high: limits::INTERESTS.most },
            ),
            "The interests.",
        ),
        Field::required(
            "questions",
            ValueKind::List(
                &ValueKind::Object(&QUESTION),
                Count::Within { what: "questions", low: 1, high: limits::QUESTIONS.most },
            ),
            "The questions.",
        ),
    ],
    one_of: None,
};

/// How exactly the answers measure.
pub static MEASUREMENT: ObjectSchema = ObjectSchema {
    name: "Measurement",
    description: "How exactly the answers measure, in squared coordinate units: the scale runs \
                  from -1 to 1. Both can be estimated from answers.",
    fields: &[
        Field::required(
            "noise",
            ValueKind::Number(Bounds::FromZero),
            "The variance of one answer around the person's interest.",
        ),
        Field::required(
            "signal",
            ValueKind::Number(Bounds::AboveZero),
            "The variance of a person's interests around the person's own level.",
        ),
        Field::optional(
            "lasting",
            ValueKind::Number(Bounds::Within(0.0, 1.0)),
            "The part of the noise that belongs to the question and stays when it is asked again, \
             0 to 1. 0 if absent.",
        ),
        Field::optional("source", ValueKind::Text, "Where the figures come from."),
    ],
    one_of: None,
};

/// An interest.
pub static INTEREST: ObjectSchema = ObjectSchema {
    name: "Interest",
    description: "A kind of activity that a person may like more or less.",
    fields: &[
        Field::required("id", ValueKind::Id, "Its id."),
        Field::required("name", ValueKind::Text, "Its name."),
        Field::optional("description", ValueKind::Text, "What it covers."),
    ],
    one_of: None,
};

/// A question.
pub static QUESTION: ObjectSchema = ObjectSchema {
    name: "Question",
    description: "A question: it names one `interest`, or several `interests` with loadings.",
    fields: &[
        Field::required("id", ValueKind::Id, "Its id."),
        Field::required("text", ValueKind::Text, "The activity that the respondent rates."),
        Field::optional("interest", ValueKind::Id, "The one interest it measures, by its id."),
        Field::optional(
            "interests",
            ValueKind::Map {
                keys: Keys::Ids,
                values: &ValueKind::Number(Bounds::AboveZero),
                is_filled: true,
            },
            "The interests it measures, each with a loading above 0.",
        ),
        Field::optional(
            "reversed",
            ValueKind::Flag,
            "Whether liking the activity speaks against the interests.",
        ),
        Field::optional("short", ValueKind::Flag, "Whether the short form asks it."),
    ],
    one_of: Some(["interest", "interests"]),
};
