"""Writers: XLSX by hand (the same bytes on every machine) and the dialects of delimited text."""
from datetime import date as day_of
from xml.sax.saxutils import escape

from .pack import archive

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class Number:
    """A cell that the school's spreadsheet keeps as a number, for example a phone without its zeros."""

    def __init__(self, value):
        self.value = value


class Day:
    """A cell that the spreadsheet keeps as a serial date."""

    def __init__(self, year, month, day):
        self.serial = (day_of(year, month, day) - day_of(1899, 12, 30)).days


class Rich:
    """A text in several runs, as when somebody coloured one word."""

    def __init__(self, *runs):
        self.runs = runs


def column(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


class Workbook:
    def __init__(self):
        self.sheets, self.strings, self.total = [], {}, 0

    def sheet(self, name, rows, merges=(), bold_rows=(), widths=(), hidden_columns=(), right_to_left=False):
        """rows: {row number from 1: [cells]}."""
        self.sheets.append((name, rows, list(merges), set(bold_rows), widths, set(hidden_columns), right_to_left))

    def _text(self, value):
        if isinstance(value, Rich):
            xml = "".join(f'<r><rPr><b/></rPr><t xml:space="preserve">{escape(run)}</t></r>' if i % 2 else
                          f'<r><t xml:space="preserve">{escape(run)}</t></r>' for i, run in enumerate(value.runs))
        else:
            space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
            xml = f"<t{space}>{escape(value)}</t>"
        self.total += 1
        return self.strings.setdefault(xml, len(self.strings))

    def _cell(self, place, value, bold):
        if isinstance(value, Number):
            return f'<c r="{place}"><v>{value.value}</v></c>'
        if isinstance(value, Day):
            return f'<c r="{place}" s="2"><v>{value.serial}</v></c>'
        style = ' s="1"' if bold else ' s="3"' if isinstance(value, str) and "\n" in value else ""
        return f'<c r="{place}"{style} t="s"><v>{self._text(value)}</v></c>'

    def _sheet_xml(self, sheet):
        _, rows, merges, bold_rows, widths, hidden, right_to_left = sheet
        out = [XML, f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"']
        out.append(' rightToLeft="1"/></sheetViews>' if right_to_left else "/></sheetViews>")
        out.append('<sheetFormatPr defaultRowHeight="15"/>')
        if widths:
            out.append("<cols>")
            for i, width in enumerate(widths, 1):
                out.append(f'<col min="{i}" max="{i}" width="{width}" customWidth="1"{" hidden=" + chr(34) + "1" + chr(34) if i in hidden else ""}/>')
            out.append("</cols>")
        out.append("<sheetData>")
        for number in sorted(rows):
            cells = "".join(self._cell(f"{column(i)}{number}", value, number in bold_rows)
                            for i, value in enumerate(rows[number]) if value is not None and value != "")
            out.append(f'<row r="{number}">{cells}</row>')
        out.append("</sheetData>")
        if merges:
            out.append(f'<mergeCells count="{len(merges)}">' + "".join(f'<mergeCell ref="{m}"/>' for m in merges) + "</mergeCells>")
        out.append("</worksheet>")
        return "".join(out)

    def to_bytes(self):
        bodies = [self._sheet_xml(sheet) for sheet in self.sheets]
        count = range(1, len(bodies) + 1)
        parts = {
            "[Content_Types].xml": XML + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
            + "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{TYPES}.worksheet+xml"/>' for i in count)
            + f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPES}.sharedStrings+xml"/></Types>',
            "_rels/.rels": XML + f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": XML + f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>'
            + "".join(f'<sheet name="{escape(s[0])}" sheetId="{i}" r:id="rId{i}"/>' for i, s in enumerate(self.sheets, 1)) + "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": XML + f'<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="rId{i}" Type="{REL}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in count)
            + f'<Relationship Id="rId{len(bodies) + 1}" Type="{REL}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId{len(bodies) + 2}" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            "xl/styles.xml": XML + f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
            '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">'
            '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
            '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>',
            "xl/sharedStrings.xml": XML + f'<sst xmlns="{MAIN}" count="{self.total}" uniqueCount="{len(self.strings)}">'
            + "".join(f"<si>{xml}</si>" for xml in self.strings) + "</sst>",
        }
        for i, body in enumerate(bodies, 1):
            parts[f"xl/worksheets/sheet{i}.xml"] = body
        return archive({name: text.encode("utf-8") for name, text in parts.items()})


def text_rows(rows, separator, newline):
    """Delimited text and the physical line on which each row begins."""
    lines, starts, at = [], [], 1
    for row in rows:
        starts.append(at)
        line = separator.join('"' + cell.replace('"', '""') + '"' if any(c in cell for c in (separator, '"', "\n")) else cell for cell in row)
        lines.append(line)
        at += 1 + line.count("\n")
    return newline.join(lines) + newline, starts
