//! The cells of one row of a table.

use csv::ByteRecord;

/// Takes whole rows apart.
#[derive(Debug)]
pub(super) struct Cells {
    reader: csv_core::Reader,
    separator: u8,
}

impl Cells {
    /// Of a table with this byte between its cells.
    pub(super) fn separator(&self) -> u8 {
        self.separator
    }

    pub(super) fn new(separator: u8) -> Self {
        let reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
        Self { reader, separator }
    }

    /// The cells of one row, which is given without the end of its line.
    pub(super) fn of(&mut self, row: &[u8]) -> ByteRecord {
        self.reader.reset();
        let most = memchr::memchr_iter(self.separator, row).count() + 1;
        let (mut text, mut ends) = (vec![0; row.len() + 1], vec![0; most + 1]);
        let (_, _, written, ended) = self.reader.read_record(row, &mut text, &mut ends);
        // The end of what there is ends the last cell.
        let left = (text.get_mut(written..), ends.get_mut(ended..));
        let (Some(text_left), Some(ends_left)) = left else { return ByteRecord::new() };
        let (_, _, _, last) = self.reader.read_record(&[], text_left, ends_left);
        let mut cells = ByteRecord::with_capacity(row.len(), most);
        let mut begin = 0;
        for end in ends.iter().take(ended + last) {
            cells.push_field(text.get(begin..*end).unwrap_or_default());
            begin = *end;
        }
        cells
    }
}
