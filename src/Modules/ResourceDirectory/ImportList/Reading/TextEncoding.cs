using System.Text;

namespace Causeway.ResourceDirectory;

/// <summary>Finds out how a text file was written. Spreadsheet programs still save in the code page of their country.</summary>
internal static class TextEncoding
{
    private const int Sample = 256 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null when the bytes are no text in any encoding we know.</summary>
    public static Encoding? Detect(ReadOnlySpan<byte> bytes, out int bomLength)
    {
        bomLength = 0;
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            bomLength = 3;
            return IsUtf8(bytes[3..]) ? Encoding.UTF8 : OneByte(bytes);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            bomLength = 2;
            return bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        return bytes.Contains((byte)0) ? WideWithoutMark(bytes) : IsUtf8(bytes) ? Encoding.UTF8 : OneByte(bytes);
    }

    /// <summary>The text as UTF-8 without a mark, by the encoding found or chosen; null when it is no text.</summary>
    public static (ReadOnlyMemory<byte> Utf8, Encoding Encoding)? ToUtf8(byte[] bytes, string? encodingName)
    {
        var encoding = Detect(bytes, out var bom);
        if (encodingName is not null && Named(encodingName) is { } chosen)
        {
            encoding = chosen;
        }

        if (encoding is null)
        {
            return null;
        }

        var utf8 = encoding is UTF8Encoding ? bytes.AsMemory(bom) : Encoding.Convert(encoding, Encoding.UTF8, bytes, bom, bytes.Length - bom).AsMemory();
        return utf8.Span.IndexOf((byte)0) >= 0 ? null : (utf8, encoding);
    }

    /// <summary>An encoding a person chose by its web name; null when there is no such encoding.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // In UTF-16 every separator, digit and line break has a zero byte, always on the same side.
    private static UnicodeEncoding? WideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var enough = sample.Length / 20;
        if (bytes.Length % 2 != 0 || Math.Max(even, odd) < enough || Math.Min(even, odd) > Math.Max(even, odd) / 10)
        {
            return null;
        }

        return odd > even ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false) : new UnicodeEncoding(bigEndian: true, byteOrderMark: false);
    }

    private static Encoding OneByte(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (HighRunLength(sample) >= 2.5)
        {
            return ByScript(sample);
        }

        return Encoding.GetEncoding(SpeaksCentralEuropean(sample) ? 1250 : 1252);
    }

    // Accents stand alone among ASCII letters; Cyrillic, Hangul, kana and Han come as words of high bytes.
    private static double HighRunLength(ReadOnlySpan<byte> bytes)
    {
        int runs = 0, high = 0;
        var inside = false;
        foreach (var value in bytes)
        {
            if (value >= 0x80)
            {
                high++;
                runs += inside ? 0 : 1;
            }

            inside = value >= 0x80;
        }

        return runs == 0 ? 0 : (double)high / runs;
    }

    private static Encoding ByScript(ReadOnlySpan<byte> sample)
    {
        (int CodePage, Func<char, bool> Own)[] scripts =
        [
            (1251, c => c is >= 'А' and <= 'я'),
            (949, c => c is >= '가' and <= '힣'),
            (936, c => c is >= '一' and <= '鿿'),
            (1256, c => c is >= 'ء' and <= 'ي'),
        ];
        if (LeadsWithKana(sample))
        {
            return Encoding.GetEncoding(932);
        }

        var best = (CodePage: 1252, Share: 0.3);
        foreach (var (codePage, own) in scripts)
        {
            var text = Encoding.GetEncoding(codePage).GetString(sample);
            var high = text.Count(c => c >= 0x80);
            var share = high == 0 ? 0 : (double)text.Count(own) / high;
            if (share > best.Share + (best.CodePage == 1252 ? 0 : 0.1))
            {
                best = (codePage, share);
            }
        }

        return Encoding.GetEncoding(best.CodePage);
    }

    // Kana begin with 0x82 or 0x83 in Shift-JIS; no other script here uses these bytes often.
    private static bool LeadsWithKana(ReadOnlySpan<byte> sample)
    {
        int kana = 0, high = 0;
        foreach (var value in sample)
        {
            kana += value is 0x82 or 0x83 ? 1 : 0;
            high += value >= 0x80 ? 1 : 0;
        }

        return kana * 4 >= high;
    }

    // ³ ¹ ¿ ¼ ¾ £ inside a word make no sense in the West; they are ł ą ż Ľ ľ Ł of code page 1250. õ and û without ã are ő and ű.
    private static bool SpeaksCentralEuropean(ReadOnlySpan<byte> bytes)
    {
        int central = 0, western = 0, doubleAcute = 0;
        for (var i = 1; i < bytes.Length - 1; i++)
        {
            if (bytes[i] < 0x80 || !(char.IsAsciiLetter((char)bytes[i - 1]) || char.IsAsciiLetter((char)bytes[i + 1])))
            {
                continue;
            }

            central += bytes[i] is 0xB3 or 0xB9 or 0xBF or 0xBC or 0xBE or 0xA3 or 0xA5 ? 1 : 0;
            doubleAcute += bytes[i] is 0xF5 or 0xFB ? 1 : 0;
            western += bytes[i] is 0xE3 or 0xF1 or 0xE8 or 0xE0 or 0xF8 or 0xE5 or 0xE6 ? 1 : 0;
        }

        return central > western || (western == 0 && doubleAcute > 0);
    }
}
