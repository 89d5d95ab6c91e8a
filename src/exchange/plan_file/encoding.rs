//! From bytes to text, or what the bytes are instead.

use crate::locale::Text;

/// First bytes of files that people open by mistake, and what they are.
const MAGIC: [(&[u8], &str, &str); 4] = [
    (b"PK\x03\x04", "压缩包或Excel/WPS表格", "an archive or a workbook"),
    (b"\x89PNG", "图片", "an image"),
    (b"\xff\xd8\xff", "图片", "an image"),
    (b"%PDF", "PDF", "a PDF"),
];

/// The text of a file in UTF-8, with or without a byte order mark.
///
/// # Errors
///
/// What the bytes are instead, and what would be right.
pub fn text(bytes: &[u8]) -> Result<&str, Text> {
    if let Some((_, zh, en)) = MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(Text::new(
            format!("这是{zh}，不是规划文件"),
            format!("this is {en}, not a plan file"),
        ));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Text::new(
            "文件的编码是UTF-16，请另存为UTF-8",
            "the file is encoded in UTF-16; save it as UTF-8",
        ));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(not_utf8)?;
    if text.trim().is_empty() {
        return Err(Text::new("文件为空", "the file is empty"));
    }
    Ok(text)
}

fn not_utf8(error: std::str::Utf8Error) -> Text {
    let byte = error.valid_up_to() + 1;
    Text::new(
        format!("第{byte}个字节起不是UTF-8编码（可能是GBK），请另存为UTF-8"),
        format!("not UTF-8 from byte {byte} on (perhaps GBK); save it as UTF-8"),
    )
}
