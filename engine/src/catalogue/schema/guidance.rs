//! What `careers.yaml` may hold of pay, ways in, things to do and pages.

use super::field::{Bounds, Count, Field, Keys, ObjectSchema, ValueKind};

const TEXTS: ValueKind = ValueKind::List(&ValueKind::Text, Count::Any);

pub(super) const LINKS: ValueKind = ValueKind::List(&ValueKind::Object(&LINK), Count::Any);

/// A page to read.
pub(super) static LINK: ObjectSchema = ObjectSchema {
    name: "Link",
    description: "A page to read.",
    fields: &[
        Field::required("title", ValueKind::Text, "What it is."),
        Field::required("url", ValueKind::Url, "Its address."),
        Field::optional(
            "seen",
            ValueKind::Whole(1990, 2999),
            "The year in which it was seen to say what is said of it.",
        ),
    ],
    one_of: None,
};

/// A pay scale.
pub(super) static PAY_SCALE: ObjectSchema = ObjectSchema {
    name: "PayScale",
    description: "A pay scale.",
    fields: &[
        Field::required("name", ValueKind::Text, "What it is called."),
        Field::optional("country", ValueKind::Text, "Where it holds."),
        Field::optional("year", ValueKind::Text, "The year it holds for."),
        Field::required(
            "currency",
            ValueKind::Pattern("^\\s*[A-Z]{3}\\s*$"),
            "The currency, by its code of three letters (ISO 4217).",
        ),
        Field::optional(
            "source",
            ValueKind::Text,
            "Where it was read, and what has to be known of it.",
        ),
        Field::optional(
            "bands",
            ValueKind::Map {
                keys: Keys::Any,
                values: &ValueKind::List(
                    &ValueKind::Number(Bounds::FromZero),
                    Count::Within { what: "amounts", low: 2, high: 2 },
                ),
                is_filled: false,
            },
            "The bands by name: what is paid in a year at the bottom and at the top of each.",
        ),
    ],
    one_of: None,
};

/// What a role is paid.
pub(super) static PAY: ObjectSchema = ObjectSchema {
    name: "Pay",
    description: "What a role is paid.",
    fields: &[
        Field::required("from", RATE, "The lowest: a band of the pay scale, or a year's pay."),
        Field::optional("to", RATE, "The highest, if it is another."),
        Field::optional("note", ValueKind::Text, "What else has to be known of it."),
        Field::optional("source", ValueKind::Text, "Where it was read."),
        Field::optional("year", ValueKind::Text, "The year it holds for."),
    ],
    one_of: None,
};

/// The name of a band, or an amount.
const RATE: ValueKind = ValueKind::Text;

/// The ways into a role.
pub(super) static ROUTES: ObjectSchema = ObjectSchema {
    name: "Routes",
    description: "The ways into a role, by where a person starts from.",
    fields: &[
        Field::optional("school", ValueKind::Object(&ADVICE), "At school."),
        Field::optional("college", ValueKind::Object(&ADVICE), "At college."),
        Field::optional(
            "degree",
            ValueKind::Object(&ADVICE),
            "With a degree, or on the way to one.",
        ),
        Field::optional(
            "change",
            ValueKind::Object(&ADVICE),
            "In other work, and thinking of a change.",
        ),
        Field::optional("nhs", ValueKind::Object(&ADVICE), "In the NHS already."),
    ],
    one_of: None,
};

/// Something to know or to do.
pub(super) static ADVICE: ObjectSchema = ObjectSchema {
    name: "Advice",
    description: "Something to know or to do, and pages for it.",
    fields: &[
        Field::required("text", ValueKind::Text, "What it is, in a few sentences."),
        Field::optional("links", LINKS, "The pages."),
    ],
    one_of: None,
};

/// Whom to ask about a role.
pub(super) static CONTACT: ObjectSchema = ObjectSchema {
    name: "Contact",
    description: "Whom to ask about a role.",
    fields: &[
        Field::required("text", ValueKind::Text, "Whom anybody may ask, in a few sentences."),
        Field::optional("links", LINKS, "The pages."),
        Field::optional("school", ValueKind::Object(&ADVICE), "Whom to ask at school."),
        Field::optional("college", ValueKind::Object(&ADVICE), "Whom to ask at college."),
        Field::optional("degree", ValueKind::Object(&ADVICE), "Whom to ask with a degree."),
        Field::optional("change", ValueKind::Object(&ADVICE), "Whom to ask in other work."),
        Field::optional("nhs", ValueKind::Object(&ADVICE), "Whom to ask in the NHS."),
    ],
    one_of: None,
};

/// Codes in lists of occupations.
pub(super) static OCCUPATION_CODES: ObjectSchema = ObjectSchema {
    name: "OccupationCodes",
    description: "The codes of a role in lists of occupations.",
    fields: &[
        Field::optional("soc2020", TEXTS, "Of the British list, SOC 2020."),
        Field::optional("isco08", TEXTS, "Of the international list, ISCO-08."),
        Field::optional("esco", TEXTS, "Of the European list, ESCO."),
        Field::optional("onet", TEXTS, "Of the American list, O*NET-SOC."),
    ],
    one_of: None,
};
