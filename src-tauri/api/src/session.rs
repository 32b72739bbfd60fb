//! The open document as an async handle. One thread owns the document; jobs reach it through a queue and answer
//! through a channel of their own, so no lock can be poisoned and no caller blocks. Knows no command.
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::JoinHandle;

use plan_core::document::{Access, Document, Environment};
use serde_json::Value;
use tokio::sync::oneshot;

use crate::blocking::{Outcome, erased, typed};
use crate::commands;
use crate::error::{Error, UiError};
use crate::import::Kallminne;
use crate::report::uppstallning::Uppstallningar;
use crate::watch::Watch;

type Job = Box<dyn FnOnce(&mut Document) + Send>;

/// A handle to one open document; clones share it. The document closes when the last handle is gone.
#[derive(Clone)]
pub struct Session {
    jobs: mpsc::Sender<Job>,
    thread: std::sync::Arc<Owner>,
    /// The reports laid out last: a page on screen costs no second layout.
    pub(crate) uppstallningar: std::sync::Arc<Uppstallningar>,
    /// The files being read in.
    pub(crate) sources: std::sync::Arc<Kallminne>,
}

/// The document's thread, joined when the last handle goes, so that the file is closed when the program says so.
struct Owner {
    path: Option<PathBuf>,
    handle: std::sync::Mutex<Option<JoinHandle<Result<(), plan_core::Error>>>>,
}

impl Session {
    /// Opens a plan.
    pub async fn open(path: &Path, access: Access, environment: Environment) -> Result<Session, UiError> {
        Ok(Session::open_raw(path, access, environment).await?)
    }

    /// As [`Session::open`], for a caller that has its own words for what went wrong.
    pub(crate) async fn open_raw(
        path: &Path,
        access: Access,
        environment: Environment,
    ) -> Result<Session, Error> {
        let target = path.to_owned();
        Session::start(Some(path.to_owned()), move || Document::open(&target, access, environment)).await
    }

    /// Makes a new plan file; never over an existing one.
    pub async fn create(path: &Path, environment: Environment) -> Result<Session, UiError> {
        let target = path.to_owned();
        Ok(Session::start(Some(path.to_owned()), move || Document::create(&target, environment)).await?)
    }

    /// A plan without a file, for tests.
    pub async fn create_in_memory(environment: Environment) -> Result<Session, UiError> {
        Ok(Session::start(None, move || Document::create_in_memory(environment)).await?)
    }

    /// Runs a command of the table: JSON in, JSON out.
    pub async fn call(&self, command: &str, args: Value) -> Result<Value, UiError> {
        self.call_watched(command, args, Watch::default()).await
    }

    /// As [`Session::call`], for long work: progress is told and the work can be cancelled.
    pub async fn call_watched(&self, command: &str, args: Value, watch: Watch) -> Result<Value, UiError> {
        Ok(commands::run(self, command, args, watch).await?)
    }

    /// Where the document lies; `None` in memory.
    pub fn path(&self) -> Option<&Path> {
        self.thread.path.as_deref()
    }

    /// Closes the document when this is the last handle, and says whether that went well.
    pub async fn close(self) -> Result<(), UiError> {
        let Session { jobs, thread, .. } = self;
        drop(jobs);
        match std::sync::Arc::into_inner(thread).and_then(|owner| owner.take()) {
            Some(handle) => {
                let ended = tokio::task::spawn_blocking(move || handle.join()).await;
                match ended {
                    Ok(Ok(closed)) => closed.map_err(UiError::from),
                    _ => Err(Error::Closed.into()),
                }
            }
            None => Ok(()),
        }
    }

    /// Runs a job on the document's thread. A panic is caught; its open transaction has then been rolled back.
    pub(crate) async fn on<T, F>(&self, job: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Document) -> Result<T, Error> + Send + 'static,
    {
        let job = Box::new(move |document: &mut Document| erased(job(document)));
        typed(self.queue(job).await)
    }

    /// The way there and back, compiled once for all kinds of answers.
    async fn queue(&self, job: Box<dyn FnOnce(&mut Document) -> Outcome + Send>) -> Outcome {
        let (answer, answered) = oneshot::channel();
        let job = move |document: &mut Document| {
            let outcome = catch_unwind(AssertUnwindSafe(|| job(document)))
                .unwrap_or_else(|panic| Err(Error::Panicked(words_of(&*panic))));
            // Nobody waits any longer when the caller has been dropped; the work is done all the same.
            let _ = answer.send(outcome);
        };
        self.jobs.send(Box::new(job)).map_err(|_| Error::Closed)?;
        answered.await.map_err(|_| Error::Closed)?
    }

    async fn start<F>(path: Option<PathBuf>, open: F) -> Result<Session, Error>
    where
        F: FnOnce() -> Result<Document, plan_core::Error> + Send + 'static,
    {
        let (jobs, queue) = mpsc::channel::<Job>();
        let (opened, is_open) = oneshot::channel();
        let handle = std::thread::Builder::new()
            .name("document".into())
            .spawn(move || own(open, opened, &queue))
            .map_err(|source| Error::File { path: path.clone().unwrap_or_default(), source })?;
        let thread = Owner { path, handle: std::sync::Mutex::new(Some(handle)) };
        is_open.await.map_err(|_| Error::Closed)??;
        Ok(Session {
            jobs,
            thread: std::sync::Arc::new(thread),
            uppstallningar: std::sync::Arc::default(),
            sources: std::sync::Arc::default(),
        })
    }
}

/// The life of the document's thread: open, jobs in order until every handle is gone, close.
fn own(
    open: impl FnOnce() -> Result<Document, plan_core::Error>,
    opened: oneshot::Sender<Result<(), Error>>,
    queue: &mpsc::Receiver<Job>,
) -> Result<(), plan_core::Error> {
    let opening = catch_unwind(AssertUnwindSafe(open));
    let (mut document, answer) = match opening {
        Ok(Ok(document)) => (Some(document), Ok(())),
        Ok(Err(error)) => (None, Err(Error::Core(error))),
        Err(panic) => (None, Err(Error::Panicked(words_of(&*panic)))),
    };
    let _ = opened.send(answer);
    if let Some(document) = &mut document {
        while let Ok(job) = queue.recv() {
            job(document);
        }
    }
    document.map_or(Ok(()), Document::close)
}

impl Owner {
    fn take(&self) -> Option<JoinHandle<Result<(), plan_core::Error>>> {
        self.handle.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take()
    }
}

impl Drop for Owner {
    /// Every queue handle is gone before this one is, so the thread is on its way out: the file is closed when we return.
    fn drop(&mut self) {
        if let Some(handle) = self.take().filter(|h| h.thread().id() != std::thread::current().id()) {
            let _ = handle.join();
        }
    }
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "unknown panic".to_owned())
}
