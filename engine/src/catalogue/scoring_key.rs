//! What tells catalogues apart that score the same answers otherwise.

use super::Catalogue;

impl Catalogue {
    /// A hash of everything that a score depends on: the scale, the measurement, what
    /// the questions measure, the profiles, and the ids of the roles. Texts do not
    /// count, so that a wording can change and the key stays.
    #[must_use]
    pub fn scoring_key(&self) -> u64 {
        let questionnaire = self.questionnaire();
        let measurement = &questionnaire.measurement;
        let mut key = ScoringHash(0);
        key.add(u64::from(questionnaire.scale.len()));
        key.add(questionnaire.interests.len() as u64);
        for number in [measurement.noise, measurement.signal, measurement.lasting] {
            key.add(number.to_bits());
        }
        for question in &questionnaire.questions {
            key.add(u64::from(question.reversed));
            for loading in &question.loadings {
                key.add(loading.interest.number() as u64);
                key.add(loading.weight.to_bits());
            }
        }
        for role in &self.careers().roles {
            role.id.as_str().bytes().for_each(|byte| key.add(u64::from(byte)));
            role.profile.shape().iter().for_each(|part| key.add(part.to_bits()));
        }
        key.0
    }
}

struct ScoringHash(u64);

impl ScoringHash {
    /// Mixes in a number: its bits are spread over the whole by an odd multiplier, and
    /// the rotation brings the high ones down.
    fn add(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }
}
