using System.Security.Cryptography;
using System.Text;

namespace Causeway.Instruments;

/// <summary>What every text of an instrument keeps to.</summary>
internal static class InstrumentText
{
    public const int LongestKey = 60;

    /// <summary>Stands between several values in one cell; no value may hold it.</summary>
    public const char Between = '|';

    /// <summary>SHA-256 of the text, in capital hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Small letters, digits and hyphens; begins with a letter or a digit.</summary>
    public static bool IsKey(string? key) =>
        key is { Length: > 0 and <= LongestKey } && char.IsAsciiLetterOrDigit(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
