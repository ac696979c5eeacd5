//! The headings of a table of results.

/// The headings of a table: `own`, and `carried` ones, each made unlike all before it.
///
/// ```
/// let own = ["status", "error"].map(str::to_owned);
/// let carried = ["Status", "site"].map(str::to_owned);
/// assert_eq!(rolefit_engine::telling::class::unlike(&own, &carried), ["Status (kept)", "site"]);
/// ```
#[must_use]
pub fn unlike(own: &[String], carried: &[String]) -> Vec<String> {
    let mut taken: Vec<String> = own.iter().map(|heading| heading.to_lowercase()).collect();
    let mut free = |heading: &String| {
        let others = (1..).map(|number| match number {
            1 => format!("{heading} (kept)"),
            more => format!("{heading} (kept {more})"),
        });
        let mut candidates = std::iter::once(heading.clone()).chain(others);
        let found = candidates.find(|of| !taken.contains(&of.to_lowercase()));
        let found = found.unwrap_or_default();
        taken.push(found.to_lowercase());
        found
    };
    carried.iter().map(&mut free).collect()
}
