using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Writes listings as a workbook, row by row. Every cell is text: no program takes "=1+1" for a formula or eats the plus of a
/// phone number, so nothing has to be put in front of anything.
/// </summary>
internal static class ListingXlsx
{
    /// <summary>What one cell of a workbook holds.</summary>
    private const int Longest = 32_767;

    private const uint HeadStyle = 1;

    private const uint TextStyle = 2;

    public static async Task WriteAsync(Stream to, IQueryable<Listing> listings, IReadOnlyList<FileColumn> columns, string sheetName, CancellationToken ct)
    {
        using var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(FirstLineStays());
            writer.WriteElement(new Columns(new Column { Min = 1, Max = (uint)columns.Count, Width = 22, CustomWidth = true }));
            writer.WriteStartElement(new SheetData());
            Line(writer, columns.Select(c => c.Heading), HeadStyle);
            await foreach (var listing in ListingFile.Rows(listings).WithCancellation(ct))
            {
                Line(writer, columns.Select(c => c.Text(listing)), TextStyle);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new Workbook(new Sheets(new Sheet { Name = sheetName, SheetId = 1, Id = book.GetIdOfPart(sheet) }));
    }

    private static void Line(OpenXmlWriter writer, IEnumerable<string> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            if (cell.Length == 0)
            {
                writer.WriteElement(new Cell { StyleIndex = style });
                continue;
            }

            var text = new Text(Allowed(cell)) { Space = SpaceProcessingModeValues.Preserve };
            writer.WriteElement(new Cell { DataType = CellValues.InlineString, StyleIndex = style, InlineString = new InlineString(text) });
        }

        writer.WriteEndElement();
    }

    /// <summary>Signs that XML cannot carry are left out; what a cell cannot hold is cut.</summary>
    private static string Allowed(string text)
    {
        var clean = text.All(System.Xml.XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => r.Value is not 0xFFFD && (!r.IsBmp || System.Xml.XmlConvert.IsXmlChar((char)r.Value))).Select(r => r.ToString()));
        return clean.Length <= Longest ? clean : clean[..Longest];
    }

    private static SheetViews FirstLineStays() => new(new SheetView(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 });

    /// <summary>Format 49 is "text": what somebody types into such a cell later stays text, too.</summary>
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true, NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }));
}
