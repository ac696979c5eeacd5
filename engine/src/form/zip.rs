//! Files in a zip, stored as they are (APPNOTE.TXT 6.3.3).

/// The bytes of a zip of these files, each with its name. All have the first date that a zip
/// can say, so that the same files give the same bytes.
pub(super) fn zipped(files: &[(String, String)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let about = about(name, text);
        let offset = number(bytes.len());
        bytes.extend([b"PK\x03\x04", &about[..], name.as_bytes(), text.as_bytes()].concat());
        // Made by version 2.0; no comment, the first disk, no attributes.
        let head = [b"PK\x01\x02", &20_u16.to_le_bytes()[..], &about, &[0; 10], &offset];
        directory.extend([&head.concat()[..], name.as_bytes()].concat());
    }
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes();
    let [start, length] = [bytes.len(), directory.len()].map(number);
    bytes.extend(directory);
    bytes.extend([b"PK\x05\x06", &[0; 4][..], &count, &count, &length, &start, &[0; 2]].concat());
    bytes
}

/// What is said of a file before it and in the directory.
fn about(name: &str, text: &str) -> Vec<u8> {
    /// Version 2.0, names in UTF-8, stored, at midnight of 1 January 1980.
    const BEGIN: [u8; 10] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
    let size = number(text.len());
    let length = u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes();
    [&BEGIN[..], &checksum(text.as_bytes()).to_le_bytes(), &size, &size, &length, &[0; 2]].concat()
}

/// A length: no form is longer than the largest questionnaire a few times over.
fn number(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

/// The CRC-32 of bytes.
fn checksum(bytes: &[u8]) -> u32 {
    const POLYNOMIAL: u32 = 0xedb8_8320;
    let shifted = |sum: u32| (sum >> 1) ^ (POLYNOMIAL & (sum & 1).wrapping_neg());
    let add = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| shifted(sum));
    !bytes.iter().fold(u32::MAX, add)
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }
}
