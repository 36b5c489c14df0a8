using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.ResourceDirectory;

internal enum SpokenLevel
{
    Native,
    Fluent,

    /// <summary>Spoken by themselves or through an interpreter.</summary>
    Interpreter,
}

/// <summary>
/// What somebody looks for, as it stands in the address. No names of children, no stories: words of help, and filters.
/// </summary>
internal sealed record HelpNeed
{
    public string? Q { get; init; }

    /// <summary>Code of <see cref="NeedTaxonomy"/>.</summary>
    public string? Concern { get; init; }

    public ProfessionFamily? Family { get; init; }

    /// <summary>ISO 639-3 codes.</summary>
    public List<string> Language { get; init; } = [];

    /// <summary>All of the languages, not just one of them.</summary>
    public bool Every { get; init; }

    public SpokenLevel? Level { get; init; }

    public string? Culture { get; init; }

    /// <summary>Only where a school has confirmed what is said of the community.</summary>
    public bool Confirmed { get; init; }

    public int? Age { get; init; }

    /// <summary>Folded name of an area.</summary>
    public string? Area { get; init; }

    /// <summary>Kilometres.</summary>
    public int? Within { get; init; }

    /// <summary>Area whose middle distances are measured from; none: the own school's area.</summary>
    public string? Around { get; init; }

    public Delivery? Delivery { get; init; }

    /// <summary>At most so much a meeting; 0: free of charge.</summary>
    public int? Fee { get; init; }

    /// <summary>First meeting within so many days.</summary>
    public int? Wait { get; init; }

    /// <summary>Said or confirmed within so many months.</summary>
    public int? Fresh { get; init; }

    public BodyKind? Body { get; init; }

    public bool Taking { get; init; }

    public bool Licensed { get; init; }

    public HelpStage? Stage { get; init; }

    public EntryKind? Kind { get; init; }

    public Guid? School { get; init; }

    /// <summary>Filters whose "not known" is let through.</summary>
    public List<string> Unknown { get; init; } = [];

    /// <summary>"fresh", "name", "near"; else best fit first.</summary>
    public string? Order { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && this.Filters(default).Count == 0;

    /// <summary>The concern asked for, or the one its words speak of.</summary>
    public Need? Speaks => NeedTaxonomy.Find(Concern) ?? (string.IsNullOrWhiteSpace(Q) ? null : NeedWords.Read(Q).FirstOrDefault());

    /// <summary>Could a child be in danger? Then the duty to report comes before any list.</summary>
    public bool IsProtection => NeedTaxonomy.Find(Concern) is { } need ? need.Protection : !string.IsNullOrWhiteSpace(Q) && NeedWords.Read(Q).Any(n => n.Protection);
}

/// <summary>One filter in use: which coded words of the index pass it, and which say that nobody knows.</summary>
/// <param name="Key">Its name in the address and in <see cref="HelpNeed.Unknown"/>.</param>
/// <param name="Fits">All of these clauses must hold.</param>
/// <param name="Unknown">Empty: this is known of every entry.</param>
internal sealed record HelpFilter(string Key, IReadOnlyList<SearchClause> Fits, IReadOnlyList<SearchTerm> Unknown)
{
    public const string Within = "within";

    /// <summary>Those who left, or were silent through two checks, stand outside until they are let in; they are always counted.</summary>
    public static readonly HelpFilter Asleep = new("asleep", [], [new(SearchTokens.Asleep)]);
}

internal static class HelpFilters
{
    private const int LicencesRunUpTo = 30;

    public static IReadOnlyList<HelpFilter> Filters(this HelpNeed need, DateOnly today)
    {
        var filters = new List<HelpFilter>();
        Set(need.Concern is null ? null : "concern", "c", NeedTaxonomy.Find(need.Concern)?.Code);
        Set("family", "f", need.Family?.ToString());
        AddLanguages(need, filters);
        AddCulture(need, filters);
        Add("age", need.Age is >= 0 and <= 120 ? SearchTokens.Age(need.Age.Value) : null, "_g0");
        Set("area", "a", Blank(need.Area) is { } area ? SearchTokens.Clean(SearchWords.Key(area).Replace(' ', '-')) : null);
        if (need.Within is > 0)
        {
            filters.Add(new(HelpFilter.Within, [new([new("_q1")])], [new("_q0")]));
        }

        Set("delivery", "d", need.Delivery?.ToString());
        Add("fee", need.Fee is { } fee ? SearchTokens.Count("p", fee == 0 ? 0 : Step(SearchTokens.Fees, fee)) : null, "_p0");
        Add("wait", need.Wait is { } wait ? SearchTokens.Count("w", Step(SearchTokens.Waits, wait)) : null, "_w0");
        AddFresh(need, today, filters);
        Set("body", "b", need.Body?.ToString());
        Add("taking", need.Taking ? "_n_Yes" : null, "_n0");
        AddLicence(need, today, filters);
        Set("stage", "s", need.Stage?.ToString());
        Add("kind", need.Kind is { } kind ? "_t_" + kind : null, null);
        Add("school", need.School is { } school ? SearchTokens.School(school) : null, null);
        return filters;

        void Set(string? key, string letter, string? value) => Add(key, string.IsNullOrEmpty(value) ? null : $"_{letter}_{value}", $"_{letter}0");

        void Add(string? key, string? fits, string? unknown)
        {
            if (key is not null && fits is not null)
            {
                filters.Add(new(key, [new([new(fits)])], unknown is null ? [] : [new(unknown)]));
            }
        }
    }

    private static void AddLanguages(HelpNeed need, List<HelpFilter> filters)
    {
        var codes = need.Language.Where(c => c is { Length: 2 or 3 } && c.All(char.IsAsciiLetterLower)).Distinct(StringComparer.Ordinal).Take(8).ToList();
        if (codes.Count == 0)
        {
            return;
        }

        var clauses = codes.ConvertAll(code => (IReadOnlyList<SearchTerm>)(need.Level switch
        {
            SpokenLevel.Native => [new("_ln_" + code)],
            SpokenLevel.Fluent => [new("_lf_" + code)],
            SpokenLevel.Interpreter => [new("_l_" + code), new("_li_" + code)],
            _ => [new("_l_" + code)],
        }));
        var unknown = new List<SearchTerm> { new("_l0") };
        if (need.Level is SpokenLevel.Native or SpokenLevel.Fluent)
        {
            unknown.AddRange(codes.Select(code => new SearchTerm("_lu_" + code)));
        }

        IReadOnlyList<SearchClause> fits = need.Every ? clauses.ConvertAll(c => new SearchClause(c)) : [new SearchClause([.. clauses.SelectMany(c => c)])];
        filters.Add(new("language", fits, unknown));
    }

    private static void AddCulture(HelpNeed need, List<HelpFilter> filters)
    {
        var words = SearchWords.Asked(need.Culture).Select(w => SearchTokens.Clean(w.Trim())).Where(w => w.Length > 0).ToList();
        if (words.Count > 0)
        {
            var letter = need.Confirmed ? "h" : "k";
            filters.Add(new("culture", words.ConvertAll(w => new SearchClause([new($"_{letter}_{w}", begins: true)])), [new("_k0")]));
        }
    }

    private static void AddFresh(HelpNeed need, DateOnly today, List<HelpFilter> filters)
    {
        if (need.Fresh is >= 1 and <= 24)
        {
            var months = Enumerable.Range(0, need.Fresh.Value + 1).Select(back => new SearchTerm("_m_" + SearchTokens.Month(Back(today, back)))).ToList();
            filters.Add(new("fresh", [new(months)], []));
        }

        static DateOnly Back(DateOnly day, int months) => day == default ? day : day.AddMonths(-months);
    }

    private static void AddLicence(HelpNeed need, DateOnly today, List<HelpFilter> filters)
    {
        if (!need.Licensed)
        {
            return;
        }

        // The rest of this year month by month, later years whole.
        var months = Enumerable.Range(today.Month, 13 - today.Month).Select(m => new SearchTerm("_y_" + SearchTokens.Month(new DateOnly(today.Year, m, 1))));
        var years = Enumerable.Range(today.Year + 1, LicencesRunUpTo).Select(y => new SearchTerm("_y_" + y.ToString("0000", CultureInfo.InvariantCulture), begins: true));
        filters.Add(new("licensed", [new([.. months, .. years])], [new("_y0")]));
    }

    // A number typed into the address is taken up to the next one that is offered.
    private static int Step(IReadOnlyList<int> steps, int value) => steps.FirstOrDefault(s => s >= value, steps[^1]);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
