//! What a question looks like on a terminal of any size.

use rolefit_engine::catalogue::Point;
use rolefit_engine::telling::Clean;

use super::interview::{Asked, EarlierReply};
use super::view::ScreenRoom;
use super::wording::{NOTICE, keys};
use crate::text::{Page, Paint, Styled, TerminalText, cut, padded};

/// What stands around a question, and whether answers are saved.
#[derive(Debug, Clone, Copy)]
pub(super) struct QuestionFrame<'a> {
    /// The quiz's title.
    pub(super) title: &'a str,
    /// What the quiz is, in ever fewer words, on its first screen.
    pub(super) opening: &'a [String],
    /// What the person should know, if anything.
    pub(super) warning: &'a str,
    /// Whether what is answered is saved.
    pub(super) saves: bool,
}

/// A question and where its reader is.
pub(super) struct QuestionLook<'a> {
    /// What stands around it.
    pub(super) frame: QuestionFrame<'a>,
    /// The question.
    pub(super) asked: &'a Asked<'a>,
    /// The answer under the cursor.
    pub(super) at: Option<Point>,
    /// The lines above a screen that is too small for the question.
    pub(super) scroll: usize,
    /// What was just said to it.
    pub(super) given: Option<EarlierReply>,
    /// What the last key asks for.
    pub(super) hint: &'a str,
}

/// How close together a screen is, and what it leaves out.
#[derive(Debug, Clone, Copy)]
struct Layout {
    /// Whether an empty line stands between any two parts.
    is_airy: bool,
    /// Whether an empty line stands above the question's place.
    is_parted: bool,
    /// Whether there is a bar, and the stem stands on a line of its own.
    has_bar: bool,
}

/// From the most pleasant one to the shortest.
const LAYOUTS: [Layout; 4] = [
    Layout { is_airy: true, is_parted: true, has_bar: true },
    Layout { is_airy: false, is_parted: true, has_bar: true },
    Layout { is_airy: false, is_parted: false, has_bar: true },
    Layout { is_airy: false, is_parted: false, has_bar: false },
];

/// A question's screen; the first one says what the quiz is. Where there is little
/// room it is closer together, then shorter, and in the end a window on the question.
pub(super) fn question(look: &QuestionLook<'_>, room: ScreenRoom) -> TerminalText {
    whole(look, room).unwrap_or_else(|| folded(look, room))
}

/// How far a question can be scrolled on a screen that is too small for it.
pub(super) fn longest_scroll(look: &QuestionLook<'_>, room: ScreenRoom) -> usize {
    if whole(look, room).is_some() {
        return 0;
    }
    wording(look, room).len().saturating_sub(window(look, room))
}

/// The screen with every answer on it, if there is room for that.
fn whole(look: &QuestionLook<'_>, room: ScreenRoom) -> Option<TerminalText> {
    let title = look.frame.title;
    // Where rows are short, a title that is cut is better than none.
    let short = &cut(title, room.style.columns());
    let told = look.frame.opening;
    let mut openings: Vec<(&str, Vec<&str>)> =
        told.iter().map(|told| (title, vec![told.as_str(), NOTICE])).collect();
    let notice: &[&str] = if told.is_empty() { &[] } else { &[NOTICE] };
    openings.extend([title, short, ""].map(|title| (title, notice.to_vec())));
    let screens = openings.iter().flat_map(|opening| LAYOUTS.map(|layout| (opening, layout)));
    let mut drawn =
        screens.map(|((title, told), layout)| screen(look, room, (title, told), layout));
    drawn.find(|text| room.holds(text)).or_else(|| {
        let smallest = smallest_screen(look, room);
        room.holds(&smallest).then_some(smallest)
    })
}

/// A screen that opens with a title and paragraphs.
fn screen(
    look: &QuestionLook<'_>,
    room: ScreenRoom,
    (title, paragraphs): (&str, &[&str]),
    layout: Layout,
) -> TerminalText {
    let mut page = Page::new(room.style);
    let gap = |page: &mut Page| {
        if layout.is_airy {
            page.gap();
        }
    };
    if !title.is_empty() {
        page.strong_item("", title);
    }
    for (number, paragraph) in paragraphs.iter().enumerate() {
        if number > 0 || !title.is_empty() {
            gap(&mut page);
        }
        page.paragraph(paragraph);
    }
    if layout.is_parted && !(title.is_empty() && paragraphs.is_empty()) {
        page.gap();
    }
    progress(&mut page, look, layout.has_bar);
    gap(&mut page);
    match look.asked.stem {
        Some(stem) if !layout.has_bar => {
            page.strong_item("", format!("{stem} {}", look.asked.question.text));
        }
        _ => put(&mut page, look.asked),
    }
    gap(&mut page);
    options(&mut page, look);
    gap(&mut page);
    keys_line(&mut page, look);
    said(look).for_each(|said| page.paragraph(said));
    page.into_text()
}

/// The stem and the question.
fn put(page: &mut Page, asked: &Asked<'_>) {
    asked.stem.iter().for_each(|stem| page.paragraph(stem));
    page.strong_item("", &asked.question.text);
}

/// How far the sitting is: in words, as a bar, and where ten more are done.
fn progress(page: &mut Page, look: &QuestionLook<'_>, has_bar: bool) {
    let place = look.asked.place;
    let minutes = place.minutes().map_or_else(String::new, |minutes| format!(", {minutes}"));
    let words = format!("{}{minutes}", place.words());
    let is_long = words.chars().count() > page.style().columns();
    page.paragraph(if is_long { words.replace(" minutes left", " min") } else { words });
    if has_bar {
        let done = if look.given.is_some() { place.done_after } else { place.done };
        let bar = page.style().progress(done);
        page.line(bar);
    }
    let is_new = !look.asked.was_put();
    place.ten_done().filter(|_| is_new).iter().for_each(|line| page.paragraph(line));
}

fn options(page: &mut Page, look: &QuestionLook<'_>) {
    for (point, label) in look.asked.scale.points().zip(look.asked.scale.labels()) {
        let (mark, paint) = mark(look, point);
        let number = Styled::painted(format!(" {mark} {}  ", point.number()), paint);
        page.painted_item(number, label, paint);
    }
    match (look.given, look.asked.before) {
        (Some(EarlierReply::Skipped), _) => {
            let key = Styled::painted(" > s  ", Paint::Current);
            page.painted_item(key, "skipped", Paint::Current);
        }
        (None, EarlierReply::Skipped) => page.item(" > s  ", "skipped"),
        _ => {}
    }
}

/// What stands before an answer, and how it is painted.
fn mark(look: &QuestionLook<'_>, point: Point) -> (&'static str, Paint) {
    match look.given {
        Some(EarlierReply::Answered(given)) if given == point => (">", Paint::Current),
        None if look.at == Some(point) => (">", Paint::Current),
        _ => (" ", Paint::Plain),
    }
}

/// What is said below a question: what the person should know, and what the last key
/// asks for.
fn said<'a>(look: &QuestionLook<'a>) -> impl Iterator<Item = &'a str> {
    [look.frame.warning, look.hint].into_iter().filter(|said| !said.is_empty())
}

/// The keys, on as many lines as they need.
fn keys_line(page: &mut Page, look: &QuestionLook<'_>) {
    let answer = format!("1-{} answer", look.asked.scale.len());
    let enter = match look.at {
        Some(point) if look.asked.answer() != Some(point) => "Enter take",
        _ if look.asked.was_put() => "Enter keep",
        _ => "arrows choose",
    };
    let mut line = String::new();
    for key in [answer.as_str(), enter, "s skip", "b back", "? help", "q quit"] {
        if line.len() + 2 + key.len() > page.style().columns() {
            page.line(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push_str("  ");
        }
        line.push_str(key);
    }
    page.line(&line);
}

/// The question and its answers on as few rows as can be.
fn smallest_screen(look: &QuestionLook<'_>, room: ScreenRoom) -> TerminalText {
    let asked = look.asked;
    let mut page = Page::new(room.style);
    put(&mut page, asked);
    let points = asked.scale.points().zip(asked.scale.labels());
    let options: Vec<String> = points
        .map(|(point, label)| {
            let mark = mark(look, point).0.trim();
            format!("{mark}{}={label}", point.number())
        })
        .collect();
    page.paragraph(options.join(" "));
    page.paragraph(Styled::from(format!("{}  ? help  q quit", asked.place.words())));
    said(look).for_each(|said| page.paragraph(said));
    page.into_text()
}

/// A window on the question, and below it its answers in one line.
fn folded(look: &QuestionLook<'_>, room: ScreenRoom) -> TerminalText {
    let wording = wording(look, room);
    let window = window(look, room);
    let longest = wording.len().saturating_sub(window);
    let scroll = look.scroll.min(longest);
    let mut lines: Vec<TerminalText> = wording.into_iter().skip(scroll).take(window).collect();
    lines.extend(feet(look, room, longest > 0).split_lines());
    TerminalText::of_lines(&lines)
}

/// The stem and the question, line by line.
fn wording(look: &QuestionLook<'_>, room: ScreenRoom) -> Vec<TerminalText> {
    let mut page = Page::new(room.style);
    put(&mut page, look.asked);
    page.into_text().split_lines()
}

/// The rows that a folded screen has for the question.
fn window(look: &QuestionLook<'_>, room: ScreenRoom) -> usize {
    room.rows.saturating_sub(feet(look, room, true).lines().count()).max(1)
}

/// What stands below the window: the answers and the keys, each on one line.
fn feet(look: &QuestionLook<'_>, room: ScreenRoom, scrolls: bool) -> TerminalText {
    let columns = room.style.columns();
    let scale = look.asked.scale;
    let labelled =
        |point: Point| format!("> {} {}", point.number(), Clean::from(scale.label(point)));
    let reply = match look.given.unwrap_or(look.asked.before) {
        EarlierReply::Answered(point) => Some(labelled(point)),
        EarlierReply::Skipped => Some("> s skipped".to_owned()),
        EarlierReply::Nothing => None,
    };
    let reply = if look.given.is_some() { reply } else { look.at.map(labelled).or(reply) };
    let answers = reply.map_or_else(
        || Styled::from(cut(&range(scale.len(), scale.labels()), columns)),
        |reply| Styled::painted(cut(&reply, columns), Paint::Current),
    );
    let mut page = Page::new(room.style);
    page.line(answers);
    let place = look.asked.place;
    let [long, short] = if scrolls { ["arrows: more  ", "arrows "] } else { ["", ""] };
    let keys = [
        format!("{}  {long}? help  q quit", place.words()),
        format!("{}/{}  {long}? q", place.number, place.of),
        format!("{}/{}  {short}? q", place.number, place.of),
    ];
    let fits = |keys: &&String| keys.len() <= columns;
    let keys = keys.iter().find(fits).or(keys.last()).map_or("", String::as_str);
    page.line(cut(said(look).last().unwrap_or(keys), columns));
    page.into_text()
}

/// The answers in few words, as in `1-5: Never to Always`.
fn range(points: u8, labels: &[String]) -> String {
    let (low, high) = (labels.first(), labels.last());
    let [low, high] = [low, high].map(|label| Clean::from(label.map_or("", String::as_str)));
    format!("1-{points}: {low} to {high}")
}

/// What the keys do, and as much of it as the rows have room for.
pub(super) fn help(points: u8, saves: bool, room: ScreenRoom) -> TerminalText {
    let short = |texts: [&str; 2]| {
        let mut page = Page::new(room.style);
        for text in texts {
            page.paragraph(text);
        }
        page.into_text()
    };
    let answers = format!("1-{points} answer, s skip, b back, Enter keep");
    let back = "q quits; any other key goes back.";
    let pages = [
        keys_page(points, saves, room, true),
        keys_page(points, saves, room, false),
        short([&format!("{answers} what you said, q quit."), back]),
    ];
    let fitting = pages.into_iter().find(|page| room.holds(page));
    fitting.unwrap_or_else(|| short([&format!("{answers}, q quit."), "Other keys: back."]))
}

fn keys_page(points: u8, saves: bool, room: ScreenRoom, is_airy: bool) -> TerminalText {
    let mut page = Page::new(room.style);
    page.heading("The keys");
    for (key, does) in keys(points, saves) {
        page.item(padded(&format!("  {key}"), 10), does);
    }
    if is_airy {
        page.gap();
        page.paragraph(NOTICE);
        page.gap();
    }
    page.paragraph("q quits; any other key goes back.");
    page.into_text()
}
