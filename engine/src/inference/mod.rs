//! Inference on counts and means: intervals and tests.

pub(crate) mod beta;
