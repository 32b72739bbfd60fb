//! What the file says of itself: XMP, document information, output intent and the catalog.
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::outline;
use crate::pages::Pages;

const LANGUAGE: &str = "sv-SE";
const PRODUCER: &str = "printpdf 0.12 + lopdf 0.44";
const CREATOR: &str = "Röda tråden";
/// The CC0 profile sRGB-v4.
const SRGB: &[u8] = include_bytes!("../../../../assets/sRGB-v4.icc");

pub(super) fn write(
    file: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
    structure: ObjectId,
) -> lopdf::Result<()> {
    file.version = "1.7".into();
    let outline = outline::write(file, pages, page_ids);
    let xmp = Stream::new(dictionary! {"Type" => "Metadata", "Subtype" => "XML"}, xmp(pages).into_bytes());
    let xmp = file.add_object(xmp.with_compression(false));
    let intent = output_intent(file);
    write_information(file, pages)?;
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", structure);
    catalog.set("MarkInfo", dictionary! {"Marked" => true});
    catalog.set("Lang", Object::string_literal(LANGUAGE));
    catalog.set("ViewerPreferences", dictionary! {"DisplayDocTitle" => true});
    catalog.set("Metadata", xmp);
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.remove(b"PageLayout");
    catalog.remove(b"PageMode");
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    Ok(())
}

/// ASCII as it is, anything else as UTF-16 with its mark.
pub(super) fn text_string(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

fn output_intent(file: &mut Document) -> Dictionary {
    let profile = file.add_object(Stream::new(dictionary! {"N" => 3}, SRGB.to_vec()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    }
}

/// The same words and day as the XMP has, as PDF/A asks.
fn write_information(file: &mut Document, pages: &Pages) -> lopdf::Result<()> {
    let information = file.trailer.get(b"Info")?.as_reference()?;
    let date = pages.date.format("D:%Y%m%d120000+00'00'").to_string();
    let contents = dictionary! {
        "Title" => text_string(&readable(&pages.title)),
        "Author" => text_string(&readable(&pages.author)),
        "Subject" => text_string(&readable(&pages.subject)),
        "Creator" => text_string(CREATOR),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => Object::string_literal(date.clone()),
        "ModDate" => Object::string_literal(date),
    };
    file.set_object(information, contents);
    Ok(())
}

fn xmp(pages: &Pages) -> String {
    let escape = |text: &str| {
        readable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('{', "&#123;")
    };
    include_str!("xmp.xml")
        .replace("{title}", &escape(&pages.title))
        .replace("{author}", &escape(&pages.author))
        .replace("{subject}", &escape(&pages.subject))
        .replace("{language}", LANGUAGE)
        .replace("{date}", &pages.date.format("%Y-%m-%dT12:00:00+00:00").to_string())
        .replace("{creator}", CREATOR)
        .replace("{producer}", PRODUCER)
}

/// Control characters have no place in XML.
fn readable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { c })
        .collect()
}
