//! Heavy work beside the document's thread: reading a workbook, laying out a report. A panic there is an error here.
use crate::error::Error;

/// Runs the work on a thread of its own kind and waits for it without blocking the caller's.
pub(crate) async fn blocking<T, F>(work: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T, Error> + Send + 'static,
{
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        Err(ended) => Err(Error::Panicked(ended.to_string())),
    }
}
