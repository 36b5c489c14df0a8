using System.Globalization;
using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>"80-110", "€ 95,50", "free", "by agreement". Long prose is left as typed: a wrong amount is worse than none.</summary>
internal static class FeeReading
{
    private const int LongestPlain = 90;
    private const string Signs = "€$£¥₩￦₫₺₽฿₹₴";

    private static readonly string[] Free = Fold("free|free of charge|no charge|no cost|no fee|none|gratis|kostenlos|kostenfrei|keine|umsonst|gratuit|gratuite|gratuito|gratuita|sin costo|sin coste|sem custo|gratis voor iedereen|bezplatnie|darmowe|bezplatne|nieodplatnie|бесплатно|ucretsiz|bedava|مجاني|مجانا|무료|免费|免費|無料|ingyenes|ingyen|mien phi|0");

    private static readonly string[] Open = Fold("by agreement|by arrangement|on request|ask|please ask|negotiable|sliding scale|sliding|varies|vary|depends|depends on income|insurance|covered by insurance|public insurance|nach absprache|auf anfrage|n v|kasse|krankenkasse|sur demande|selon revenus|a convenir|a consultar|consultar|sob consulta|su richiesta|da concordare|op aanvraag|do uzgodnienia|nfz|по договоренности|gorusulur|بالاتفاق|حسب الاتفاق|협의|문의|보험 적용|面议|咨询|応相談|要相談|保険適用|megegyezes szerint|thoa thuan|lien he");

    private static readonly (string Code, string[] Signs)[] Currencies =
    [
        ("EUR", ["€", "eur", "euro", "euros"]), ("GBP", ["£", "gbp", "pounds"]), ("USD", ["us$", "usd"]), ("CHF", ["chf", "sfr", "fr."]), ("KRW", ["₩", "￦", "krw", "원"]),
        ("VND", ["₫", "vnd", "vnđ", "đồng"]), ("PLN", ["zł", "pln", "zl"]), ("HUF", ["huf", "ft"]), ("CZK", ["kč", "czk"]), ("TRY", ["₺", "try", "tl"]), ("RUB", ["₽", "rub", "руб"]),
        ("CNY", ["cny", "rmb", "元", "块"]), ("JPY", ["jpy", "円"]), ("AED", ["aed", "dhs", "درهم"]), ("SGD", ["s$", "sgd"]), ("HKD", ["hk$", "hkd"]), ("BRL", ["r$", "brl"]),
        ("AUD", ["a$", "aud"]), ("CAD", ["c$", "cad"]), ("THB", ["฿", "thb", "baht"]), ("INR", ["₹", "inr"]), ("SAR", ["sar", "ريال"]), ("MXN", ["mxn"]), ("UAH", ["₴", "uah"]),
    ];

    // The backtracking engine on short text only: the other one of .NET 10 misses "$5" in " $5-$90" when a pattern may start with a blank.
    private static readonly Regex Amount = new(
        @"(?<sign>¤)?\s?(?<n>\d{1,3}(?:[.,' ’]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)(?:,-|\.-|,–)?\s?(?<after>¤)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>Null when the wording is neither a plain amount nor one of the known phrases.</summary>
    /// <param name="homeCurrency">Three letters, for amounts that name none.</param>
    public static UnderstoodFee? Read(string text, string? homeCurrency) => Known.Of(homeCurrency + "\n" + text);

    private static readonly Memo<UnderstoodFee?> Known = new(asked => asked.IndexOf('\n', StringComparison.Ordinal) is var end && end == 0 ? ReadAnew(asked[1..], null) : ReadAnew(asked[(end + 1)..], asked[..end]));

    private static UnderstoodFee? ReadAnew(string text, string? homeCurrency)
    {
        var plain = PhoneReading.WithPlainDigits(TextCleaning.OneLine(text)).Trim().TrimEnd('.');
        var folded = TextCleaning.Fold(plain);
        if (Free.Contains(folded))
        {
            return new UnderstoodFee(0, 0, null, true, text);
        }

        if (Open.Contains(folded))
        {
            return new UnderstoodFee(null, null, null, false, text);
        }

        if (plain.Length > LongestPlain)
        {
            return null;
        }

        // One mark stands for every currency sign: the place of an amount is found by it, the currency is named from the text.
        var found = Amount.Matches(Marked(plain));
        var signed = found.Where(match => match.Groups["sign"].Success || match.Groups["after"].Success).ToList();
        var numbers = (signed.Count > 0 ? signed : [.. found.Where(match => !IsDuration(plain, match))]).Select(match => Value(match.Groups["n"].Value)).ToList();

        // "$5-90" carries the sign once: the number glued behind the hyphen belongs to it.
        if (signed.Count == 1 && found.Count == 2 && Between(plain, found[0], found[1]).Trim() is "-" or "–" or "to" or "bis" or "à" or "~")
        {
            numbers = [.. found.Select(match => Value(match.Groups["n"].Value))];
        }

        return numbers.Count is 0 or > 2 || numbers.Any(number => number is null)
            ? null
            : new UnderstoodFee(numbers.Min(), numbers.Max(), Currency(plain, homeCurrency), false, text);
    }

    private static string Marked(string text) => new([.. text.Select(sign => Signs.Contains(sign, StringComparison.Ordinal) ? '¤' : sign)]);

    // "90 for 50 min": the length of a session is no price.
    private static bool IsDuration(string text, Match match)
    {
        var after = TextCleaning.Fold(text[(match.Index + match.Length)..]);
        return after.StartsWith("min", StringComparison.Ordinal) || after.StartsWith("h ", StringComparison.Ordinal) || after is "h"
            || after.StartsWith("hour", StringComparison.Ordinal) || after.StartsWith("std", StringComparison.Ordinal) || after.StartsWith("mn", StringComparison.Ordinal);
    }

    private static string Between(string text, Match first, Match second) => text[(first.Index + first.Length)..second.Index];

    /// <summary>1.200,50 and 1,200.50 and 1'200: the last sign with one or two digits behind it is the decimal one.</summary>
    private static decimal? Value(string number)
    {
        var last = number.LastIndexOfAny(['.', ',']);
        var hasDecimals = last >= 0 && number.Length - last - 1 is 1 or 2;
        var whole = new string([.. (hasDecimals ? number[..last] : number).Where(char.IsAsciiDigit)]);
        return decimal.TryParse(hasDecimals ? $"{whole}.{number[(last + 1)..]}" : whole, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string? Currency(string text, string? home)
    {
        var lower = text.ToLowerInvariant();
        foreach (var (code, signs) in Currencies)
        {
            if (signs.Any(sign => char.IsAsciiLetter(sign[^1]) ? HasWord(lower, sign) : lower.Contains(sign, StringComparison.Ordinal)))
            {
                return code;
            }
        }

        // A bare dollar or yen sign belongs to many countries; the school's own decides, or nobody.
        return home;
    }

    private static bool HasWord(string lower, string word)
    {
        for (var at = lower.IndexOf(word, StringComparison.Ordinal); at >= 0; at = lower.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var before = at == 0 || !char.IsLetter(lower[at - 1]);
            var after = at + word.Length == lower.Length || !char.IsLetter(lower[at + word.Length]);
            if (before && after)
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Fold(string words) => [.. words.Split('|').Select(TextCleaning.Fold)];
}
