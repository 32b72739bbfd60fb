//! Bytes: streams compressed once at a middling level (best costs twice the time for two per cent), small objects in
//! object streams, and an identity that follows from the content.
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, SaveOptions, Stream, StringFormat};
use sha2::{Digest, Sha256};

use crate::error::ExportError;

pub(super) fn save(mut file: Document) -> Result<Vec<u8>, ExportError> {
    identify(&mut file);
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            compress(stream)?;
        }
    }
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(6)
        .build();
    let mut bytes = vec![];
    file.save_with_options(&mut bytes, options).map_err(|error| ExportError::Pdf(error.to_string()))?;
    Ok(bytes)
}

/// The file's ID: a digest of its pages, fonts and metadata.
fn identify(file: &mut Document) {
    let mut digest = Sha256::new();
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    streams.for_each(|stream| digest.update(&stream.content));
    let id = Object::String(digest.finalize().iter().copied().take(16).collect(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
}

/// Metadata stays readable without a PDF program, as PDF/A asks.
fn compress(stream: &mut Stream) -> Result<(), ExportError> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let failed = |error: std::io::Error| ExportError::Pdf(error.to_string());
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(stream.content.len() / 3), Compression::new(5));
    encoder.write_all(&stream.content).map_err(failed)?;
    let compressed = encoder.finish().map_err(failed)?;
    if compressed.len() + 19 < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(compressed);
    }
    Ok(())
}
