//! Packs the fonts, which are half air: `fonts.rs` unpacks the ones that are used.
use std::io::Write;
use std::path::Path;
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::ZlibEncoder;

fn main() -> io::Result<()> {
    let fonts = Path::new("../../assets/fonts");
    println!("cargo::rerun-if-changed={}", fonts.display());
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for entry in fs::read_dir(fonts)? {
        let path = entry?.path();
        let (Some(name), true) = (path.file_stem(), path.extension().is_some_and(|ending| ending == "ttf"))
        else {
            continue;
        };
        let packed = fs::File::create(Path::new(&out).join(name))?;
        let mut encoder = ZlibEncoder::new(packed, Compression::best());
        encoder.write_all(&fs::read(&path)?)?;
        encoder.finish()?;
    }
    Ok(())
}
