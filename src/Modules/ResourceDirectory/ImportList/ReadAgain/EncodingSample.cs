namespace Causeway.ResourceDirectory;

/// <summary>A few lines of a file as they look in an encoding: those with letters beyond ASCII, because only they differ.</summary>
internal static class EncodingSample
{
    private const int Piece = 256 * 1024;
    private const int LongestLine = 160;

    /// <summary>Null when the bytes are no text in this encoding.</summary>
    public static IEnumerable<string>? Of(byte[] content, string encoding)
    {
        var isWide = encoding.StartsWith("utf-16", StringComparison.Ordinal);
        if (TextEncoding.Named(encoding) is not { } named || isWide != IsWide(content))
        {
            return null;
        }

        var text = named.GetString(content, 0, Math.Min(content.Length, Piece)).TrimStart('\uFEFF');
        var lines = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var telling = lines.Where(line => line.Any(sign => sign >= 0x80)).ToList();
        return (telling.Count == 0 ? lines : [.. telling]).Select(line => line.Length <= LongestLine ? line : string.Concat(line.AsSpan(0, LongestLine - 1), "…"));
    }

    private static bool IsWide(byte[] content) => content.AsSpan(0, Math.Min(content.Length, Piece)).Contains((byte)0);
}
