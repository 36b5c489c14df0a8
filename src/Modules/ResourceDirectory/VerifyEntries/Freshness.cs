using System.Globalization;

namespace Causeway.ResourceDirectory;

internal enum FreshnessState
{
    Fresh,
    PartRunOut,
    Stale,
    Dormant,
}

/// <summary>How old one group of facts of an entry is.</summary>
/// <param name="On">Day it was confirmed; where nobody did, the day it was written.</param>
/// <param name="By">Null: nobody confirmed it.</param>
internal sealed record GroupAge(FieldGroup Group, DateOnly On, DateOnly FreshUntil, Assured? By)
{
    public bool RunOut(DateOnly today) => today > FreshUntil;
}

/// <summary>What an entry can be relied on, reckoned from what was said and what was confirmed. Only days that are stored; "today" comes from the reader.</summary>
internal static class Freshness
{
    /// <summary>Silence of so many campaigns in a row makes an entry dormant.</summary>
    public const int SilentUntilDormant = 2;

    public static IReadOnlyList<GroupAge> Ages(IReadOnlyCollection<Contribution> say, IReadOnlyList<Claim> claims)
    {
        var assured = say.SelectMany(c => c.Assured).Where(a => a.Answer is CheckAnswer.Right or CheckAnswer.Changed)
            .GroupBy(a => a.Group).ToDictionary(g => g.Key, g => g.MaxBy(a => a.On)!);
        var known = claims.Where(c => c.Shown && FieldGroups.Of(c.Fact.Field) is not null).ToLookup(c => FieldGroups.Of(c.Fact.Field)!.Value);
        return [.. FieldGroups.All.Where(g => known.Contains(g)).Select(g => AgeOf(g, known[g], assured.GetValueOrDefault(g)))];
    }

    /// <summary>Last day anybody confirmed anything of it: by an answer, or by the date of checking in a school's own list.</summary>
    public static DateOnly? ConfirmedOn(IReadOnlyCollection<Contribution> say)
    {
        var days = say.SelectMany(c => c.Assured).Where(a => a.Answer is CheckAnswer.Right or CheckAnswer.Changed).Select(a => a.On)
            .Concat(say.SelectMany(c => c.Facts).Where(f => f.Field == FactField.ConfirmedOn).Select(DayOf).OfType<DateOnly>()).ToList();
        return days.Count == 0 ? null : days.Max();
    }

    /// <summary>From this day on the whole entry counts as stale: a year without a word, or the day a campaign ended in silence.</summary>
    public static DateOnly StaleFrom(IReadOnlyCollection<Contribution> say, DateOnly? confirmedOn)
    {
        var year = (confirmedOn is { } c && c > say.Max(x => x.SaidOn) ? c : say.Max(x => x.SaidOn)).AddMonths(12).AddDays(1);
        var silent = say.All(x => x.SilentSince is not null) ? say.Max(x => x.SilentSince) : null;
        return silent is { } day && day < year ? day : year;
    }

    public static FreshnessState Of(Entry entry, DateOnly today) => entry switch
    {
        { Dormant: true } => FreshnessState.Dormant,
        { StaleFrom: { } stale } when today >= stale => FreshnessState.Stale,
        { RunsOutFrom: { } part } when today >= part => FreshnessState.PartRunOut,
        _ => FreshnessState.Fresh,
    };

    public static string Words(FreshnessState state) => state switch
    {
        FreshnessState.Fresh => "Fresh",
        FreshnessState.PartRunOut => "Part has run out",
        FreshnessState.Stale => "Stale",
        FreshnessState.Dormant => "Dormant",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static DateOnly? DayOf(Fact fact) =>
        DateOnly.TryParse(fact.Code, CultureInfo.InvariantCulture, out var day) ? day : null;

    private static GroupAge AgeOf(FieldGroup group, IEnumerable<Claim> claims, Assured? assured)
    {
        var said = claims.Max(c => c.SaidOn);
        var on = assured?.On ?? said;
        var own = claims.Where(c => c.Fact.Field is FactField.LicenceUntil or FactField.LeavesOn).Select(c => DayOf(c.Fact)).OfType<DateOnly?>().Min();
        return new GroupAge(group, on, FieldGroups.FreshUntil(group, on, own), assured);
    }
}
