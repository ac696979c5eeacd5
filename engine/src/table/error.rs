//! Why a table cannot be read.

use std::io;

/// Why a table cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The reader failed.
    #[error("{0}")]
    Read(#[from] io::Error),
    /// The rows are no table.
    #[error("{0}")]
    Data(String),
}
