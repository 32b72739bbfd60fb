"""Writes ROWS rows as Excel with XlsxWriter, in process, and prints the CPU seconds it took: ROWS TARGET."""
import datetime
import sys
import time

import xlsxwriter

rows, target = int(sys.argv[1]), sys.argv[2]
started = time.process_time()
book = xlsxwriter.Workbook(target)
sheet = book.add_worksheet("Aktiviteter")
tkr = book.add_format({"num_format": "#,##0", "valign": "top"})
day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
text = book.add_format({"text_wrap": True, "valign": "top"})
end = datetime.date(2026, 10, 31)
for i in range(rows):
    row = i + 2
    sheet.write_string(row, 0, f"{i}.1 Följa upp rutinen för övergångar", text)
    sheet.write_string(row, 1, "Pågår enligt plan" if i % 3 else "Försenad", text)
    sheet.write_datetime(row, 2, end, day)
    sheet.write_number(row, 3, i % 101, tkr)
    sheet.write_number(row, 4, (i * 7919) % 1000000 / 100, tkr)
    sheet.write_number(row, 5, -((i * 104729) % 1000000) / 100, tkr)
    sheet.write_string(row, 6, "Enligt plan, nästa avstämning i november.", text)
headings = ["Aktivitet", "Status", "Klart", "Färdigt", "Budget", "Prognos", "Kommentar"]
sheet.add_table(1, 0, rows + 1, 6, {"columns": [{"header": name} for name in headings]})
book.close()
print(time.process_time() - started)
