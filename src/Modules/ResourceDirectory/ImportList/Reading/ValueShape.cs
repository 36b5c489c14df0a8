namespace Causeway.ResourceDirectory;

/// <summary>What the values of a column look like, whatever stands above them.</summary>
internal sealed class ValueShape
{
    private static readonly ListReadingOptions AnyTime = new(new DateOnly(2030, 1, 1));

    private ValueShape(IReadOnlyList<string> values) => Values = values;

    /// <summary>The filled values of the sample.</summary>
    public IReadOnlyList<string> Values { get; }

    public int Count => Values.Count;

    public int Mails { get; private init; }

    public int Webs { get; private init; }

    public int Phones { get; private init; }

    public int Dates { get; private init; }

    public int Languages { get; private init; }

    public int Titles { get; private init; }

    public int Ticks { get; private init; }

    public int Numbers { get; private init; }

    public int Bodies { get; private init; }

    public int People { get; private init; }

    /// <summary>Say how help is given: "at the clinic", "online".</summary>
    public int Ways { get; private init; }

    public int Times { get; private init; }

    /// <summary>Numbers as registers of professions give them: "PSY-34272".</summary>
    public int Registers { get; private init; }

    public bool AllDifferent { get; private init; }

    public static ValueShape Of(IReadOnlyList<string> values, ListReadingOptions options) => new(values)
    {
        Mails = values.Count(value => value.Contains('@', StringComparison.Ordinal) && OnlineReading.ReadMails(value, Ignore).Count > 0),
        Webs = values.Count(IsWeb),
        Phones = values.Count(IsPhone),
        Dates = values.Count(value => DateReading.Read(value, options) is not null),
        Languages = values.Count(IsLanguages),
        Titles = values.Count(value => value.Length <= 20 && TitlesOnly(value)),
        Ticks = values.Count(value => value.Trim('(', ')', ' ').Length <= 5 && YesNo.Read(value.Trim('(', ')')) is not null),
        Numbers = values.Count(value => value.All(char.IsAsciiDigit)),
        Bodies = values.Count(NameReading.IsBody),
        People = values.Count(value => value.Contains(' ', StringComparison.Ordinal) && !value.Any(char.IsDigit) && NameReading.LooksLikePerson(value)),
        Ways = values.Count(value => value.Length <= 60 && TermsReading.DeliveryOf(value).Count > 0),
        Times = values.Count(TimesOfWeek.Named),
        Registers = values.Count(value => value.Length <= 60 && value.Count(char.IsAsciiDigit) >= 4 && !value.Contains('@', StringComparison.Ordinal)),
        AllDifferent = values.Distinct(StringComparer.OrdinalIgnoreCase).Count() == values.Count,
    };

    /// <summary>True when at least this share of the filled values counts.</summary>
    public bool Mostly(int counted, double share) => Count > 0 && counted >= share * Count && counted > 0;

    public static bool IsWeb(string value)
    {
        var text = value.Trim();
        return text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (!text.Contains(' ', StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal) && OnlineReading.IsDomain(text) && text.Any(char.IsAsciiLetterLower));
    }

    public static bool IsPhone(string value)
    {
        var plain = PhoneReading.WithPlainDigits(value);
        var digits = plain.Count(char.IsAsciiDigit);
        var letters = plain.Count(char.IsLetter);
        var looksLikeDate = digits is 6 or 8 && DateReading.Read(plain, AnyTime) is not null && !plain.All(char.IsAsciiDigit);
        return digits is >= 6 and <= 40 && letters <= 8 && digits > letters && !plain.Contains('@', StringComparison.Ordinal) && !looksLikeDate
            && plain.All(sign => char.IsLetterOrDigit(sign) || char.IsWhiteSpace(sign) || "+-/().,;:#|&*'".Contains(sign, StringComparison.Ordinal));
    }

    private static bool IsLanguages(string value)
    {
        var plain = value.Trim();
        if (plain.Length > 120 || plain.Any(char.IsAsciiDigit))
        {
            return false;
        }

        var found = LanguageReading.Read(plain);
        return found.Count > 0 && found.Count(language => language.Code is not null) * 2 > found.Count && plain.Length <= 30 * found.Count;
    }

    private static bool TitlesOnly(string value) => NameReading.People(value + " Ab").FirstOrDefault() is { Title: { } title } && title.Length >= value.Trim().Length;

    private static void Ignore(string code, Wording text)
    {
        // Only whether it can be read counts here; the row that holds it warns.
    }
}
