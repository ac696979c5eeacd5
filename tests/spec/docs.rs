//! The pages about the code name what there is.

use std::fs;
use std::path::Path;

use crate::support::root;

/// The names of what is in a folder, without endings.
fn names(folder: &str) -> Vec<String> {
    let stem = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    fs::read_dir(root().join(folder)).unwrap().map(|entry| stem(&entry.unwrap().path())).collect()
}

#[test]
fn the_design_page_names_every_room_and_every_part_of_the_program() {
    let page = fs::read_to_string(root().join("docs/design.md")).unwrap();
    for name in names("engine/src").into_iter().chain(names("src")) {
        let is_named =
            page.contains(&format!("`{name}`")) || page.contains(&format!("`{name}.rs`"));
        assert!(
            is_named || ["lib", "main"].contains(&name.as_str()),
            "{name} is not in docs/design.md"
        );
    }
}
