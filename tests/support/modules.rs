//! Which file of a package uses which, as its `use` lines and paths say.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::sources;

/// A module as its path within the package: `["sheet", "read"]`.
pub type Module = Vec<String>;

/// The files of one package, and what each uses of the others.
pub struct Modules {
    /// The code of each module.
    code: BTreeMap<Module, String>,
    /// Names that a module passes on from another: `pub use child::Name`.
    passed_on: BTreeMap<Module, Vec<(String, Module)>>,
}

impl Modules {
    /// Reads the files in `folder`, whose root is `lib.rs` or `main.rs`.
    pub fn of(folder: &str) -> Self {
        let mut code = BTreeMap::new();
        for source in sources(folder) {
            let path = source.path.strip_prefix(folder).unwrap().trim_start_matches('/');
            let mut module: Module =
                path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
            if ["mod", "lib", "main"].contains(&module.last().unwrap().as_str()) {
                module.pop();
            }
            code.insert(module, source.code());
        }
        Self::of_code(code)
    }

    /// The same from texts, for tests of the test.
    pub fn of_texts(texts: &[(&str, &str)]) -> Self {
        let module = |path: &str| -> Module {
            path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        Self::of_code(texts.iter().map(|(path, code)| (module(path), (*code).to_owned())).collect())
    }

    fn of_code(code: BTreeMap<Module, String>) -> Self {
        let mut modules = Self { code, passed_on: BTreeMap::new() };
        for (module, code) in &modules.code {
            let mut names = Vec::new();
            for tree in statements(code).filter(|(is_public, _)| *is_public).map(|(_, tree)| tree) {
                for path in expand(tree) {
                    let (path, alias) = path.split_once(" as ").unwrap_or((&path, ""));
                    let Some(target) = modules.absolute(module, path) else { continue };
                    let name = if alias.is_empty() { target.last().unwrap() } else { alias };
                    names.push((name.to_owned(), target));
                }
            }
            modules.passed_on.insert(module.clone(), names);
        }
        modules
    }

    /// Each pair of a module and another that it uses. That a module passes on the
    /// names of its children is no use of them.
    pub fn uses(&self) -> BTreeSet<(Module, Module)> {
        let mut found = BTreeSet::new();
        for (module, code) in &self.code {
            for path in self.paths(module, code) {
                let Some(absolute) = self.absolute(module, &path) else { continue };
                let target = self.resolve(&absolute, 0);
                if target != *module {
                    found.insert((module.clone(), target));
                }
            }
        }
        found
    }

    /// The paths in `code` that may lead to a module of this package.
    fn paths(&self, module: &Module, code: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut rest = String::new();
        let is_child = |path: &String| {
            let at = self.absolute(module, path);
            at.is_none_or(|at| at.len() > module.len() && at.starts_with(module))
        };
        for (is_public, statement) in statements(code) {
            found
                .extend(expand(statement).into_iter().filter(|path| !is_public || !is_child(path)));
        }
        // What is left are the paths in the middle of code.
        for line in without_statements(code).lines() {
            rest.push_str(line);
            rest.push('\n');
        }
        let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        let children = self.children(module);
        for word in rest.split(|c| !is_path(c)).filter(|word| word.contains("::")) {
            let first = word.split("::").next().unwrap();
            if ["crate", "super", "self"].contains(&first) || children.contains(first) {
                found.push(word.trim_end_matches(':').to_owned());
            }
        }
        found
    }

    fn children(&self, module: &Module) -> BTreeSet<&str> {
        let below = |other: &&Module| other.len() == module.len() + 1 && other.starts_with(module);
        self.code.keys().filter(below).map(|other| other.last().unwrap().as_str()).collect()
    }

    /// `path`, as it stands in `module`, from the root of the package on; none for
    /// what is of another package or of the file itself.
    fn absolute(&self, module: &Module, path: &str) -> Option<Module> {
        let mut parts = path.split(" as ").next().unwrap().split("::").map(str::trim).peekable();
        let mut from = module.clone();
        match parts.peek().copied()? {
            "crate" => {
                parts.next();
                from.clear();
            }
            "self" => {
                parts.next();
            }
            "super" => {
                while parts.peek() == Some(&"super") {
                    parts.next();
                    from.pop();
                }
            }
            child if self.children(module).contains(child) => {}
            _ => return None,
        }
        from.extend(parts.filter(|part| *part != "self").map(str::to_owned));
        (!from.is_empty()).then_some(from)
    }

    /// The module in which what `path` names is written, wherever it is passed on.
    fn resolve(&self, path: &[String], depth: usize) -> Module {
        let at =
            (0..=path.len()).rev().find(|at| self.code.contains_key(&path[..*at])).unwrap_or(0);
        let (module, rest) = (path[..at].to_vec(), &path[at..]);
        let Some(name) = rest.first().filter(|_| depth < 8) else { return module };
        let passed_on = self.passed_on.get(&module);
        let found = passed_on.into_iter().flatten().find(|(passed, _)| passed == name);
        found.map_or(module, |(_, target)| self.resolve(target, depth + 1))
    }
}

/// The trees of the `use` statements of a file, and whether each is public.
fn statements(code: &str) -> impl Iterator<Item = (bool, &str)> {
    starts(code).map(|(is_public, from, until)| (is_public, &code[from..until]))
}

/// A file without its `use` statements.
fn without_statements(code: &str) -> String {
    let mut left = String::new();
    let mut at = 0;
    for (_, from, until) in starts(code) {
        left.push_str(&code[at..from]);
        at = until;
    }
    left + &code[at..]
}

/// Whether each `use` statement is public, and where its tree begins and ends.
fn starts(code: &str) -> impl Iterator<Item = (bool, usize, usize)> {
    code.match_indices("use ").filter_map(|(at, word)| {
        let line = code[..at].rsplit('\n').next().unwrap().trim_start();
        let is_statement = line.is_empty() || line.starts_with("pub") && line.ends_with(' ');
        let from = at + word.len();
        let until = from + code[from..].find(';')?;
        is_statement.then_some((!line.is_empty(), from, until))
    })
}

/// The paths of a tree such as `super::{a::B, c::{D, E}}`.
fn expand(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, inside)) = tree.split_once('{') else { return vec![tree.to_owned()] };
    let inside = inside.trim_end().strip_suffix('}').unwrap_or(inside);
    let mut depth = 0;
    let parts = inside.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    let parts: Vec<&str> = parts.filter(|part| !part.trim().is_empty()).collect();
    parts.into_iter().flat_map(expand).map(|path| format!("{before}{path}")).collect()
}
