//! The engine behind a small HTTP server on this machine, for work on the screens in a browser: `npm run dev` sends every
//! command here. Opens a fresh copy of the example, `--fil F` that file's copy, `--stor N` a plan of N aktiviteter,
//! `--tom` nothing. `--valj PATH` is what native dialogs answer. Never part of what people get.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::print_stderr)]
#[path = "../benches/support/content.rs"]
#[allow(dead_code, unreachable_pub)]
mod content;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use plan_api::{Program, Surroundings, Watch};
use serde_json::{Value, json};
use uuid::Uuid;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let flag = |name: &str| args.iter().any(|arg| arg == name);
    let value = |name: &str| args.iter().position(|arg| arg == name).and_then(|at| args.get(at + 1).cloned());
    let port = value("--port").map_or(7331, |port| port.parse().expect("a port"));
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = Arc::new(tokio::runtime::Runtime::new().expect("a runtime"));
    let program = Program::new(surroundings(folder.path()));

    let start = match (value("--fil"), value("--stor")) {
        _ if flag("--tom") => None,
        (Some(fil), _) => Some(("open_plan", json!({ "fil": copied(Path::new(&fil), folder.path()) }))),
        (_, Some(count)) => {
            Some(("open_plan", json!({ "fil": large(count.parse().expect("a number"), folder.path()) })))
        }
        _ => Some(("open_exempel", json!({}))),
    };
    if let Some((command, request)) = start {
        runtime.block_on(program.call(command, request, Watch::default())).expect("the plan opens");
        let vem = value("--vem").unwrap_or_else(|| "Verksamhetscontroller".to_owned());
        if !flag("--utan-vem") {
            let vem = json!({ "befattning": vem, "ny": false });
            runtime.block_on(program.call("set_vem", vem, Watch::default())).expect("vem");
        }
    }

    let chosen = value("--valj");
    let listener = TcpListener::bind(("127.0.0.1", port)).expect("the port is free");
    println!("http://127.0.0.1:{port}  {}", folder.path().display());
    for stream in listener.incoming().flatten() {
        let (program, runtime, chosen) = (program.clone(), runtime.clone(), chosen.clone());
        std::thread::spawn(move || {
            if let Err(error) = serve(stream, &program, &runtime, chosen.as_deref()) {
                eprintln!("{error}");
            }
        });
    }
}

fn surroundings(folder: &Path) -> Surroundings {
    Surroundings {
        settings_dir: Some(folder.join("installningar")),
        backup_dir: Some(folder.join("sakerhetskopior")),
        data_dir: folder.join("data"),
        planer_dir: folder.join("Documents/Planer"),
        home: Some(folder.to_owned()),
        machine: "bro".to_owned(),
        vem: None,
        now: Arc::new(|| chrono::Local::now().fixed_offset()),
        new_id: Arc::new(Uuid::now_v7),
    }
}

fn copied(fil: &Path, folder: &Path) -> PathBuf {
    let to = folder.join(fil.file_name().expect("a file"));
    std::fs::copy(fil, &to).expect("the file can be copied");
    to
}

fn large(aktiviteter: usize, folder: &Path) -> PathBuf {
    let fil = folder.join("stor.vplan");
    let mut document = content::empty_plan(&fil);
    let uppdrag = (aktiviteter / 40).max(1);
    content::import(
        &mut document,
        &[content::uppdrag(uppdrag), content::aktiviteter(aktiviteter, uppdrag), content::matetal(60, 3, 1)],
    );
    document.close().expect("closed");
    fil
}

/// One request on one connection: the body is `{name, args}`, the answer `{ok}` or `{error}`.
fn serve(
    mut stream: TcpStream,
    program: &Program,
    runtime: &tokio::runtime::Runtime,
    chosen: Option<&str>,
) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let request: Value = serde_json::from_slice(&body).unwrap_or_default();
    let name = request["name"].as_str().unwrap_or_default().to_owned();
    let answer = match name.strip_prefix("host_") {
        Some(call) => json!({ "ok": host(call, chosen) }),
        None => match runtime.block_on(program.call(&name, request["args"].clone(), Watch::default())) {
            Ok(reply) => json!({ "ok": reply }),
            Err(error) => json!({ "error": error }),
        },
    };
    let body = answer.to_string();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// What the desktop would answer: dialogs give the path that was said at the start.
fn host(call: &str, chosen: Option<&str>) -> Value {
    match call {
        "choose_open" | "choose_save" | "choose_folder" => json!(chosen),
        _ => Value::Null,
    }
}
