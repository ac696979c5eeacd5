//! A folder of data files: `--catalogue`, and the variable that stands for it.

use crate::support::{CAREERS, QUESTIONS, Run, root};

/// In a folder of its own, which holds the small pair as `mine`.
fn run<const N: usize>(args: [&str; N]) -> Run {
    let run = Run::new(args);
    let folder = run.folder().join("mine");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("questions.yaml"), QUESTIONS).unwrap();
    std::fs::write(folder.join("careers.yaml"), CAREERS).unwrap();
    run
}

/// The program is told where the data files are by its environment, which the runner does
/// not look at.
fn by_variable<const N: usize>(args: [&str; N], folder: &str) -> Run {
    let mut run = run(args).env("ROLEFIT_CATALOGUE", folder);
    run.knows_its_files();
    run
}

#[test]
fn a_folder_stands_for_both_files_before_and_behind_a_command() {
    let expected = Run::small(["show", "roles"]).told();
    assert_eq!(run(["show", "roles", "--catalogue", "mine"]).told(), expected);
    assert_eq!(run(["--catalogue", "mine", "show", "roles"]).told(), expected);
    assert_eq!(by_variable(["show", "roles"], "mine").told(), expected);
    let elsewhere = root().join("tests/data").display().to_string();
    assert_eq!(run(["show", "roles", "--catalogue", &elsewhere]).told(), expected);
}

#[test]
fn the_command_line_counts_before_the_variable_and_a_file_before_the_folder() {
    let other = CAREERS.replace("Guide", "Pilot");
    let shown = |run: Run| run.file("c", &other).told();
    assert!(
        shown(run(["show", "roles", "--catalogue", "mine", "--careers", "c"])).contains("Pilot")
    );
    assert!(shown(by_variable(["show", "roles", "--careers", "c"], "mine")).contains("Pilot"));
    let both = by_variable(["show", "roles", "--catalogue", "mine"], "no/such/folder");
    assert!(both.told().contains("Guide"));
    // Neither looks at the folder where both files are named.
    let files = by_variable(["show", "roles", "--careers", "c"], "no/such/folder");
    let files = files.arg("--questions").arg("mine/questions.yaml");
    assert!(shown(files).contains("Pilot"));
}

#[test]
fn an_empty_variable_is_none_and_commands_without_data_files_take_no_notice() {
    assert_eq!(by_variable(["schema", "report"], "no/such/folder").output().code, 0);
    let told = by_variable(["show", "roles"], "no/such/folder").output();
    assert_eq!((told.code, told.stdout.as_str()), (66, ""));
    assert_eq!(
        told.stderr,
        "error: ROLEFIT_CATALOGUE: no/such/folder: there is no such folder: name the one that \
         questions.yaml and careers.yaml are in\n"
    );
    let empty = by_variable(["show", "roles", "--catalogue", "mine"], "");
    assert!(empty.told().contains("Guide"));
}

#[test]
fn a_folder_of_which_nothing_is_used_is_told() {
    run(["show", "--catalogue", "mine", "--questions", "q", "--careers", "c"])
        .code(2)
        .stderr(
            "error: --catalogue: nothing in it is used, as --questions and --careers name both \
             files; leave one of the three out\n",
        )
        .check();
}

#[test]
fn the_commands_that_are_told_name_the_folder_and_can_be_typed_again() {
    let answers = "--answers=523454";
    for run in
        [run(["score", answers, "--catalogue", "mine"]), by_variable(["score", answers], "mine")]
    {
        let told = run.told();
        assert!(told.contains("rolefit show clerk --catalogue mine\n"), "{told}");
        assert!(told.contains("rolefit score --catalogue mine --answers "), "{told}");
    }
    let other = run(["score", answers, "--catalogue", "mine", "--careers", "c"]).file("c", CAREERS);
    assert!(other.told().contains("rolefit show clerk --catalogue mine --careers c\n"));
    let overview = run(["show", "--catalogue", "mine"]).words();
    assert!(overview.contains("rolefit show questions --catalogue mine lists them."), "{overview}");
}

#[test]
fn mistakes_in_a_folder_are_told_with_the_path_of_the_file() {
    let run = run(["show", "--catalogue", "mine"]);
    let broken = QUESTIONS.replace("scale:", "scales:");
    std::fs::write(run.folder().join("mine/questions.yaml"), broken).unwrap();
    let told = run.output().stderr;
    assert!(told.contains("--> mine/questions.yaml:4:1"), "{told}");
}
