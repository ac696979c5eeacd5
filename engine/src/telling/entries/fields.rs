//! What is known of each kind of entry, field by field.

use crate::catalogue::{
    Advice, Catalogue, Contact, Id, Interest, InterestIx, Link, Module, ModuleIx, OccupationCodes,
    Pay, PayScale, Profile, Question, QuestionIx, Role, Routes, Specialism, Stage,
};

use super::kind::EntryIx;

/// One thing that is known of an entry.
pub(super) struct EntryField<'c> {
    /// Its key in JSON; `None` for what a page adds from other entries.
    pub(super) key: Option<&'static str>,
    /// Its heading on a page; `None` for what stands at the top of the page, or
    /// in JSON alone.
    pub(super) heading: Option<String>,
    pub(super) value: FieldValue<'c>,
}

/// What a field holds.
pub(super) enum FieldValue<'c> {
    /// Text, if there is any.
    Text(Option<&'c str>),
    /// What the entry is, in one line, if the file says.
    Line(Option<&'c str>),
    /// A list of texts.
    Texts(Vec<&'c str>),
    /// Another entry by its id and name, if there is one.
    Entry(Option<(&'c Id, &'c str)>),
    /// Other entries by id and name, in file order, each with what it counts.
    Counted(Vec<(&'c Id, &'c str, f64)>),
    /// A profile: every interest by id and name with its weight.
    Profile(Vec<(&'c Id, &'c str, f64)>),
    /// Pages to read.
    Links(&'c [Link]),
    /// What is paid, and by which scale.
    Pay(Option<&'c Pay>, Option<&'c PayScale>),
    /// The ways in.
    Routes(&'c Routes),
    /// Something to do.
    Advice(Option<&'c Advice>),
    /// Whom to ask.
    Contact(Option<&'c Contact>),
    /// Codes in lists of occupations.
    Codes(&'c OccupationCodes),
    /// A page, if there is one.
    Link(Option<&'c Link>),
    /// When a module is taken.
    Stage(&'c Stage),
    /// Something that is so or not, and what to say where it is.
    Flag(bool, &'static str),
    /// A sentence for pages.
    Note(String),
}

/// Everything that is known of an entry, in the order of its page.
pub(super) fn fields(catalogue: &Catalogue, entry: EntryIx) -> Vec<EntryField<'_>> {
    let (asked, offered) = (catalogue.questionnaire(), catalogue.careers());
    match entry {
        EntryIx::Role(ix) => role(catalogue, &offered.roles[ix]),
        EntryIx::Specialism(ix) => specialism(catalogue, &offered.specialisms[ix]),
        EntryIx::Module(ix) => module(catalogue, ix, &offered.modules[ix]),
        EntryIx::Interest(ix) => interest(catalogue, ix, &asked.interests[ix]),
        EntryIx::Question(ix) => question(catalogue, ix, &asked.questions[ix]),
    }
}

fn role<'c>(catalogue: &'c Catalogue, role: &'c Role) -> Vec<EntryField<'c>> {
    let careers = catalogue.careers();
    let specialism = role.specialism.map(|ix| &careers.specialisms[ix]);
    let modules = role.modules.iter().map(|of| {
        let module = &careers.modules[of.module];
        (&module.id, module.name.as_str(), of.value)
    });
    let of = careers.programme.as_ref().map_or_else(String::new, |name| format!(" of {name}"));
    let way_in =
        if role.routes.iter().next().is_some() { "The way in for all" } else { "The way in" };
    let prepare = format!("Modules{of} that prepare for it, the most useful first");
    vec![
        top("id", text(&role.id)),
        top("name", text(&role.name)),
        top("line", FieldValue::Line(role.line.as_deref())),
        top("summary", text(&role.summary)),
        part("family", "Family", FieldValue::Text(role.family.as_deref())),
        part("activities", "What people in it do", texts(&role.activities)),
        part("day", "A day in it", FieldValue::Text(role.day.as_deref())),
        part("asks", "What it asks", texts(&role.asks)),
        part("pay", "Pay", FieldValue::Pay(role.pay.as_ref(), careers.pay_scale.as_ref())),
        part("routes", "The way in", FieldValue::Routes(&role.routes)),
        part("way_in", way_in, FieldValue::Text(role.way_in.as_deref())),
        part("try", "Try this week", FieldValue::Advice(role.trial.as_ref())),
        part("ask", "Whom to ask", FieldValue::Contact(role.contact.as_ref())),
        part(
            "specialism",
            "Specialism",
            FieldValue::Entry(specialism.map(|of| (&of.id, of.name.as_str()))),
        ),
        part("modules", &prepare, FieldValue::Counted(modules.collect())),
        profile(catalogue, &role.profile),
        part("links", "Read more", FieldValue::Links(&role.links)),
        part("codes", "In lists of occupations", FieldValue::Codes(&role.codes)),
        part("evidence", "What the profile rests on", texts(&role.evidence)),
    ]
}

fn specialism<'c>(catalogue: &'c Catalogue, of: &'c Specialism) -> Vec<EntryField<'c>> {
    vec![
        top("id", text(&of.id)),
        top("name", text(&of.name)),
        top("summary", text(&of.summary)),
        profile(catalogue, &of.profile),
    ]
}

fn module<'c>(catalogue: &'c Catalogue, ix: ModuleIx, module: &'c Module) -> Vec<EntryField<'c>> {
    let roles = catalogue.careers().roles.iter();
    let mut served: Vec<_> = roles.filter(|role| role.needs(ix)).collect();
    served.sort_by(|left, right| right.relevance(ix).total_cmp(&left.relevance(ix)));
    let served = served.into_iter().map(|role| role.name.as_str()).collect();
    let caveat = catalogue.careers().programme_note.clone();
    vec![
        top("id", text(&module.id)),
        top("name", text(&module.name)),
        top("summary", text(&module.summary)),
        top("stage", FieldValue::Stage(&catalogue.careers().stages[module.stage])),
        EntryField {
            key: None,
            heading: None,
            value: caveat.map_or(FieldValue::Text(None), FieldValue::Note),
        },
        part("topics", "Topics", texts(&module.topics)),
        part("now", "Nearest to it today", FieldValue::Link(module.now.as_ref())),
        added("Roles it prepares for", FieldValue::Texts(served)),
        profile(catalogue, &module.profile),
    ]
}

fn interest<'c>(
    catalogue: &'c Catalogue,
    ix: InterestIx,
    interest: &'c Interest,
) -> Vec<EntryField<'c>> {
    let questions = catalogue.questionnaire().questions.iter();
    let measuring = questions.filter(|question| question.weight(ix) > 0.0);
    let measuring = measuring.map(|question| question.text.as_str()).collect();
    vec![
        top("id", text(&interest.id)),
        top("name", text(&interest.name)),
        top("description", FieldValue::Text(interest.description.as_deref())),
        added("The questions that measure it", FieldValue::Texts(measuring)),
    ]
}

fn question<'c>(
    catalogue: &'c Catalogue,
    ix: QuestionIx,
    question: &'c Question,
) -> Vec<EntryField<'c>> {
    let interests = &catalogue.questionnaire().interests;
    let loadings = question.loadings.iter().map(|of| {
        let interest = &interests[of.interest];
        (&interest.id, interest.name.as_str(), of.weight)
    });
    let place = format!("Question {}, counted in the order of the file.", ix.number() + 1);
    let reversed = "It is scored in reverse: to like it speaks against the interest.";
    vec![
        top("id", text(&question.id)),
        top("text", text(&question.text)),
        top("interests", FieldValue::Counted(loadings.collect())),
        EntryField { key: None, heading: None, value: FieldValue::Note(place) },
        top("short", FieldValue::Flag(question.short, "It belongs to the short form.")),
        top("reversed", FieldValue::Flag(question.reversed, reversed)),
    ]
}

fn profile<'c>(catalogue: &'c Catalogue, profile: &'c Profile) -> EntryField<'c> {
    let interests = catalogue.questionnaire().interests.iter().zip(profile.weights());
    let weights = interests.map(|(of, weight)| (&of.id, of.name.as_str(), *weight)).collect();
    part("profile", "The interests it rewards", FieldValue::Profile(weights))
}

fn top<'c>(key: &'static str, value: FieldValue<'c>) -> EntryField<'c> {
    EntryField { key: Some(key), heading: None, value }
}

fn part<'c>(key: &'static str, heading: &str, value: FieldValue<'c>) -> EntryField<'c> {
    EntryField { key: Some(key), heading: Some(heading.to_owned()), value }
}

fn added<'c>(heading: &str, value: FieldValue<'c>) -> EntryField<'c> {
    EntryField { key: None, heading: Some(heading.to_owned()), value }
}

fn text(text: &str) -> FieldValue<'_> {
    FieldValue::Text(Some(text))
}

fn texts(texts: &[String]) -> FieldValue<'_> {
    FieldValue::Texts(texts.iter().map(String::as_str).collect())
}
