// The small catalogue of the examples in the documentation: an expression, to be included.
rolefit_engine::catalogue::Catalogue::read(
    rolefit_engine::catalogue::yaml::Source::decode("questions.yaml", include_bytes!("questions.yaml")),
    rolefit_engine::catalogue::yaml::Source::decode("careers.yaml", include_bytes!("careers.yaml")),
)
