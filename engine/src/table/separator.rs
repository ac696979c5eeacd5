//! What stands between the cells of a table, by its headings.

use std::io::{self, BufRead};

use super::cells::Cells;
use super::columns::Column;
use super::ids::Ids;
use super::quotes::Quotes;
use super::row::LONGEST;

/// Where a comma separates decimals, spreadsheets write semicolons, and some
/// write tabs. Of those that serve equally well, the first.
const SEPARATORS: [u8; 3] = *b",;\t";

/// How well a separator serves: how many questions the headings name with it,
/// whether one names the respondent, and how many headings there are.
type Served = (usize, bool, usize);

/// The separator with which the headings say most. `begun` is what was read of the
/// table so far; as long as no separator finds a question in a whole row of
/// headings, more is read into it from `rest`.
pub(super) fn separator(
    begun: &mut Vec<u8>,
    rest: &mut impl BufRead,
    ids: &Ids<'_>,
) -> io::Result<u8> {
    let first = begun.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or_default();
    let blank = begun.get(..first).unwrap_or_default();
    let from = memchr::memrchr2(b'\n', b'\r', blank).map_or(0, |end| end + 1);
    let mut tried = SEPARATORS.map(|separator| (Quotes::new(separator), None));
    let served = |quotes: Quotes, row: Option<&[u8]>| {
        serves(row.unwrap_or_default().trim_ascii_end(), quotes.separator(), ids)
    };
    let mut seen = from;
    loop {
        for (quotes, through) in tried.iter_mut().filter(|(_, through)| through.is_none()) {
            let end = quotes.end_of_row(begun.get(seen..).unwrap_or_default());
            *through = end.map(|end| served(*quotes, begun.get(from..seen + end)));
        }
        seen = begun.len();
        let finds = |(_, through): &(Quotes, Option<Served>)| through.is_some_and(|of| of.0 > 0);
        let is_over = tried.iter().all(|(_, through)| through.is_some()) || tried.iter().any(finds);
        let left = LONGEST.saturating_sub(seen) as u64;
        if is_over || io::Read::take(&mut *rest, left).read_until(b'\n', begun)? == 0 {
            break;
        }
    }
    let better = |best: (u8, Served), next: (u8, Served)| if next.1 > best.1 { next } else { best };
    let all = tried.into_iter().map(|(quotes, through)| {
        (quotes.separator(), through.unwrap_or_else(|| served(quotes, begun.get(from..))))
    });
    Ok(all.reduce(better).map_or(b',', |(separator, _)| separator))
}

fn serves(row: &[u8], separator: u8, ids: &Ids<'_>) -> Served {
    let cells = Cells::new(separator).of(row);
    let columns = cells.iter().map(|cell| Column::of(&String::from_utf8_lossy(cell), ids));
    let (mut questions, mut respondent) = (0, false);
    for column in columns {
        questions += usize::from(matches!(column, Column::Answer(_)));
        respondent |= column == Column::Respondent;
    }
    (questions, respondent, cells.len())
}
