using System.Text;
using System.Xml;
using Causeway.Kernel;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Causeway.ResourceDirectory;

/// <summary>A spreadsheet as sheets of rows. Formulas are never worked out: the value saved with them is read.</summary>
internal static class XlsxFile
{
    public static readonly Refusal Unreadable =
        new("list.unreadable", "This spreadsheet is damaged. Open it in your spreadsheet program, save it again as .xlsx or CSV, and choose that file.", "File");

    public static readonly Refusal TooManySheets =
        new("list.too-many-sheets", "This spreadsheet has more than {0} sheets. Copy those with your lists into a new one and choose that file.", "File", MaxSheets);

    private const int MaxSheets = 100;

    // ExcelDataReader asks for code page 1252 even for XLSX.
    static XlsxFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static ListOpening Open(byte[] bytes, string fileName)
    {
        if (SpreadsheetGate.Check(bytes) is { } refusal)
        {
            return ListOpening.No(refusal);
        }

        try
        {
            var sheets = Sheets(bytes);
            var hidden = sheets.Where(sheet => sheet.Hidden).Select(sheet => sheet.Name).ToList();
            List<Wording> notes = hidden.Count == 0 ? [] : [new Wording("Hidden in your spreadsheet: {0}. Nothing of it is taken unless you choose it.", string.Join(", ", hidden))];
            return ListOpening.Of(new ListFile(fileName, ListFormat.Xlsx, null, null, sheets, notes));
        }
        catch (Exception broken) when (IsBrokenFile(broken))
        {
            return ListOpening.No(Unreadable);
        }
    }

    // What a parser throws at a damaged file, as far as it says it is damaged; memory and cancellation are not among them.
    private static bool IsBrokenFile(Exception broken) => broken is ExcelReaderException or XmlException or InvalidDataException or IOException
        or FormatException or OverflowException or ArgumentException or InvalidOperationException or NotSupportedException
        or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException or InvalidCastException;

    private static List<ListSheet> Sheets(byte[] bytes)
    {
        List<(string Name, bool Hidden)> names = [];
        using (var reader = Reader(bytes))
        {
            do
            {
                names.Add((reader.Name, !string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase)));
            }
            while (reader.NextResult());
        }

        if (names.Count > MaxSheets)
        {
            throw new ListLimitException(TooManySheets);
        }

        return names
            .Select((sheet, index) => (Sheet: sheet, Rows: new XlsxRows(() => Reader(bytes), index)))
            .Select(found => new ListSheet(found.Sheet.Name, found.Sheet.Hidden, SheetShaping.Of(found.Rows.Read()), found.Rows.Read))
            .ToList();
    }

    private static IExcelDataReader Reader(byte[] bytes) =>
        ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false), new ExcelReaderConfiguration { LeaveOpen = false });
}
