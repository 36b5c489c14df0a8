using System.IO.Compression;
using System.Security;
using System.Text;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Builds a small spreadsheet by hand, part by part, so that broken and hostile ones can be built too.</summary>
internal sealed class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Data, string Tail)> sheets = [];
    private readonly List<(string Name, byte[] Content)> extra = [];
    private string contentTypesProlog = "";

    public static string T(string reference, string text) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    /// <param name="style">0 general, 1 date, 2 ten zeros, 3 euro, 4 percent.</param>
    public static string N(string reference, string number, int style = 0) => $"<c r=\"{reference}\" s=\"{style}\"><v>{number}</v></c>";

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    public static string TextRow(int number, params string[] texts) =>
        Row(number, [.. texts.Select((text, i) => T($"{(char)('A' + i)}{number}", text)).Where((_, i) => texts[i].Length > 0)]);

    public Xlsx Sheet(string name, string rows, string state = "visible", string merged = "")
    {
        sheets.Add((name, state, rows, merged.Length == 0 ? "" : $"<mergeCells><mergeCell ref=\"{merged}\"/></mergeCells>"));
        return this;
    }

    public Xlsx Part(string name, byte[] content)
    {
        extra.Add((name, content));
        return this;
    }

    public Xlsx Prolog(string prolog)
    {
        contentTypesProlog = prolog;
        return this;
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", contentTypesProlog + ContentTypes());
            Write(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{Each((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i}\" state=\"{sheet.State}\" r:id=\"rId{i}\"/>")}</sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{Each((_, i) => $"<Relationship Id=\"rId{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")}<Relationship Id=\"rIdS\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
            Write(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0000000000\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0.00\\ [$€-407]\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"165\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Count; i++)
            {
                Write(zip, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[i].Data}</sheetData>{sheets[i].Tail}</worksheet>");
            }

            foreach (var (name, content) in extra)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static string ContentTypes() =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";

    private string Each(Func<(string Name, string State, string Data, string Tail), int, string> part) => string.Concat(sheets.Select((sheet, i) => part(sheet, i + 1)));

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
