namespace Causeway.Persistence;

/// <summary>
/// The index of words over the joint directory, kept by the database itself (docs/decisions/0010-search-index.md): triggers on
/// the table <c>entry</c> write it in the transaction of whoever writes the entry. The one place beside the providers' own
/// work where SQL is written by hand. Every answer holds rows of the present scope's network alone.
/// </summary>
public interface ISearchIndex
{
    /// <summary>One page of hits, in an order that is the same at every asking.</summary>
    Task<IReadOnlyList<SearchHit>> FindAsync(AppDbContext db, SearchRequest request, CancellationToken ct);

    /// <summary>
    /// A page of hits and how many entries each question fits, in one pass. The first question is the request's own.
    /// </summary>
    /// <param name="within">
    /// The widest question: it must hold wherever one of the others does. Clauses with words that are no codes stand in all alike.
    /// </param>
    Task<SearchSwept> SweepAsync(AppDbContext db, SearchRequest request, SearchQuestion within, IReadOnlyList<SearchQuestion> questions, CancellationToken ct);

    /// <summary>How many entries each question fits; all questions in one round to the database.</summary>
    Task<IReadOnlyList<int>> CountAsync(AppDbContext db, IReadOnlyList<SearchQuestion> questions, CancellationToken ct);

    /// <summary>Grows with every entry that is added or changed; for knowing whether something kept in memory still holds.</summary>
    Task<long> StampAsync(AppDbContext db, CancellationToken ct);
}

/// <summary>A word of the index, or with <see cref="Begins"/> every word that begins so.</summary>
public sealed record SearchTerm
{
    /// <exception cref="ArgumentException">Something else than letters, digits and the marks of <see cref="IsSound"/>.</exception>
    public SearchTerm(string text, bool begins = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (!text.All(IsSound))
        {
            throw new ArgumentException("A search term holds letters, digits and few marks only.", nameof(text));
        }

        (Text, Begins) = (text, begins);
    }

    public string Text { get; }

    public bool Begins { get; }

    /// <summary>May this character stand in a word of the index? The same test cleans what is stored and what is asked.</summary>
    public static bool IsSound(char c) => c is '_' or '.' or '-' || char.IsLetterOrDigit(c);
}

/// <summary>At least one of these must be there; a question is several of them, all of which must hold.</summary>
public sealed record SearchClause(params IReadOnlyList<SearchTerm> AnyOf);

/// <summary>Within so many kilometres of a point (WGS 84, flat-earth arithmetic: right to a thousandth within a city).</summary>
/// <param name="AlsoUnknown">Entries without a place pass, too.</param>
public sealed record SearchNear(double Latitude, double Longitude, double? Kilometres, bool AlsoUnknown);

/// <param name="CreatedAfter">Only entries that came after this moment.</param>
/// <param name="Without">Entries that hold this word are left out; heeded only where something is asked for.</param>
public sealed record SearchQuestion(IReadOnlyList<SearchClause> All, SearchNear? Near = null, DateTimeOffset? CreatedAfter = null, SearchTerm? Without = null);

public enum SearchOrder
{
    /// <summary>Names that were asked for, then what more schools know, then what was said last; stale ones behind.</summary>
    Fit,
    Fresh,
    Name,
    Near,
}

/// <param name="Strict">Hits of this narrower question come first, so that "known to fit" stands before "not known".</param>
/// <param name="NameWord">Entries whose name has a word beginning so come first under <see cref="SearchOrder.Fit"/>.</param>
/// <param name="StaleBefore">What was last said before this day sinks under <see cref="SearchOrder.Fit"/>.</param>
public sealed record SearchRequest(
    SearchQuestion Question, SearchQuestion? Strict, SearchOrder Order, string? NameWord, DateOnly StaleBefore, int Skip, int Take);

/// <param name="Kilometres">Null: no point was asked for, or the entry has no place.</param>
public sealed record SearchHit(Guid Id, double? Kilometres);

/// <param name="Counts">For each question, in their order.</param>
public sealed record SearchSwept(IReadOnlyList<SearchHit> Hits, IReadOnlyList<int> Counts);
