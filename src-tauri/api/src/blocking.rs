//! Heavy work beside the document's thread: reading a workbook, laying out a report. A panic there is an error here.
//! Answers travel between threads without their type: the waiting is compiled once and not once for each of them.
use std::any::Any;

use crate::error::Error;

/// What comes back from another thread.
pub(crate) type Outcome = Result<Box<dyn Any + Send>, Error>;

/// Takes the type off an answer for the way back.
pub(crate) fn erased<T: Send + 'static>(outcome: Result<T, Error>) -> Outcome {
    outcome.map(|answer| Box::new(answer) as Box<dyn Any + Send>)
}

/// Gives an answer its type again.
pub(crate) fn typed<T: 'static>(outcome: Outcome) -> Result<T, Error> {
    // It was put in the box by the very caller that takes it out.
    outcome?.downcast().map(|answer| *answer).map_err(|_| Error::Closed)
}

/// Runs the work on a thread of its own kind and waits for it without blocking the caller's.
pub(crate) async fn blocking<T, F>(work: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T, Error> + Send + 'static,
{
    typed(wait(Box::new(move || erased(work()))).await)
}

async fn wait(work: Box<dyn FnOnce() -> Outcome + Send>) -> Outcome {
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        Err(ended) => Err(Error::Panicked(ended.to_string())),
    }
}
