using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault;

/// <summary>
/// The text of a root key file. Lines, ASCII, each ended by a line feed:
/// <c>causeway-root-key 1</c>, <c>id GUID</c>, one <c>key VERSION BASE64URL</c> per version in rising order, and last
/// <c>end SHA256-HEX</c> over everything above. The last line tells a copy that was cut off (no <c>end</c>) from one
/// that was changed (digest differs); whether it is the right file only the database's check value knows.
/// </summary>
internal static class RootKeyText
{
    private const string Header = "causeway-root-key 1\n";
    private const string End = "end ";
    private const int EndLength = 4 + (2 * SHA256.HashSizeInBytes) + 1;

    public static byte[] Write(Guid id, IReadOnlyCollection<RootKey> versions)
    {
        // Built as bytes, not as a string, and without growing: neither a string nor an outgrown buffer can be zeroed.
        using var text = new MemoryStream(256 + (64 * versions.Count));
        text.Write(Encoding.ASCII.GetBytes($"{Header}id {id:D}\n"));
        Span<byte> encoded = stackalloc byte[43];
        foreach (var root in versions)
        {
            System.Buffers.Text.Base64Url.EncodeToUtf8(root.Bytes, encoded);
            text.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"key {root.Version} ")));
            text.Write(encoded);
            text.WriteByte((byte)'\n');
        }

        CryptographicOperations.ZeroMemory(encoded);
        var digest = SHA256.HashData(text.GetBuffer().AsSpan(0, (int)text.Length));
        text.Write(Encoding.ASCII.GetBytes($"{End}{Convert.ToHexStringLower(digest)}\n"));
        var bytes = text.ToArray();
        CryptographicOperations.ZeroMemory(text.GetBuffer());
        return bytes;
    }

    /// <exception cref="RootKeyRefusedException">UnknownFormat, Truncated or Damaged.</exception>
    public static RootKeys Read(ReadOnlySpan<byte> text)
    {
        var header = Encoding.ASCII.GetBytes(Header);
        if (!text.StartsWith(header))
        {
            throw header.AsSpan().StartsWith(text) ? Truncated() : Refused(
                RootKeyProblem.UnknownFormat,
                "This is not a root key file this version of Causeway can read.");
        }

        var body = BodyOf(text);
        var keys = new List<RootKey>();
        try
        {
            var lines = body[header.Length..];
            var id = IdOf(NextLine(ref lines));
            while (!lines.IsEmpty)
            {
                keys.Add(KeyOf(NextLine(ref lines), keys.Count == 0 ? 0 : keys[^1].Version));
            }

            return keys.Count > 0 ? new RootKeys(id, keys) : throw Damaged();
        }
        catch
        {
            keys.ForEach(k => k.Dispose());
            throw;
        }
    }

    private static ReadOnlySpan<byte> BodyOf(ReadOnlySpan<byte> text)
    {
        if (text.Length < EndLength || text[^1] != '\n' || !text[^EndLength..].StartsWith("end "u8))
        {
            // A file that goes on after its last line was not cut off.
            throw text.IndexOf("\nend "u8) is >= 0 and var at && text.Length - at - 1 > EndLength ? Damaged() : Truncated();
        }

        var body = text[..^EndLength];
        var digest = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)));
        return CryptographicOperations.FixedTimeEquals(digest, text[^(EndLength - End.Length)..^1]) ? body : throw Damaged();
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> rest)
    {
        var at = rest.IndexOf((byte)'\n');
        var line = at < 0 ? throw Damaged() : rest[..at];
        rest = rest[(at + 1)..];
        return line;
    }

    private static Guid IdOf(ReadOnlySpan<byte> line) =>
        line.StartsWith("id "u8) && Guid.TryParseExact(Encoding.ASCII.GetString(line[3..]), "D", out var id)
            ? id
            : throw Damaged();

    private static RootKey KeyOf(ReadOnlySpan<byte> line, int previous)
    {
        if (!line.StartsWith("key "u8))
        {
            throw Damaged();
        }

        var rest = line[4..];
        var space = rest.IndexOf((byte)' ');
        Span<byte> bytes = stackalloc byte[KeyBytes.Size];
        if (space < 1
            || !int.TryParse(rest[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || version <= previous
            || !System.Buffers.Text.Base64Url.TryDecodeFromUtf8(rest[(space + 1)..], bytes, out var written)
            || written != KeyBytes.Size)
        {
            throw Damaged();
        }

        var root = new RootKey(version, KeyBytes.CopyOf(bytes));
        CryptographicOperations.ZeroMemory(bytes);
        return root;
    }

    private static RootKeyRefusedException Truncated() => Refused(
        RootKeyProblem.Truncated,
        "The root key file is cut off before its end. Bring a complete copy of it.");

    private static RootKeyRefusedException Damaged() => Refused(
        RootKeyProblem.Damaged,
        "The root key file was changed: its content does not fit its own check digest. Bring an unchanged copy of it.");

    private static RootKeyRefusedException Refused(RootKeyProblem problem, string message) => new(problem, message);
}
