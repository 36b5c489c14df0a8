using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <param name="Inside">Rows that do not say it themselves are people inside the school; null: guessed from the sheet.</param>
/// <param name="ShareWithNetwork">Outside help joins the directory of the actor's network at once.</param>
/// <param name="Encoding">Web name, for CSV files whose encoding is not found by itself.</param>
public sealed record ListImportOptions(bool? Inside = null, bool ShareWithNetwork = false, string? Encoding = null, bool MonthFirst = false, string? Currency = null)
{
    /// <summary>True: a list of its own, also where it looks like the newer version of one that was taken in before.</summary>
    public bool New { get; init; }
}

/// <summary>What became of one sheet. <c>Rows = Taken + Warned + Held + Unchanged</c>, always.</summary>
/// <param name="Sheet">Empty for CSV.</param>
/// <param name="HeldRows">Line and reason of each held row, in English.</param>
public sealed record SheetReport(ListImportId Import, string Sheet, int Rows, int Taken, int Warned, int Held, IReadOnlyList<(int Line, string Why)> HeldRows)
{
    /// <summary>It was taken for the newer version of a list that was taken in before.</summary>
    public bool NewVersion { get; init; }

    /// <summary>Rows whose listings say the same already.</summary>
    public int Unchanged { get; init; }

    /// <summary>Of the rows taken, those that changed a listing instead of making one.</summary>
    public int Changed { get; init; }

    /// <summary>Listings of earlier versions that the list has no line for any more. They stay.</summary>
    public int Gone { get; init; }
}

/// <param name="Refusal">Why the file was not taken at all; null: it was.</param>
public sealed record ListImportReport(IReadOnlyList<SheetReport> Sheets, Refusal? Refusal);

/// <summary>
/// Takes a list in from end to end by the same rules as the pages. Runs in the caller's scope, which must be set to the
/// actor; the joining run is ordered, not waited for. Several sheets become several imports.
/// </summary>
public interface IListImporter
{
    /// <param name="progress">Rows done and rows in all, of the sheet being taken in.</param>
    Task<ListImportReport> ImportAsync(
        Stream content, string fileName, Actor actor, ListImportOptions options, IProgress<(long Done, long Total)>? progress, CancellationToken ct);
}
