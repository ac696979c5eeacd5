//! The schemas that the program prints are those of its types.

use crate::support::Run;
use crate::support::recorded::{check_file, overwrites};

#[path = "../../engine/examples/schemas.rs"]
#[expect(dead_code, unreachable_pub, reason = "an example, of which the list is used here")]
mod example;

#[test]
fn schemas_are_as_derived_from_the_types() {
    for (name, text) in example::derived().unwrap() {
        check_file(&format!("schemas/{name}.json"), &text);
        if !overwrites() {
            Run::new(["schema", name]).stdout(text).check();
        }
    }
}
