using System.Text;
using System.Text.Json;

namespace Causeway.ResourceDirectory;

/// <summary>
/// A JSON file as one sheet: a directory of services laid out by the standard's own columns, or any other list of objects
/// with a column for each of their properties.
/// </summary>
internal static class JsonFile
{
    private const int Sample = 40;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonRecords.Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static ListOpening Open(byte[] bytes, string fileName, string? encodingName)
    {
        if (TextEncoding.ToUtf8(bytes, encodingName) is not { } text)
        {
            return ListOpening.No(FileKind.NotText);
        }

        var isLines = Path.GetExtension(fileName).ToLowerInvariant() is ".jsonl" or ".ndjson";
        var records = JsonRecords.Find(text.Utf8.Span, isLines);
        if (records.Count == 0)
        {
            return ListOpening.No(ListReader.NoRows);
        }

        var name = Path.GetFileNameWithoutExtension(fileName);
        var sheet = records.Take(Sample).Any(record => IsDirectory(text.Utf8, record))
            ? HsdsSheet.Of(name, () => Rows(text.Utf8, records))
            : JsonTable.Sheet(name, () => Values(text.Utf8, records));
        return ListOpening.Of(new ListFile(fileName, ListFormat.Json, text.Encoding.WebName, null, [sheet], []));
    }

    private static IEnumerable<string[]> Rows(ReadOnlyMemory<byte> text, List<JsonRecord> records)
    {
        foreach (var record in records)
        {
            using var document = Parse(text.Slice(record.Offset, record.Length));
            var any = false;
            foreach (var row in document is null ? [] : RowsOf(document.RootElement))
            {
                any = true;
                yield return row;
            }

            if (!any)
            {
                yield return Unread(text.Slice(record.Offset, record.Length), document is null);
            }
        }
    }

    private static IEnumerable<string[]> RowsOf(JsonElement root)
    {
        string? source = null;
        var holder = root;

        // A record in an envelope that says where it came from.
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("hsds", out var inner))
        {
            holder = inner;
            source = root.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String).Select(property => property.Value.GetString()).FirstOrDefault();
        }

        return HsdsLayout.Rows(HsdsUnit.Of(HsdsJson.Node(holder)), source);
    }

    /// <summary>The record as it stands, to be held: it says nothing, or cannot be read.</summary>
    private static string[] Unread(ReadOnlyMemory<byte> record, bool isBroken)
    {
        var cells = new HsdsCells();
        var text = Encoding.UTF8.GetString(record.Span);
        cells.Put(HsdsColumn.Rest, text.Length > ListReader.MaxCell ? text[..ListReader.MaxCell] : text);
        cells.Put(HsdsColumn.Remark, isBroken ? HsdsRemarks.Broken : HsdsRemarks.Empty);
        return cells.Cells();
    }

    private static IEnumerable<JsonElement?> Values(ReadOnlyMemory<byte> text, List<JsonRecord> records)
    {
        foreach (var record in records)
        {
            using var document = Parse(text.Slice(record.Offset, record.Length));
            yield return document?.RootElement;
        }
    }

    private static bool IsDirectory(ReadOnlyMemory<byte> text, JsonRecord record)
    {
        using var document = Parse(text.Slice(record.Offset, record.Length));
        return document is not null && HsdsRoot.IsDirectory(document.RootElement);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> record)
    {
        try
        {
            return JsonDocument.Parse(record, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Why a record of a directory waits. Each is a sentence for people and the key for other languages.</summary>
internal static class HsdsRemarks
{
    public const string Broken = "This record is broken and cannot be read.";
    public const string Empty = "This record says nothing we could read.";
    public const string NoOrganization = "The file names an institution for this service, but does not hold it.";
    public const string NoService = "This belongs to a service that is not in the file.";
    public const string NoLocation = "This belongs to a place that is not in the file.";
    public const string Nobody = "This belongs to nobody in the file.";
}
