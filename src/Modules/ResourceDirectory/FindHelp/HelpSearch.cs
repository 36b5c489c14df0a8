using System.Linq.Expressions;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>What somebody looks for. No names of children, no stories: words of help, and filters.</summary>
internal sealed record HelpNeed(
    string? Words, ProfessionFamily? Family, string? Language, string? Area, int? Age, Delivery? Delivery, EntryKind? Kind, OrganisationId? School,
    IReadOnlyCollection<string> AlsoUnknown)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && Family is null && Language is null && Area is null && Age is null && Delivery is null
        && Kind is null && School is null;
}

/// <summary>One filter in use: who passes, and of whom nobody knows.</summary>
/// <param name="Key">Its name in the address and in <see cref="HelpNeed.AlsoUnknown"/>.</param>
/// <param name="Unknown">Null: this fact is known of every entry.</param>
internal sealed record HelpFilter(string Key, Expression<Func<Entry, bool>> Fits, Expression<Func<Entry, bool>>? Unknown);

/// <summary>Finds entries. "Unknown" is a state of its own on every filter: never silently "no", always counted.</summary>
internal static class HelpSearch
{
    public static IQueryable<Entry> Find(IQueryable<Entry> entries, HelpNeed need)
    {
        var found = Words(entries, need);
        foreach (var filter in Filters(need))
        {
            found = found.Where(filter.Unknown is not null && need.AlsoUnknown.Contains(filter.Key) ? Or(filter.Fits, filter.Unknown) : filter.Fits);
        }

        return found;
    }

    /// <summary>For each filter: how many fit everything else, but nobody knows this of them.</summary>
    public static async Task<IReadOnlyList<(string Key, int Count)>> UnknownAsync(IQueryable<Entry> entries, HelpNeed need, CancellationToken ct)
    {
        var counts = new List<(string, int)>();
        foreach (var filter in Filters(need).Where(f => f.Unknown is not null && !need.AlsoUnknown.Contains(f.Key)))
        {
            var others = Find(entries, Without(need, filter.Key));
            var count = await others.Where(filter.Unknown!).CountAsync(ct);
            if (count > 0)
            {
                counts.Add((filter.Key, count));
            }
        }

        return counts;
    }

    public static IQueryable<Entry> Order(IQueryable<Entry> found, HelpNeed need, string? order)
    {
        var first = SearchWords.Asked(need.Words).FirstOrDefault();
        return order switch
        {
            "fresh" => found.OrderByDescending(e => e.SaidOn).ThenBy(e => e.NameKey).ThenBy(e => e.Id),
            "name" => found.OrderBy(e => e.NameKey).ThenBy(e => e.Id),
            // Whose name is asked for comes first; then what more schools know, then what was said last.
            _ when first is not null => found.OrderByDescending(e => (" " + e.NameKey).Contains(first)).ThenByDescending(e => e.Contributions)
                .ThenByDescending(e => e.SaidOn).ThenBy(e => e.NameKey).ThenBy(e => e.Id),
            _ => found.OrderByDescending(e => e.Contributions).ThenByDescending(e => e.SaidOn).ThenBy(e => e.NameKey).ThenBy(e => e.Id),
        };
    }

    private static IQueryable<Entry> Words(IQueryable<Entry> entries, HelpNeed need)
    {
        foreach (var word in SearchWords.Asked(need.Words))
        {
            entries = entries.Where(e => e.SearchText.Contains(word));
        }

        return entries;
    }

    private static IEnumerable<HelpFilter> Filters(HelpNeed need)
    {
        if (need.Family is { } family)
        {
            var code = "|" + family + "|";
            yield return new("family", e => e.Families.Contains(code), e => e.Families == "");
        }

        if (need.Language is { } language)
        {
            var code = "|" + language + "|";
            yield return new("language", e => e.Languages.Contains(code), e => e.Languages == "");
        }

        if (need.Area is { } area)
        {
            var code = "|" + SearchWords.Key(area) + "|";
            yield return new("area", e => e.Areas.Contains(code), e => e.Areas == "");
        }

        if (need.Age is { } age)
        {
            yield return new("age", e => e.AgesKnown && (e.AgesFrom ?? 0) <= age && (e.AgesTo ?? 200) >= age, e => !e.AgesKnown);
        }

        if (need.Delivery is { } delivery)
        {
            var code = "|" + delivery + "|";
            yield return new("delivery", e => e.Deliveries.Contains(code), e => e.Deliveries == "");
        }

        if (need.Kind is { } kind)
        {
            yield return new("kind", e => e.Kind == kind, null);
        }

        if (need.School is { } school)
        {
            var code = "|" + school.Value.ToString("D") + "|";
            yield return new("school", e => e.Schools.Contains(code), null);
        }
    }

    private static HelpNeed Without(HelpNeed need, string key) => key switch
    {
        "family" => need with { Family = null },
        "language" => need with { Language = null },
        "area" => need with { Area = null },
        "age" => need with { Age = null },
        "delivery" => need with { Delivery = null },
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    private static Expression<Func<Entry, bool>> Or(Expression<Func<Entry, bool>> a, Expression<Func<Entry, bool>> b)
    {
        var row = a.Parameters[0];
        return Expression.Lambda<Func<Entry, bool>>(Expression.OrElse(a.Body, new Swap(b.Parameters[0], row).Visit(b.Body)), row);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
