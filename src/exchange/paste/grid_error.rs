//! Why nothing can be read of what was pasted.

use crate::limits;
use crate::locale::Text;

/// Why there is no grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridError {
    /// No cell with text in it.
    Empty,
    /// More bytes, rows, columns, cells or characters in a cell than allowed.
    TooLarge,
    /// A quoted cell without end: the row it begins in, from 1.
    OpenQuote(usize),
}

impl GridError {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(self) -> Text {
        match self {
            GridError::Empty => Text::new(
                "没有可读的数据。请在表格里选中单元格，复制后再粘贴。",
                "Nothing to read. Select cells in the table, copy and paste again.",
            ),
            GridError::TooLarge => Text::new(
                format!(
                    "内容太多：最多{}行、{}列，合计{}格。请分几次粘贴。",
                    limits::PASTE_ROWS,
                    limits::PASTE_COLUMNS,
                    limits::PASTE_CELLS
                ),
                format!(
                    "Too much: at most {} rows, {} columns and {} cells in all. Paste in parts.",
                    limits::PASTE_ROWS,
                    limits::PASTE_COLUMNS,
                    limits::PASTE_CELLS
                ),
            ),
            GridError::OpenQuote(row) => Text::new(
                format!("第{row}行的引号没有结束。"),
                format!("A quotation in row {row} does not end."),
            ),
        }
    }
}
