namespace Causeway.ResourceDirectory;

internal enum RowOutcome
{
    Taken,
    TakenWithWarning,

    /// <summary>Not taken until a person decides; the raw row stays.</summary>
    Held,
}

/// <summary>One part of a row that was not understood in full. The original wording stays beside it.</summary>
/// <param name="Column">What the cell was read as.</param>
/// <param name="Index">0-based column of the sheet; null when it is about the whole row.</param>
/// <param name="Code">Stable: <c>phone.too-short</c>.</param>
internal sealed record RowWarning(ListColumn Column, int? Index, string Code, Wording Text);

/// <param name="Code">Stable: <c>row.nothing-to-show</c>.</param>
internal sealed record HeldReason(string Code, Wording Text);

/// <summary>One row of a list as understood, with the raw row it came from.</summary>
internal sealed record UnderstoodRow(
    RawRow Raw,
    RowOutcome Outcome,
    HeldReason? Held,
    IReadOnlyList<RowWarning> Warnings,
    UnderstoodValues Values)
{
    public int Line => Raw.Line;
}

/// <summary>
/// The typed values of one row. Each keeps the wording it came from. What is absent is unknown, not "no".
/// </summary>
internal sealed record UnderstoodValues
{
    public IReadOnlyList<UnderstoodName> People { get; init; } = [];

    public IReadOnlyList<string> Organisations { get; init; } = [];

    public IReadOnlyList<UnderstoodPhone> Phones { get; init; } = [];

    public IReadOnlyList<UnderstoodText> Emails { get; init; } = [];

    public IReadOnlyList<UnderstoodText> Websites { get; init; } = [];

    public IReadOnlyList<UnderstoodLanguage> Languages { get; init; } = [];

    public UnderstoodAges? Ages { get; init; }

    public UnderstoodFee? Fee { get; init; }

    public UnderstoodWait? WaitingTime { get; init; }

    public UnderstoodDate? ConfirmedOn { get; init; }

    public UnderstoodDate? LeavesOn { get; init; }

    public UnderstoodDate? LicenceUntil { get; init; }

    public IReadOnlyList<Delivery> Delivery { get; init; } = [];

    public bool? InsideSchool { get; init; }

    public bool? TakesNewClients { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Everything that stays text: street, city, help offered, notes, hours … in the order of the columns.</summary>
    public IReadOnlyList<KeptText> Texts { get; init; } = [];

    /// <summary>All texts of one kind joined, or null.</summary>
    public string? Text(ListColumn column)
    {
        var found = Texts.Where(text => text.Column == column).Select(text => text.Text).ToList();
        return found.Count == 0 ? null : string.Join("; ", found);
    }
}

/// <param name="Full">As shown: "Dr Jonas Weidemann".</param>
/// <param name="Original">As typed: "Dr. Weidemann, Jonas".</param>
internal sealed record UnderstoodName(string Full, string? Title, string? Given, string? Family, string Original);

internal enum PhoneKind
{
    Voice,
    Direct,
    Mobile,
    Fax,
}

/// <param name="Number">E.164 (<c>+49405550188</c>) when the country is known, digits as typed otherwise; null when not readable.</param>
/// <param name="IsInternational">True when <paramref name="Number"/> is E.164.</param>
internal sealed record UnderstoodPhone(string? Number, bool IsInternational, string? Extension, PhoneKind Kind, string Original);

/// <param name="Value">Cleaned: a mail address, an absolute web address.</param>
internal sealed record UnderstoodText(string Value, string Original);

internal enum LanguageLevel
{
    Native,
    Fluent,
    Working,
    Basic,
}

/// <param name="Code">ISO 639-3; null when the language is not known to us and stays as typed.</param>
/// <param name="Name">English name, or the wording as typed.</param>
internal sealed record UnderstoodLanguage(string? Code, string Name, LanguageLevel? Level, bool ThroughInterpreter, string Original);

internal sealed record UnderstoodAges(int? From, int? To, string Original);

/// <param name="Currency">ISO 4217, when written or plain from the sign.</param>
internal sealed record UnderstoodFee(decimal? From, decimal? To, string? Currency, bool IsFree, string Original);

internal sealed record UnderstoodWait(int? FromDays, int? ToDays, string Original);

internal enum DatePrecision
{
    Day,
    Month,
    Year,
}

/// <param name="Day">The first day of the month or year when no day was written; null when not readable.</param>
internal sealed record UnderstoodDate(DateOnly? Day, DatePrecision Precision, string Original);

internal enum Delivery
{
    OnSite,
    Visiting,
    External,
    Remote,
}

/// <param name="Heading">Heading of its column, to tell two of a kind apart.</param>
internal sealed record KeptText(ListColumn Column, string? Heading, string Text);
