//! A new file: an empty plan from a template. One that could not be filled is not left behind.
use std::path::Path;

use plan_core::document::Environment;
use serde_json::Value;

use crate::error::UiError;
use crate::session::Session;

/// Makes a plan file with its first year, organisation and styrmodell: the command `create_plan` on a new file.
pub async fn create_plan(path: &Path, environment: Environment, request: Value) -> Result<Value, UiError> {
    let session = Session::create(path, environment).await?;
    let created = session.call("create_plan", request).await;
    let closed = session.close().await;
    let outcome = created.and_then(|reply| closed.map(|()| reply));
    if outcome.is_err() {
        // Made by us a moment ago and still empty: nothing of anybody's is lost.
        let _ = std::fs::remove_file(path);
    }
    outcome
}
