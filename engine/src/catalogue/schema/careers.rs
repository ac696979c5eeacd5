//! What `careers.yaml` may hold.

use super::field::{Bounds, Count, Field, Keys, ObjectSchema, ValueKind};
use super::guidance::{ADVICE, CONTACT, LINK, LINKS, OCCUPATION_CODES, PAY, PAY_SCALE, ROUTES};
use super::language::LANGUAGE;
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
        LANGUAGE,
        Field::optional(
            "programme",
            ValueKind::Text,
            "What the modules are modules of, with its article, as in \"the first two years of our \
             degree\".",
        ),
        Field::optional(
            "programme_note",
            ValueKind::Text,
            "What has to be known wherever its modules are shown.",
        ),
        Field::optional(
            "pay_scale",
            ValueKind::Object(&PAY_SCALE),
            "The scale that the pay of the roles refers to.",
        ),
        Field::optional(
            "stages",
            ValueKind::List(
                &ValueKind::Object(&STAGE),
                Count::Within { what: "stages", low: 1, high: 20 },
            ),
            "The stages of the programme, in order. Without them there are two: rotation and \
             specialist.",
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
        Field::required("stage", ValueKind::Id, "The id of the stage at which it is taken."),
        Field::required("summary", ValueKind::Text, "What it is, in a sentence or two."),
        Field::optional("topics", TEXTS, "What it covers."),
        Field::required("profile", PROFILE, "The interests it rewards."),
        Field::optional(
            "now",
            ValueKind::Object(&LINK),
            "What is nearest to it in today's training, where its own is of another day.",
        ),
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
        Field::optional("pay", ValueKind::Object(&PAY), "What it is paid."),
        Field::optional(
            "routes",
            ValueKind::Object(&ROUTES),
            "The ways into it, by where a person starts from.",
        ),
        Field::optional(
            "way_in",
            ValueKind::Text,
            "How people come to it, wherever they start from.",
        ),
        Field::optional("try", ValueKind::Object(&ADVICE), "Something to try this week."),
        Field::optional("ask", ValueKind::Object(&CONTACT), "Whom to ask about it."),
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
            "codes",
            ValueKind::Object(&OCCUPATION_CODES),
            "Its codes in lists of occupations.",
        ),
        Field::optional("links", LINKS, "Where to read more."),
        Field::optional("evidence", TEXTS, "What the profile rests on."),
    ],
    one_of: None,
};

/// A stage of a programme of training.
static STAGE: ObjectSchema = ObjectSchema {
    name: "Stage",
    description: "A stage of a programme of training.",
    fields: &[
        Field::required("id", ValueKind::Id, "Its id."),
        Field::required("name", ValueKind::Text, "Its name."),
        Field::optional(
            "fixed",
            ValueKind::Flag,
            "Whether every trainee takes the same modules, so that none is to be chosen.",
        ),
        Field::optional("note", ValueKind::Text, "What else has to be known of it."),
    ],
    one_of: None,
};
