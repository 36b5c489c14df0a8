using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>"2024-05-03", "3.5.24", "Mai 24", "05/2024", "2024年5月3日", "summer 2025".</summary>
internal static class DateReading
{
    private static readonly FrozenDictionary<string, int> Months = LoadMonths();

    private static readonly Regex Iso = New(@"^(?<y>\d{4})[-/.年]\s?(?<m>\d{1,2})(?:[-/.月]\s?(?<d>\d{1,2})日?)?月?(?:[T ].*)?$");
    private static readonly Regex Korean = New(@"^(?<y>\d{4})\s?년\s?(?:(?<m>\d{1,2})\s?월\s?(?:(?<d>\d{1,2})\s?일)?)?$");
    private static readonly Regex Numbers = New(@"^(?<a>\d{1,2})\s?[./-]\s?(?<b>\d{1,2})\s?[./-]\s?(?<y>\d{4}|\d{2})\.?(?: .*)?$");
    private static readonly Regex MonthYear = New(@"^(?<m>\d{1,2})\s?[./-]\s?(?<y>\d{4})$");
    private static readonly Regex MonthShortYear = New(@"^(?<m>\d{1,2})\s?/\s?(?<y>\d{2})$");
    private static readonly Regex Compact = New(@"^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})$");
    private static readonly Regex Year = new(@"(?<!\d)(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Null when nothing in the text is a date.</summary>
    public static UnderstoodDate? Read(string text, ListReadingOptions options)
    {
        var plain = PhoneReading.WithPlainDigits(TextCleaning.OneLine(text)).Trim('.', '?', '!', ' ', '~');
        
        // "contract ends 02/2027": the date begins with the first digit.
        var digit = plain.AsSpan().IndexOfAnyInRange('0', '9');
        return FromNumbers(plain, text, options) ?? FromWords(plain, text, options) ?? FromYear(plain, text)
            ?? (digit > 0 && plain.Length <= 60 ? FromNumbers(plain[digit..], text, options) : null);
    }

    private static UnderstoodDate? FromNumbers(string plain, string original, ListReadingOptions options)
    {
        foreach (var form in (Regex[])[Iso, Korean, Compact, MonthYear])
        {
            if (form.Match(plain) is { Success: true } match)
            {
                return Of(Number(match, "y"), Number(match, "m"), Number(match, "d"), original);
            }
        }

        if (Numbers.Match(plain) is { Success: true } day)
        {
            int first = Number(day, "a")!.Value, second = Number(day, "b")!.Value;
            var monthFirst = second > 12 || (first <= 12 && options.MonthFirst && plain.Contains('/', StringComparison.Ordinal));
            return monthFirst ? Of(FullYear(day, options), first, second, original) : Of(FullYear(day, options), second, first, original);
        }

        // "9/26" is September 2026, unless months come first: then it is a day without a year. "9/12" may be either and is neither.
        if (!options.MonthFirst && MonthShortYear.Match(plain) is { Success: true } month && Number(month, "y") > 12)
        {
            return Of(FullYear(month, options), Number(month, "m"), null, original);
        }

        // A date that lost its format in a spreadsheet is the number of days since 1900.
        return plain.Length == 5 && int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 36_000 and < 60_000
            ? new UnderstoodDate(DateOnly.FromDateTime(DateTime.FromOADate(serial)), DatePrecision.Day, original)
            : null;
    }

    private static UnderstoodDate? FromWords(string plain, string original, ListReadingOptions options)
    {
        var tokens = TextCleaning.Fold(plain).Split(' ');
        var at = Array.FindIndex(tokens, Months.ContainsKey);
        if (at < 0)
        {
            return null;
        }

        var numbers = tokens.Select((token, index) => (Text: token.TrimEnd('t', 'h', 's', 'n', 'd', 'r'), index))
            .Where(token => token.Text.Length is > 0 and <= 4 && token.Text.All(char.IsAsciiDigit))
            .ToList();
        var year = numbers.FirstOrDefault(number => number.Text.Length == 4).Text;
        var rest = numbers.Where(number => number.Text.Length <= 2).ToList();

        // "Mai 24" is May 2024; "24 May" without a year is not a date we can keep.
        if (year is null && rest.LastOrDefault(number => number.index > at) is { Text: not null } shortYear && (rest.Count > 1 || rest[0].index > at))
        {
            year = Century(int.Parse(shortYear.Text, CultureInfo.InvariantCulture), options).ToString(CultureInfo.InvariantCulture);
            rest.Remove(shortYear);
        }

        return year is null ? null : Of(int.Parse(year, CultureInfo.InvariantCulture), Months[tokens[at]], rest.Count == 0 ? null : int.Parse(rest[0].Text, CultureInfo.InvariantCulture), original);
    }

    private static UnderstoodDate? FromYear(string plain, string original) =>
        plain.Length <= 20 && plain.Count(char.IsAsciiDigit) <= 6 && Year.Matches(plain) is { Count: 1 } years ? Of(Number(years[0], "y"), null, null, original) : null;

    // Year 1 stands for "every year" in some lists; 1900 and 1970 are what programs write for nothing.
    private static UnderstoodDate? Of(int? year, int? month, int? day, string original)
    {
        if (year is null or < 1901 or > 2200 || month is < 1 or > 12 || (day is { } number && (number < 1 || number > DateTime.DaysInMonth(year.Value, month!.Value))))
        {
            return null;
        }

        var precision = month is null ? DatePrecision.Year : day is null ? DatePrecision.Month : DatePrecision.Day;
        return new UnderstoodDate(new DateOnly(year.Value, month ?? 1, day ?? 1), precision, original);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    private static int FullYear(Match match, ListReadingOptions options)
    {
        var year = Number(match, "y")!.Value;
        return match.Groups["y"].Length == 4 ? year : Century(year, options);
    }

    private static int Century(int year, ListReadingOptions options) => year + (year > (options.Today.Year % 100) + 20 ? 1900 : 2000);

    private static Regex New(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static FrozenDictionary<string, int> LoadMonths()
    {
        string[] years =
        [
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "jän feb mrz apr mai jun jul aug sept okt nov dez",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv févr mars avr mai juin juil août sept oct nov déc",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene feb mar abr may jun jul ago sep oct nov dic",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "gen feb mar apr mag giu lug ago set ott nov dic",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
            "január február március április május június július augusztus szeptember október november december",
        ];
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var year in years)
        {
            var names = year.Split(' ');
            for (var i = 0; i < names.Length; i++)
            {
                months.TryAdd(TextCleaning.Fold(names[i]), i + 1);
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
