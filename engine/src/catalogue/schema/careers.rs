//! What `careers.yaml` may hold.

use super::field::{Bounds, Count, Field, Keys, ObjectSchema, ValueKind};
use crate::limits;

const TEXTS: ValueKind = ValueKind::List(&ValueKind::Text, Count::Any);

/// A weight for each interest.
const PROFILE: ValueKind =
    ValueKind::Map { keys: Keys::Ids, values: &ValueKind::Number(Bounds::Any), is_filled: true };

/// The file.
pub static CAREERS_FILE: ObjectSchema = ObjectSchema {
    name: "CareersFile",
    description: "What a quiz may recommend.",
    fields: &[
        Field::required("format", ValueKind::Format, "The version of this form: 1."),
        Field::optional(
            "programme",
            ValueKind::Text,
            "What the modules are modules of, with its article, as in \"the first two years of our \
             degree\".",
        ),
        Field::optional(
            "specialisms",
            ValueKind::List(
                &ValueKind::Object(&SPECIALISM),
                Count::Within { what: "specialisms", low: 0, high: limits::SPECIALISMS.most },
            ),
            "The fields of training.",
        ),
        Field::optional(
            "modules",
            ValueKind::List(
                &ValueKind::Object(&MODULE),
                Count::Within { what: "modules", low: 0, high: limits::MODULES.most },
            ),
            "The training modules.",
        ),
        Field::required(
            "roles",
            ValueKind::List(
                &ValueKind::Object(&ROLE),
                Count::Within { what: "roles", low: 1, high: limits::ROLES.most },
            ),
            "The roles.",
        ),
    ],
    one_of: None,
};

/// A field of training.
pub static SPECIALISM: ObjectSchema = ObjectSchema {
    name: "Specialism",
    description: "A field of training.",
    fields: &[
        Field::required("id", ValueKind::Id, "Its id."),
        Field::required("name", ValueKind::Text, "Its name."),
        Field::required("summary", ValueKind::Text, "What it is, in a sentence or two."),
        Field::required("profile", PROFILE, "The interests it rewards."),
    ],
    one_of: None,
};

/// A training module.
pub static MODULE: ObjectSchema = ObjectSchema {
    name: "Module",
    description: "A training module.",
    fields: &[
        Field::required("id", ValueKind::Id, "Its id."),
        Field::required("name", ValueKind::Text, "Its name."),
        Field::required(
            "stage",
            ValueKind::Word {
                what: "a stage",
                words: &[
                    ("rotation", "In the first year, by every trainee."),
                    ("specialist", "In the later years, within a specialism."),
                ],
            },
            "When it is taken.",
        ),
        Field::required("summary", ValueKind::Text, "What it is, in a sentence or two."),
        Field::optional("topics", TEXTS, "What it covers."),
        Field::required("profile", PROFILE, "The interests it rewards."),
    ],
    one_of: None,
};

/// A role.
pub static ROLE: ObjectSchema = ObjectSchema {
    name: "Role",
    description: "A role: a job that the quiz may recommend.",
    fields: &[
        Field::required("id", ValueKind::Id, "Its id."),
        Field::required("name", ValueKind::Text, "Its name."),
        Field::optional(
            "line",
            ValueKind::Line(limits::LINE.most),
            "What the job is, in one line: plain words, at most 80 characters.",
        ),
        Field::optional("family", ValueKind::Text, "The job family it belongs to."),
        Field::optional("specialism", ValueKind::Id, "The id of its specialism."),
        Field::required("summary", ValueKind::Text, "What it is, in a sentence or two."),
        Field::optional("activities", TEXTS, "What people in it do."),
        Field::optional("day", ValueKind::Text, "What a day in it may look like."),
        Field::optional("asks", TEXTS, "What it asks of a person."),
        Field::optional("way_in", ValueKind::Text, "How people come to it."),
        Field::required("profile", PROFILE, "The interests it rewards."),
        Field::optional(
            "modules",
            ValueKind::Map {
                keys: Keys::Ids,
                values: &ValueKind::Number(Bounds::Within(0.0, 1.0)),
                is_filled: false,
            },
            "How far each module prepares for it, by the module's id: 0 (not at all) to 1 (wholly).",
        ),
        Field::optional(
            "links",
            ValueKind::List(&ValueKind::Object(&LINK), Count::Any),
            "Where to read more.",
        ),
        Field::optional("evidence", TEXTS, "What the profile rests on."),
    ],
    one_of: None,
};

/// A page to read.
pub static LINK: ObjectSchema = ObjectSchema {
    name: "Link",
    description: "A page to read.",
    fields: &[
        Field::required("title", ValueKind::Text, "What it is."),
        Field::required("url", ValueKind::Url, "Its address."),
    ],
    one_of: None,
};
