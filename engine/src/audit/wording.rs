//! What would mend a catalogue, in sentences.

use super::freeing::times_even;
use super::repairs::{AlikePair, WeightMove};
use super::result::RoleAudit;

/// So many moves of one weight are told.
const MOVES: usize = 3;

/// What would part a pair.
pub(super) fn parted(pair: &AlikePair<'_>) -> String {
    let limit = pair.limit;
    let moves: Vec<String> = pair.moves.iter().take(MOVES).map(enough).collect();
    let one = if moves.is_empty() {
        format!("No one weight brings them to {limit} within the weights that the roles use")
    } else {
        format!("One weight brings them to {limit}: {}", moves.join(", or "))
    };
    match pair.two_moves {
        Some([up, down]) => {
            format!("{one}. So do two against each other: {}, and {}.", enough(&up), enough(&down))
        }
        None => format!("{one}, and no two do against each other."),
    }
}

/// Who crowds a rare role out, and what would free it.
pub(super) fn freed(role: &RoleAudit<'_>, roles: usize) -> String {
    let suits = 100.0 * role.truly_first_share;
    let suited = format!("Of the {suits:.1}% of respondents whom it truly suits best");
    let firsts = role.first_instead.iter();
    let firsts = firsts.map(|of| format!("{} for {:.1}%", of.id, 100.0 * of.share));
    let firsts = firsts.collect::<Vec<_>>().join(", ");
    let whom = match (role.truly_first_share > 0.0, firsts.is_empty()) {
        (true, false) => format!("{suited}, these come first: {firsts}."),
        (true, true) => format!("{suited}, none gave answers that put a role first."),
        (false, _) => "It truly suits none of the respondents best.".to_owned(),
    };
    let Some(of) = role.freed_by else {
        return format!("{whom} No step of one weight was found that helps.");
    };
    let (times, _) = times_even(of.first_share, roles, 1);
    let does = match of.is_enough {
        true => "frees it",
        false if times > 1.0 => "helps most, and is too much",
        false => "helps most, and is not enough",
    };
    let change = moved(&of.change, of.change.to);
    format!(
        "{whom} {change} {does}: it then comes first {times:.2} times as often as an even share."
    )
}

/// A move to the limit, rounded away from where it begins, so that it stays enough.
fn enough(of: &WeightMove<'_>) -> String {
    let by = (of.by().abs() * 10.0 - 1e-6).ceil() / 10.0;
    moved(of, of.from + by * of.by().signum())
}

fn moved(of: &WeightMove<'_>, to: f64) -> String {
    let figure = |weight: f64| {
        let text = format!("{weight:.2}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    format!("{} of {} from {} to {}", of.interest, of.role, figure(of.from), figure(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::CrowdingRole;
    use crate::catalogue::Id;

    #[test]
    fn whoever_crowds_a_role_out_is_named_if_anybody_does() {
        let (own, other) = (Id::parse("own").unwrap(), Id::parse("other").unwrap());
        let told = |truly_first_share, first_instead| {
            let role = RoleAudit {
                id: &own,
                witness: None,
                first_share: 0.0,
                top_three_share: 0.0,
                nearest: None,
                truly_first_share,
                first_instead,
                freed_by: None,
            };
            let told = freed(&role, 3);
            told.strip_suffix(" No step of one weight was found that helps.").unwrap().to_owned()
        };
        let suited = "Of the 2.5% of respondents whom it truly suits best";
        let crowding = vec![CrowdingRole { id: &other, share: 0.5 }];
        assert_eq!(told(0.025, crowding), format!("{suited}, these come first: other for 50.0%."));
        let none = format!("{suited}, none gave answers that put a role first.");
        assert_eq!(told(0.025, Vec::new()), none);
        assert_eq!(told(0.0, Vec::new()), "It truly suits none of the respondents best.");
    }
}
