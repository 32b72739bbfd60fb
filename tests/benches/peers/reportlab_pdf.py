"""Writes the report in CONTENT (JSON) as PDF with ReportLab and prints the CPU seconds it took: CONTENT TARGET FONTS."""
import json
import sys
import time

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

content, target, fonts = sys.argv[1:4]
report = json.load(open(content, encoding="utf-8"))
started = time.process_time()
for face in ("Regular", "Semibold"):
    pdfmetrics.registerFont(TTFont(face, f"{fonts}/SourceSans3-{face}.ttf"))
body = ParagraphStyle("body", fontName="Regular", fontSize=10.5, leading=15)
heading = ParagraphStyle("heading", fontName="Semibold", fontSize=18, leading=23)
cell = ParagraphStyle("cell", fontName="Regular", fontSize=8.4, leading=10.4)
amount = ParagraphStyle("amount", parent=cell, alignment=2)
head = ParagraphStyle("head", parent=cell, fontName="Semibold")
look = [
    ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e6edf5")),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.HexColor("#c7ccd4")),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
story = [Paragraph(report["title"], heading)]
for section in report["sections"]:
    story += [Paragraph(section["heading"], heading), Paragraph(section["text"], body)]
    rows = [[Paragraph(name, head) for name in report["columns"]]]
    for line in section["rows"]:
        rows.append([Paragraph(text, amount if i in (2, 3, 4) else cell) for i, text in enumerate(line)])
    widths = [482 * share for share in report["shares"]]
    story += [Table(rows, colWidths=widths, repeatRows=1, style=look), Spacer(1, 8)]


def footer(canvas, document):
    canvas.setFont("Regular", 8)
    canvas.drawRightString(538, 32, f"Sida {document.page}")


page = SimpleDocTemplate(target, pagesize=A4, title=report["title"])
page.build(story, onFirstPage=footer, onLaterPages=footer)
print(time.process_time() - started)
