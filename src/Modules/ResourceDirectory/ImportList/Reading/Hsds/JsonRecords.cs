using System.Text.Json;
using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>Where one record stands in the text of a file.</summary>
internal readonly record struct JsonRecord(int Offset, int Length);

/// <summary>
/// Cuts a JSON text into its records without building it up in memory: the items of a list, the contents of a page, or
/// one value a line. A line that is broken is a record too; a broken list is refused, because nobody knows where it ends.
/// </summary>
internal static class JsonRecords
{
    public const int Deepest = 64;
    private const int MostBytesOfLine = 4 * 1024 * 1024;

    public static readonly Refusal Broken =
        new("list.not-json", "This file is not whole: it cannot be read beyond line {0}. Fetch or save it again and choose it once more.", "File");

    public static readonly Refusal TooDeep =
        new("list.too-deep", "This file nests its records deeper than any directory does (line {0}). Check that it is the right one.", "File");

    /// <exception cref="ListLimitException">Broken, too deep or a text too long.</exception>
    public static List<JsonRecord> Find(ReadOnlySpan<byte> text, bool isLines)
    {
        if (isLines || IsOneALine(text))
        {
            return Lines(text);
        }

        var reader = Reader(text, 0);
        try
        {
            var records = First(ref reader, text.Length);
            while (reader.Read())
            {
                records.Add(Whole(ref reader, 0));
            }

            return records;
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            throw new ListLimitException((reader.CurrentDepth >= Deepest - 1 ? TooDeep : Broken) with { Values = [line] });
        }
    }

    private static List<JsonRecord> First(ref Utf8JsonReader reader, int length)
    {
        if (!reader.Read())
        {
            return [];
        }

        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return Items(ref reader);
        }

        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return [Whole(ref reader, 0)];
        }

        List<JsonRecord>? page = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isList = page is null && (reader.ValueTextEquals("contents"u8) || reader.ValueTextEquals("items"u8) || reader.ValueTextEquals("results"u8) || reader.ValueTextEquals("records"u8));
            reader.Read();
            if (isList && reader.TokenType == JsonTokenType.StartArray)
            {
                page = Items(ref reader);
            }
            else
            {
                Pass(ref reader);
            }
        }

        return page ?? [new JsonRecord(start, (int)reader.BytesConsumed - start)];
    }

    private static List<JsonRecord> Items(ref Utf8JsonReader reader)
    {
        var records = new List<JsonRecord>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            records.Add(Whole(ref reader, 0));
        }

        return records;
    }

    private static JsonRecord Whole(ref Utf8JsonReader reader, int offset)
    {
        var start = (int)reader.TokenStartIndex;
        Pass(ref reader);
        return new JsonRecord(offset + start, (int)reader.BytesConsumed - start);
    }

    /// <summary>Behind this value, looking at every text in it.</summary>
    private static void Pass(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        var isOpen = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
        Look(ref reader);
        while (isOpen && reader.Read())
        {
            Look(ref reader);
            isOpen = reader.CurrentDepth > depth;
        }
    }

    // No letter takes more than six bytes however it is written, so this never refuses a text that is short enough.
    private static void Look(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.PropertyName && reader.ValueSpan.Length > ListReader.MaxCell * 6)
        {
            throw new ListLimitException(ListReader.CellTooLong(1));
        }
    }

    private static List<JsonRecord> Lines(ReadOnlySpan<byte> text)
    {
        var records = new List<JsonRecord>();
        var at = 0;
        while (at < text.Length)
        {
            var length = text[at..].IndexOf((byte)'\n');
            var end = length < 0 ? text.Length : at + length;
            if (end - at > MostBytesOfLine)
            {
                throw new ListLimitException(ListReader.CellTooLong(records.Count + 1));
            }

            if (!text[at..end].Trim(" \t\r"u8).IsEmpty)
            {
                records.Add(new JsonRecord(at, end - at));
            }

            at = end + 1;
        }

        return records;
    }

    /// <summary>The first line is a whole object or list, and more follows.</summary>
    private static bool IsOneALine(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        if (end <= 0 || text[end..].Trim(" \t\r\n"u8).IsEmpty)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(text[..end], new JsonReaderOptions { MaxDepth = Deepest });
            return reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> text, int from) => new(
        text[from..], new JsonReaderOptions { MaxDepth = Deepest, AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
}
