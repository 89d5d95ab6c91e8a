//! Several files as one ZIP archive: browsers ask before a page may save many files at once.

use miniz_oxide::deflate::compress_to_vec;

/// Zip's own numbers: signatures, the version that is needed, names in UTF-8, deflate.
const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const VERSION: u16 = 20;
const UTF_8: u16 = 1 << 11;
const DEFLATE: u16 = 8;
const LEVEL: u8 = 6;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Calendar year.
    pub year: u16,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

impl Date {
    /// `2026-11-24`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// As MS-DOS wrote it, which an archive still does; it knows no year before 1980.
    fn dos(self) -> u16 {
        let years = self.year.clamp(1980, 2107) - 1980;
        years << 9 | u16::from(self.month) << 5 | u16::from(self.day)
    }
}

/// The archive of `files`, by name and content, all of one day; the caller keeps names apart.
#[must_use]
pub fn archive(files: &[(String, Vec<u8>)], date: Date) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let offset = out.len() as u32;
        let packed = compress_to_vec(content, LEVEL);
        let mut common = Vec::new();
        for field in [VERSION, UTF_8, DEFLATE, 0, date.dos()] {
            common.extend(field.to_le_bytes());
        }
        for field in [crc32(content), packed.len() as u32, content.len() as u32] {
            common.extend(field.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend(0u16.to_le_bytes());
        out.extend(LOCAL.to_le_bytes());
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(CENTRAL.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&common);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, size, count) = (out.len() as u32, directory.len() as u32, files.len() as u16);
    out.extend(directory);
    out.extend(END.to_le_bytes());
    out.extend([0; 4]);
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    out.extend(0u16.to_le_bytes());
    out
}

/// CRC-32 of ISO 3309, the reflected polynomial.
fn crc32(content: &[u8]) -> u32 {
    let mut register = u32::MAX;
    for byte in content {
        register ^= u32::from(*byte);
        for _ in 0..8 {
            let low = register & 1;
            register = (register >> 1) ^ (0xedb8_8320 * low);
        }
    }
    !register
}

#[cfg(test)]
mod tests {
    use miniz_oxide::inflate::decompress_to_vec;

    use super::*;

    const DAY: Date = Date { year: 2026, month: 11, day: 24 };

    #[test]
    fn the_checksum_is_that_of_its_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn a_date_is_written_both_ways() {
        assert_eq!(DAY.iso(), "2026-11-24");
        assert_eq!(DAY.dos(), 0x5d78);
        assert_eq!(Date { year: 1970, month: 1, day: 1 }.dos(), 0x0021);
    }

    /// Name, checksum and content of each file, found by the directory at the end.
    fn read(archive: &[u8]) -> Vec<(String, u32, Vec<u8>)> {
        let two = |at: usize| usize::from(u16::from_le_bytes([archive[at], archive[at + 1]]));
        let four = |at: usize| u32::from_le_bytes(archive[at..at + 4].try_into().unwrap());
        let end = archive.len() - 22;
        assert_eq!(four(end), END);
        let mut at = four(end + 16) as usize;
        let mut files = Vec::new();
        for _ in 0..two(end + 10) {
            assert_eq!(four(at), CENTRAL);
            let (packed, name) = (four(at + 20) as usize, two(at + 28));
            let local = four(at + 42) as usize;
            assert_eq!(four(local), LOCAL);
            // What the directory says of the file, the file says too.
            assert_eq!(archive[at + 6..at + 30], archive[local + 4..local + 28]);
            let from = local + 30 + name;
            let content = decompress_to_vec(&archive[from..from + packed]).unwrap();
            assert_eq!(content.len(), four(at + 24) as usize);
            let name = String::from_utf8(archive[at + 46..at + 46 + name].to_vec()).unwrap();
            at += 46 + name.len();
            files.push((name, four(local + 14), content));
        }
        assert_eq!(at, end, "nothing between the directory and the end");
        files
    }

    #[test]
    fn an_archive_gives_back_what_was_put_in() {
        let files = [
            ("表/指标.csv".to_owned(), "甲,乙\r\n".repeat(100).into_bytes()),
            ("空".to_owned(), Vec::new()),
        ];
        let read = read(&archive(&files, DAY));
        assert_eq!(read.len(), 2);
        for ((name, checksum, content), put) in read.iter().zip(&files) {
            assert_eq!((name, content), (&put.0, &put.1));
            assert_eq!(*checksum, crc32(content));
        }
    }
}
