using System.Text.RegularExpressions;
using Causeway.Kernel;

namespace Causeway.Landscape;

internal sealed class ScopeForm
{
    public static readonly Refusal BadCount = new("assessment.bad-count", "Write a number from 0 to 50 million, or leave it empty.", nameof(People));
    public static readonly Refusal MoreChildren = new("assessment.more-children", "There are more children than people.", nameof(Children));
    public static readonly Refusal NoSource = new("assessment.no-source", "Say where the numbers come from.", nameof(CountedBy));

    private const int Most = 50_000_000;

    public string? Area { get; set; }

    public string? Purpose { get; set; }

    public int? People { get; set; }

    public int? Children { get; set; }

    public string? CountedBy { get; set; }

    public string? Languages { get; set; }

    public int Version { get; set; }

    internal Refusal? Check() =>
        FormText.Check(Area, TypedWords.Line, nameof(Area), TypedWords.Missing)
        ?? FormText.Check(Purpose, TypedWords.Paragraph, nameof(Purpose), TypedWords.Missing)
        ?? (People is < 0 or > Most ? BadCount : Children is < 0 or > Most ? BadCount with { Field = nameof(Children) } : Children > People ? MoreChildren : null)
        ?? FormText.Check(CountedBy, TypedWords.Line, nameof(CountedBy), People is null && Children is null ? null : NoSource)
        ?? FormText.Check(Languages, TypedWords.Line, nameof(Languages), TypedWords.Missing);
}

internal sealed class TogetherForm
{
    public static readonly Refusal Undecided = new("assessment.undecided", "Decide: alone, or with others.", nameof(Alone));

    public bool? Alone { get; set; }

    public string? Partners { get; set; }

    public string? WhoDoesWhat { get; set; }

    public int Version { get; set; }

    internal Refusal? Check() =>
        (Alone is null ? Undecided : null)
        ?? FormText.Check(Partners, TypedWords.Paragraph, nameof(Partners), Alone == false ? TypedWords.Missing : null)
        ?? FormText.Check(WhoDoesWhat, TypedWords.Paragraph, nameof(WhoDoesWhat), TypedWords.Missing);
}

internal sealed class CollectForm
{
    public static readonly Refusal BadCount = new("assessment.bad-heard", "Write a number from 0 to 9999, or leave it empty.", nameof(HeardTo5));
    public static readonly Refusal NoPromise = new("assessment.no-promise", "Confirm that nobody can recognise a child from this.", nameof(NoChild));

    public string? Services { get; set; }

    public string? Barriers { get; set; }

    public int? HeardTo5 { get; set; }

    public int? HeardTo11 { get; set; }

    public int? HeardTo15 { get; set; }

    public int? HeardTo17 { get; set; }

    public bool NoChild { get; set; }

    public int Version { get; set; }

    internal Refusal? Check() =>
        (Bad(HeardTo5, nameof(HeardTo5)) ?? Bad(HeardTo11, nameof(HeardTo11)) ?? Bad(HeardTo15, nameof(HeardTo15)) ?? Bad(HeardTo17, nameof(HeardTo17)))
        ?? FormText.Check(Services, TypedWords.Page, nameof(Services), TypedWords.Missing) ?? NoPerson.Check(Services, nameof(Services))
        ?? FormText.Check(Barriers, TypedWords.Page, nameof(Barriers), TypedWords.Missing) ?? NoPerson.Check(Barriers, nameof(Barriers))
        ?? (NoChild ? null : NoPromise);

    private static Refusal? Bad(int? count, string field) => count is < 0 or > 9999 ? BadCount with { Field = field } : null;
}

internal sealed class FindingsForm
{
    public string? Findings { get; set; }

    public string? NotKnown { get; set; }

    public bool NoChild { get; set; }

    public int Version { get; set; }

    internal Refusal? Check() =>
        FormText.Check(Findings, TypedWords.Page, nameof(Findings), TypedWords.Missing) ?? NoPerson.Check(Findings, nameof(Findings))
        ?? FormText.Check(NotKnown, TypedWords.Paragraph, nameof(NotKnown)) ?? NoPerson.Check(NotKnown, nameof(NotKnown))
        ?? (NoChild ? null : CollectForm.NoPromise);
}

/// <summary>May be saved without a day of giving back; it is then incomplete and says so.</summary>
internal sealed class PrioritiesForm
{
    public static readonly Refusal DayGone = new("assessment.day-gone", "Choose a day from today on.", nameof(GiveBackOn));

    public string? Priorities { get; set; }

    public DateOnly? GiveBackOn { get; set; }

    public string? GiveBackForm { get; set; }

    public int Version { get; set; }

    internal Refusal? Check(DateOnly today, DateOnly? kept) =>
        FormText.Check(Priorities, TypedWords.Page, nameof(Priorities), TypedWords.Missing) ?? NoPerson.Check(Priorities, nameof(Priorities))
        ?? (GiveBackOn is { } day && day != kept && day < today ? DayGone : null)
        ?? FormText.Check(GiveBackForm, TypedWords.Line, nameof(GiveBackForm), GiveBackOn is null ? null : TypedWords.Missing);
}

internal sealed class GivingForm
{
    public static readonly Refusal Incomplete = new("assessment.incomplete", "It cannot be finished yet: look at what is missing above.");
    public static readonly Refusal Ahead = new("assessment.given-ahead", "Choose the day on which it was given back, from its beginning until today.", nameof(GivenBackOn));
    public static readonly Refusal NoNext = new("assessment.no-next", "Say when the next one is due: a day ahead.", nameof(NextOn));

    public DateOnly? GivenBackOn { get; set; }

    public string? TheySaid { get; set; }

    public DateOnly? NextOn { get; set; }

    public int Version { get; set; }

    internal Refusal? Check(DateOnly today, DateOnly begun) =>
        (GivenBackOn is null || GivenBackOn > today || GivenBackOn < begun ? Ahead : null)
        ?? FormText.Check(TheySaid, TypedWords.Paragraph, nameof(TheySaid), TypedWords.Missing) ?? NoPerson.Check(TheySaid, nameof(TheySaid))
        ?? (NextOn is null || NextOn <= today ? NoNext : null);
}

/// <summary>An assessment has no field for a person. What looks like a name with an age beside it is refused wherever words are typed.</summary>
internal static partial class NoPerson
{
    public static readonly Refusal LooksLike = new("assessment.looks-like-a-person", "“{0}” looks like a person with an age. Write the group; children stand as numbers only.");

    public static Refusal? Check(string? text, string field) => Shape().Match(text ?? "") is { Success: true } found ? LooksLike with { Field = field, Values = [found.Value.Trim()] } : null;

    // "Anna (9)", "Ben, 11", "Cleo 7 years", "Dana, aged 8": a capitalised word and a child's age behind a comma, a bracket or a word
    // for years. "Harbour (12 houses)", "Thursday, 9:00" and "Line 4" are none.
    [GeneratedRegex(@"\p{Lu}\p{Ll}+(\s*[,(]\s*(aged?\s+)?(1[0-7]|[0-9])(?![0-9:.%]|\s*\p{L}{4,})|[\s,(]+(aged?\s+)?(1[0-7]|[0-9])\s*(years?|yrs?|y\.?o\.?)(?!\p{L}))", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Shape();
}
