using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>Puts one typed line into its listing, cell by cell.</summary>
internal sealed class RowWriting(OrganisationId owner, Actor actor, TimeProvider clock, ListReadingOptions options, Guid batch)
{
    private static readonly Wording NotThere = new("This listing is not there any more. Somebody may have taken it away.");

    public (RowAnswer Answer, (Listing Listing, ListingChange Change)? Written) Write(TypedRow row, Listing? known, ListingPlace place)
    {
        if (row.Id is not null && known is null)
        {
            return (Refused(row, [new(row.Cells.Keys.First(), IsWrong: true, NotThere)]), null);
        }

        var changed = row.Cells.Where(c => Plain(c.Value) != Plain(row.Was.GetValueOrDefault(c.Key))).ToDictionary(c => c.Key, c => c.Value);
        if (changed.Count == 0)
        {
            return (new RowAnswer(null, row.Id, row.Cells, row.Was, []), null);
        }

        var clashes = known is null ? [] : Clashes(row, known, changed);
        if (clashes.Count > 0)
        {
            // Theirs counts as seen from now on: saving once more is a decision.
            var now = ListingFields.Typed(known!);
            var was = row.Was.Concat(clashes.Select(c => KeyValuePair.Create(c.Column, now[c.Column]))).GroupBy(c => c.Key).ToDictionary(c => c.Key, c => c.Last().Value);
            return (Refused(row, clashes) with { Was = was }, null);
        }

        var (draft, reading) = TypedChange.Read(known, changed, place, null, options);
        if (draft is null)
        {
            return (Refused(row, [new(Seen(row, ListColumn.PersonName), IsWrong: true, new Wording(Listing.NoName.Message))]), null);
        }

        return Put(row, known, draft, reading, changed);
    }

    private (RowAnswer Answer, (Listing Listing, ListingChange Change)? Written) Put(
        TypedRow row, Listing? known, ListingDraft draft, UnderstoodRow reading, Dictionary<ListColumn, string> changed)
    {
        var before = known?.State();
        if (known?.Change(draft, actor, clock) is { } refusal)
        {
            var column = Enum.TryParse<ListColumn>(refusal.Field, out var field) ? field : ListColumn.PersonName;
            return (Refused(row, [new(Seen(row, column), IsWrong: true, new Wording(refusal.Message, refusal.Values))]), null);
        }

        var listing = known ?? Listing.Take(draft, null, null, owner, actor, clock);
        var change = before is null ? ListingChange.Added(listing, batch, actor, clock) : ListingChange.Of(listing, ListingAct.Edited, before, batch, actor, clock);
        var now = ListingFields.Typed(listing);
        var cells = row.Cells.Keys.ToDictionary(c => c, c => now[c]);
        return (new RowAnswer(true, listing.Id, cells, cells, [.. Remarks(reading, changed, cells, listing)]), (listing, change));
    }

    /// <summary>Cells that somebody else changed since they were shown, to something else than was typed here.</summary>
    private static List<CellRemark> Clashes(TypedRow row, Listing known, Dictionary<ListColumn, string> changed)
    {
        var now = ListingFields.Typed(known);
        return
        [
            .. changed.Where(c => Plain(now[c.Key]) != Plain(row.Was.GetValueOrDefault(c.Key)) && Plain(now[c.Key]) != Plain(c.Value)).Select(c => new CellRemark(
                c.Key,
                IsWrong: true,
                new Wording("{1} saved “{0}” here meanwhile. Save again to put yours in its place, or press Escape to take theirs.", now[c.Key], known.ChangedByName))),
        ];
    }

    private static IEnumerable<CellRemark> Remarks(UnderstoodRow reading, Dictionary<ListColumn, string> changed, Dictionary<ListColumn, string> cells, Listing listing)
    {
        foreach (var warning in reading.Warnings.Where(w => changed.ContainsKey(w.Column)).DistinctBy(w => w.Column))
        {
            yield return new(warning.Column, IsWrong: false, warning.Text);
        }

        foreach (var (column, text) in changed.Where(c => c.Value.Trim().Length > 0 && cells[c.Key].Length == 0))
        {
            var other = listing.Facts.FirstOrDefault(f => text.Contains(f.Original ?? f.Text, StringComparison.Ordinal));
            yield return new(column, IsWrong: false, other is null ? new Wording("This says that nothing is known.") : new Wording("Kept under “{0}”.", FactWords.Label(other.Field)));
        }
    }

    private static RowAnswer Refused(TypedRow row, IReadOnlyList<CellRemark> remarks) => new(false, row.Id, row.Cells, row.Was, remarks);

    /// <summary>A remark stands where the person can see it: in its column, else in the first.</summary>
    private static ListColumn Seen(TypedRow row, ListColumn column) => row.Cells.ContainsKey(column) ? column : row.Cells.Keys.First();

    private static string Plain(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
