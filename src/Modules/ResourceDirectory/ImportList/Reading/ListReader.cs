using System.Buffers;
using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Opens what a school calls its list: CSV in any dialect, XLSX, or a directory in the open format HSDS. A file is believed only when its ending, its first
/// bytes and the parser agree. Nothing in it is run, followed or written to disk.
/// </summary>
internal static class ListReader
{
    public const int MaxBytes = 25 * 1024 * 1024;
    public const int MaxColumns = 1_000;
    public const int MaxRows = 200_000;

    /// <summary>Three times what a spreadsheet program lets into a cell.</summary>
    public const int MaxCell = 100_000;

    public static readonly Refusal Empty = new("list.empty", "This file has nothing in it. Choose another file.", "File");

    public static readonly Refusal TooLarge =
        new("list.too-large", "This file is larger than {0} MB. Remove pictures or split the list, then choose it again.", "File", MaxBytes / 1024 / 1024);

    public static readonly Refusal TooManyRows =
        new("list.too-many-rows", "This list has more than {0} rows. Split it into several files.", "File", MaxRows);

    public static readonly Refusal TooManyColumns =
        new("list.too-many-columns", "A row of this list has more than {0} columns. Check that it was saved as a list.", "File", MaxColumns);

    /// <param name="line">Of the file, or the number of the record.</param>
    public static Refusal CellTooLong(int line) =>
        new("list.cell-too-long", "Line {0} holds a text of more than {1} letters in one place. Check that the file was saved as a list.", "File", line, MaxCell);

    public static readonly Refusal NoRows = new("list.no-rows", "We found no rows in this file. Check that it is the right one.", "File");

    private static readonly string[] Texts = [".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson"];

    /// <param name="encoding">Web name of an encoding a person chose because names looked wrong; null detects it.</param>
    public static async Task<ListOpening> OpenAsync(Stream content, string fileName, CancellationToken ct, string? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = await BytesOfAsync(content, ct);
        if (bytes is null)
        {
            return ListOpening.No(TooLarge);
        }

        return Open(bytes, fileName, encoding);
    }

    public static ListOpening Open(byte[] bytes, string fileName, string? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > MaxBytes)
        {
            return ListOpening.No(TooLarge);
        }

        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        if (FileKind.Check(bytes, ending, Texts.Contains(ending, StringComparer.Ordinal)) is { } refusal)
        {
            return ListOpening.No(refusal);
        }

        try
        {
            var opening = ending switch
            {
                ".xlsx" => XlsxFile.Open(bytes, fileName),
                ".json" or ".jsonl" or ".ndjson" => JsonFile.Open(bytes, fileName, encoding),
                ".zip" => PackageFile.Open(bytes, fileName, encoding),
                _ => CsvFile.Open(bytes, fileName, encoding),
            };
            return opening.File is { } file && file.Sheets.All(sheet => sheet.RowCount == 0 && sheet.Header is null)
                ? ListOpening.No(NoRows)
                : opening;
        }
        catch (ListLimitException limit)
        {
            return ListOpening.No(limit.Refusal);
        }
    }

    /// <summary>Null when more comes than a list may hold; what comes after that is not read.</summary>
    public static async Task<byte[]?> BytesOfAsync(Stream content, CancellationToken ct)
    {
        // The length a stream tells is only a hint for how much room to take: the bytes are counted as they come.
        using var kept = new MemoryStream(content.CanSeek ? (int)Math.Min(content.Length, MaxBytes) : 0);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer.AsMemory(), ct)) > 0)
            {
                if (kept.Length + read > MaxBytes)
                {
                    return null;
                }

                await kept.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return kept.Capacity == kept.Length ? kept.GetBuffer() : kept.ToArray();
    }
}

/// <summary>Carries a limit met deep inside a row stream up to the opening, where it becomes a refusal.</summary>
internal sealed class ListLimitException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
