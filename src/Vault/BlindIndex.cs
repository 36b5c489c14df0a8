using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault;

/// <summary>
/// Finds sealed names again without storing them: the first bits of HMAC-SHA256(HKDF(key, <c>causeway/v1/bidx</c>),
/// field ‖ 0 ‖ normalised value). Equal values give equal numbers, and on purpose a few unequal ones do too: decrypt
/// the rows found and compare.
/// </summary>
/// <remarks>
/// Leaks which rows of one school may be equal, and how often. Never index a flag or a choice, such as a kind of abuse.
/// </remarks>
public static class BlindIndex
{
    public const int MaxBits = 24;

    /// <param name="key">The organisation's key; another school's index says nothing about this one's.</param>
    /// <param name="field">Fixed name of what is indexed, 1-63 characters a-z 0-9 -, such as <c>name-dob</c>.</param>
    /// <param name="value">Normalised here.</param>
    /// <param name="bits">1 to <see cref="MaxBits"/>; see <see cref="BitsFor"/>.</param>
    /// <returns>0 to 2^bits - 1.</returns>
    public static int Of(DataKey key, string field, string value, int bits)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MaxBits);
        var text = Encoding.UTF8.GetBytes($"{CellAddress.Code(field, nameof(field))}\0{Normalise(value)}");
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.IndexKey, text, mac);
        CryptographicOperations.ZeroMemory(text);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(mac) >> (32 - bits));
    }

    /// <summary>
    /// The fewest bits that keep the twins of a value (rows / 2^bits) below √rows, so that a search stays small and a
    /// number says as little as possible. The rule is this project's own choice, not a proven bound.
    /// </summary>
    /// <param name="rows">Expected rows of one organisation; changing the bits later means indexing again.</param>
    public static int BitsFor(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var bits = 1;
        while (bits < MaxBits && rows / Math.Pow(2, bits) >= Math.Sqrt(rows))
        {
            bits++;
        }

        return bits;
    }

    /// <summary>
    /// NFKC, case folded, accents removed, letters that have no decomposition spelled out (Ł Ø Đ ß Æ …), dashes as spaces,
    /// apostrophes dropped, white space as single spaces. Idempotent.
    /// </summary>
    public static string Normalise(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // Accents go before letters are spelled out: ǿ is ø with an accent, and ǣ is æ with one.
        var bare = new StringBuilder(value.Length);
        foreach (var rune in Sound(value).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!IsAccent(rune))
            {
                bare.Append(Separated(rune));
            }
        }

        var spelled = new StringBuilder(bare.Length);
        foreach (var rune in bare.ToString().ToUpperInvariant().ToLowerInvariant().EnumerateRunes())
        {
            spelled.Append(Spelled(rune));
        }

        var words = spelled.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Lone surrogates and non-characters make Normalize throw; as U+FFFD they still find themselves.</summary>
    private static string Sound(string value)
    {
        var sound = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            sound.Append(IsNonCharacter(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return sound.ToString();
    }

    private static bool IsNonCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static string Spelled(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'æ' => "ae",
        'œ' => "oe",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ŋ' => "n",
        _ => rune.ToString(),
    };

    private static string Separated(Rune rune) => rune.Value switch
    {
        '\'' or 0x2018 or 0x2019 or 0x201B or 0x02BC or 0x02BB or 0x60 or 0xB4 => "",
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation => " ",
        _ => rune.ToString(),
    };

    /// <summary>Accents of Latin, Greek, Cyrillic, Hebrew and Arabic; the vowel signs of Indic scripts are letters, not accents.</summary>
    private static bool IsAccent(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark
        && rune.Value is < 0x0700 or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF)
            or (>= 0xFE20 and <= 0xFE2F);
}
