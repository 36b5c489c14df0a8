using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Numbers as people write them, several in a cell, with extension. The whole wording is kept beside the number: a
/// number we read wrongly must never hide the one that was right.
/// </summary>
internal static class PhoneReading
{
    private static readonly SearchValues<string> FaxWords = WordsIn("fax", "telefax", "faks", "факс", "팩스", "传真");

    private static readonly SearchValues<string> MobileWords = WordsIn(
        "mobile", "mob", "cell", "handy", "mobil", "portable", "movil", "celular", "cellulare", "mobiel", "kom", "моб", "cep", "whatsapp", "m", "h", "hp", "휴대폰", "手机", "携帯");

    private static readonly SearchValues<string> DirectWords = WordsIn("direct", "direkt", "durchwahl");

    private const int ShortestLocal = 6;
    private const int LongestInternational = 15;
    private const int LongestCell = 500;

    // Slash and hyphen are parts of numbers (040/555-0131); only where numbers stand on both sides do they part two.
    // The backtracking engine on short text only: the other one of .NET 10 misses matches when a pattern may start with a blank.
    private static readonly Regex Apart = new(
        @"\s*(?:;|\||\n|\r|,|&|\s+(?:or|oder|o\.|ou|o|und|and|et|y|bzw\.?|lub|или|veya|または|或|또는)\s+|\s+/\s+)\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private static readonly Regex WithExtension = new(
        @"^(?<number>.*\d.*?)[\s,;\-(]*(?:\b(?:extension|extn|ext|durchwahl|dw|apparat|app|poste|interno|int|anexo|ramal|toestel|wew|доб|dahili|mellek|x)\b?\.?|#|内線|내선|分机|分機)\s*[:.#]?\s*(?<ext>[0-9]{1,7}|[A-Za-z]{2,5}[0-9]{0,3})\)?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex Exponent = new(@"^\d(?:[.,]\d+)?E\+?\d+$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static List<UnderstoodPhone> Read(string text, PhoneKind kind, string? callingCode, Action<string, Wording> warn)
    {
        var clean = WithPlainDigits(TextCleaning.Clean(text));
        if (Exponent.IsMatch(clean))
        {
            warn("phone.lost-digits", new Wording("“{0}”: a spreadsheet shortened this number, its last digits are lost. Look it up again.", text.Trim()));
            return [new UnderstoodPhone(null, false, null, kind, text.Trim())];
        }

        var phones = new List<UnderstoodPhone>();
        foreach (var piece in Pieces(clean).Where(piece => !NoValue.Is(piece)))
        {
            phones.Add(One(piece, kind, callingCode, phones.LastOrDefault(), warn));
        }

        return [.. phones.DistinctBy(phone => (phone.Number ?? phone.Original, phone.Extension))];
    }

    /// <summary>Full-width and Arabic digits are the same digits.</summary>
    public static string WithPlainDigits(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            plain.Append(char.IsDigit(sign) ? (char)('0' + (int)char.GetNumericValue(sign)) : sign switch
            {
                '＋' => '+',
                '（' => '(',
                '）' => ')',
                '－' or '‐' or '‑' or '–' or '—' or 'ー' => '-',
                '／' => '/',
                _ => sign,
            });
        }

        return plain.ToString();
    }

    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        foreach (var part in (text.Length <= LongestCell ? Apart.Split(text) : [text]).Where(part => part.Length > 0))
        {
            // "Tel 555 0131, ext 12": the second part belongs to the first. A note without digits does too.
            if (pieces.Count > 0 && (!part.Any(char.IsAsciiDigit) || IsExtensionAlone(part)))
            {
                pieces[^1] += ", " + part;
            }
            else if (part.Split('/') is { Length: > 1 } halves && halves.All(half => half.Count(char.IsAsciiDigit) >= ShortestLocal))
            {
                pieces.AddRange(halves);
            }
            else
            {
                pieces.Add(part);
            }
        }

        return pieces;
    }

    private static bool IsExtensionAlone(string part) =>
        WithExtension.Match("1 " + part) is { Success: true } match && string.Equals(match.Groups["number"].Value.Trim(), "1", StringComparison.Ordinal)
        && !char.IsAsciiDigit(part[0]) && part[0] is not ('+' or '(');

    private static UnderstoodPhone One(string piece, PhoneKind kind, string? callingCode, UnderstoodPhone? before, Action<string, Wording> warn)
    {
        var match = WithExtension.Match(piece);
        var extension = match.Success ? match.Groups["ext"].Value : null;
        var body = match.Success ? match.Groups["number"].Value : piece;
        kind = KindIn(piece, kind);
        var digits = Digits(body);
        if (HasVanityLetters(body))
        {
            warn("phone.letters", new Wording("“{0}” has letters in the number. It is kept as written.", piece));
            return new UnderstoodPhone(null, false, extension, kind, piece);
        }

        // "555 0131 o. 0132": the second number shares the beginning of the first.
        if (before?.Number is { } first && digits.Length is > 0 and <= 4 && !body.Contains('+', StringComparison.Ordinal) && first.Length > digits.Length + 2)
        {
            return new UnderstoodPhone(first[..^digits.Length] + digits, before.IsInternational, extension, kind, piece);
        }

        if (digits.Length == 0)
        {
            warn("phone.not-readable", new Wording("“{0}” is not a phone number we can read.", piece));
            return new UnderstoodPhone(null, false, extension, kind, piece);
        }

        return Normalised(body, digits, callingCode, extension, kind, piece, warn);
    }

    private static UnderstoodPhone Normalised(string body, string digits, string? callingCode, string? extension, PhoneKind kind, string piece, Action<string, Wording> warn)
    {
        var international = DialPlan.International(body, digits, callingCode);
        if (international is { Length: > 7 and <= LongestInternational })
        {
            return new UnderstoodPhone("+" + international, true, extension, kind, piece);
        }

        // Emergency and help lines have three to six digits and begin alike everywhere.
        var isShortCode = digits.Length == 3 || (digits.Length is > 3 and <= ShortestLocal && digits[0] == '1');
        if (digits.Length < ShortestLocal && !isShortCode)
        {
            warn("phone.too-short", new Wording("“{0}” is too short for a phone number.", piece));
        }
        else if (digits.Length > LongestInternational)
        {
            warn("phone.too-long", new Wording("“{0}” is too long for a phone number. Are these two numbers?", piece));
            return new UnderstoodPhone(null, false, extension, kind, piece);
        }

        return new UnderstoodPhone(digits, false, extension, kind, piece);
    }

    private static string Digits(string body) => new([.. body.Where(char.IsAsciiDigit)]);

    // 703-555-ABCD: three or more letters glued to a hyphenated number, not a label in front of it.
    private static bool HasVanityLetters(string body)
    {
        var compact = body.Replace(" ", "", StringComparison.Ordinal);
        var tail = compact.Split('-', '.', ')', '/')[^1];
        var letters = tail.Count(char.IsAsciiLetterUpper);
        return letters >= 3 && letters == tail.Count(char.IsLetter) && compact.Any(char.IsAsciiDigit) && !char.IsAsciiLetter(compact[0]) && Digits(body).Length < 10;
    }

    private static PhoneKind KindIn(string piece, PhoneKind kind)
    {
        var folded = $" {TextCleaning.Fold(piece)} ";
        return folded.AsSpan().ContainsAny(FaxWords) ? PhoneKind.Fax
            : folded.AsSpan().ContainsAny(MobileWords) ? PhoneKind.Mobile
            : folded.AsSpan().ContainsAny(DirectWords) ? PhoneKind.Direct
            : kind;
    }

    private static SearchValues<string> WordsIn(params IEnumerable<string> words) => SearchValues.Create([.. words.Select(w => $" {w} ")], StringComparison.Ordinal);

    public static PhoneKind KindOf(ListColumn column) => column switch
    {
        ListColumn.DirectLine => PhoneKind.Direct,
        ListColumn.Mobile => PhoneKind.Mobile,
        ListColumn.Fax => PhoneKind.Fax,
        _ => PhoneKind.Voice,
    };
}
