//! `rolefit render`: a report that was saved, in another form.

use rolefit_engine::sheet::Sheet;

use super::result::ResultWriter;
use crate::args::{ExpectedFile, RenderArgs};
use crate::failure::{Failure, named};
use crate::files;
use crate::output::Output;

pub(crate) fn run(args: &RenderArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.result.files)?;
    let is_stdin = args.file.as_os_str() == "-";
    let source = if is_stdin { files::read_stdin()? } else { files::read(&args.file)? };
    let source = source.map_err(|problem| Failure::Problems(problem.into()))?;
    let name = named(&args.file);
    if is_stdin {
        files::refuse_other(&name, source.text().as_bytes(), ExpectedFile::Report)?;
    }
    let sheet = Sheet::from_report(catalogue, source.text())
        .map_err(|error| Failure::Data(format!("{name}: {error}")))?;
    let writer = ResultWriter::new(catalogue, &args.result);
    writer.write(&sheet, args.explain, output.style(), output)
}
