"""Writes the report in CONTENT (JSON) as PDF/UA + PDF/A with Typst and prints the CPU seconds it took: CONTENT TARGET FONTS."""
import json
import os
import sys
import tempfile
import time

import typst

content, target, fonts = sys.argv[1:4]
SOURCE = """#let d = json("content.json")
#set document(title: d.title, date: datetime(year: 2026, month: 10, day: 31))
#set text(font: "Source Sans 3", size: 10.5pt, lang: "sv", region: "SE", hyphenate: true)
#set page(paper: "a4", margin: (x: 20mm, y: 22mm), footer: context [Sida #counter(page).display()])
#show table.cell: set text(8.4pt)
#title()
#for s in d.sections {
  heading(level: 1, s.heading)
  par(s.text)
  table(columns: d.shares.map(x => x * 1fr), inset: 3.2pt, stroke: (bottom: 0.4pt),
    table.header(..d.columns.map(c => strong(c))), ..s.rows.flatten())
}
"""
with tempfile.TemporaryDirectory() as folder:
    open(os.path.join(folder, "main.typ"), "w", encoding="utf-8").write(SOURCE)
    json.dump(json.load(open(content, encoding="utf-8")), open(os.path.join(folder, "content.json"), "w", encoding="utf-8"))
    started = time.process_time()
    pdf = typst.compile(
        os.path.join(folder, "main.typ"),
        format="pdf",
        font_paths=[fonts],
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
    )
    open(target, "wb").write(pdf)
    print(time.process_time() - started)
