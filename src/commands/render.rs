//! `rolefit render`: a report that was saved, in another form.

use rolefit_engine::sheet::Sheet;

use super::result::ResultWriter;
use crate::args::RenderArgs;
use crate::failure::{Failure, named};
use crate::files::{self, ExpectedFile};
use crate::output::Output;

pub(crate) fn run(args: &RenderArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.result.files)?;
    let source =
        if args.file.as_os_str() == "-" { files::read_stdin()? } else { files::read(&args.file)? };
    let source = source.map_err(|problem| Failure::Problems(problem.into()))?;
    let name = named(&args.file);
    let file = Some(name.as_str()).filter(|name| *name != "-");
    files::refuse_other(file, source.text(), ExpectedFile::Report)?;
    let sheet = Sheet::from_report(&catalogue, source.text())
        .map_err(|error| Failure::Data(format!("{name}: {error}")))?;
    let writer = ResultWriter::new(&catalogue, &args.result);
    writer.write(&sheet, args.explain, output.style(), output)
}
