"""Writes the report in CONTENT (JSON) as PDF/UA with WeasyPrint and prints the CPU seconds it took: CONTENT TARGET FONTS."""
import html
import json
import sys
import time

from weasyprint import HTML

content, target, fonts = sys.argv[1:4]
report = json.load(open(content, encoding="utf-8"))
started = time.process_time()
style = f"""@font-face {{ font-family: S; src: url(file://{fonts}/SourceSans3-Regular.ttf) }}
@page {{ size: A4; margin: 22mm 20mm; @bottom-right {{ content: "Sida " counter(page) }} }}
body {{ font: 10.5pt/1.42 S }} table {{ width: 100%; border-collapse: collapse; font-size: 8.4pt; table-layout: fixed }}
td, th {{ padding: 3.2pt; text-align: left; vertical-align: top; border-bottom: .4pt solid #c7ccd4 }} tr {{ break-inside: avoid }}"""
parts = [f'<html lang="sv-SE"><head><title>{html.escape(report["title"])}</title><style>{style}</style></head><body>']
for section in report["sections"]:
    parts.append(f'<h1>{html.escape(section["heading"])}</h1><p>{html.escape(section["text"])}</p><table><thead><tr>')
    parts += [f'<th scope="col">{html.escape(name)}</th>' for name in report["columns"]]
    parts.append("</tr></thead><tbody>")
    for line in section["rows"]:
        parts.append("<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in line) + "</tr>")
    parts.append("</tbody></table>")
HTML(string="".join(parts)).write_pdf(target, pdf_variant="pdf/ua-1")
print(time.process_time() - started)
