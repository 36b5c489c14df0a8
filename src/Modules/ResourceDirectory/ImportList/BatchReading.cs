using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>A batch of rows as it was understood: what is new of it is ready to be written.</summary>
/// <param name="Rows">Those not taken in before.</param>
/// <param name="Known">Rows that are lines of an earlier version of the list.</param>
internal sealed record ReadBatch(
    IReadOnlyList<ImportRow> Rows, IReadOnlyList<Listing> New, IReadOnlyList<Lent> Lent, IReadOnlyList<KnownRow> Known)
{
    public static readonly ReadBatch Empty = new([], [], [], []);
}

/// <param name="Listed">What the list says today, as fingerprints.</param>
internal sealed record KnownRow(ImportRow Row, UnderstoodRow Understood, ListingDraft Draft, EarlierLine Before, string Listed);

/// <summary>
/// Understands rows and makes their listings, touching no database: so one batch can be read on one core while the batch
/// before it is written on the other.
/// </summary>
internal sealed class BatchReading(ListImport import, ListUnderstanding understanding, EarlierList earlier, ReadingFor reader)
{
    /// <summary>A long list may use what there is, but not the whole of a large machine that others work on.</summary>
    public static readonly ParallelOptions Cores = new() { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, 4) };

    private readonly bool _listWins = import.ListWins;
    private readonly ListingPlace _place = import.Place;
    private readonly bool _lend = import.Sharing == Sharing.Network && reader.Network != default;
    private readonly int _record = RecordColumn(import);

    // Where an import that was stopped goes on.
    private readonly int _takenTo = import.TakenTo;

    public static int RecordColumn(ListImport import) => import.Columns.FirstOrDefault(c => c.Column == ListColumn.RecordId)?.Index ?? -1;

    public static string? RecordOf(RawRow row, int column) => row.Cell(column) is { Length: > 0 } number ? number : null;

    public static ListingDraft? DraftOf(UnderstoodRow understood, ListingPlace place) =>
        understood.Outcome == RowOutcome.Held ? null : ListingDraft.From(understood.Values, place);

    public ReadBatch Read(IReadOnlyList<ImportRow> rows)
    {
        // Every row is read, also those taken before a crash: the reader remembers what came before.
        var fresh = rows.Select(r => (Row: r, SameAs: understanding.SameAs(r.Raw))).ToList().Where(r => r.Row.Outcome is null && r.Row.Line > _takenTo).ToList();
        var read = new ReadRow[fresh.Count];
        Parallel.For(0, read.Length, Cores, i => read[i] = Read(fresh[i].Row, fresh[i].SameAs));
        return new(
            fresh.ConvertAll(r => r.Row),
            [.. read.Select(r => r.New).OfType<Listing>()],
            [.. read.Select(r => r.Lent).OfType<Lent>()],
            [.. read.Select(r => r.Known).OfType<KnownRow>()]);
    }

    private ReadRow Read(ImportRow row, int? sameAs)
    {
        var understood = understanding.Understand(row.Raw, sameAs);
        var draft = DraftOf(understood, _place);
        if (draft is null || !earlier.Matches.Known.TryGetValue(row.Line, out var before))
        {
            var listing = Take(row, understood, draft);
            return new(listing, listing is null ? null : Lend(listing), null);
        }

        var listed = ListedLine.Of(draft, RecordOf(row.Raw, _record));
        if (listed.Whole == before.Said.Whole && before is { Away: false, Asked: false } && !_listWins)
        {
            // The list says what it said last time: whatever stands here now, it stays.
            row.TakeAs(understood, before.Id, RowEffect.Unchanged);
            return default;
        }

        return new(null, null, new(row, understood, draft, before, listed.Write()));
    }

    private Listing? Take(ImportRow row, UnderstoodRow understood, ListingDraft? draft)
    {
        var listing = draft is null ? null : Listing.Take(draft, import, row.Line, import.OrganisationId, reader.Actor, reader.Clock, RecordOf(row.Raw, _record));
        row.TakeAs(understood, listing?.Id);
        if (listing is null && earlier.Decisions.TryGetValue(EarlierLines.WordsOf(row.Cells), out var decided))
        {
            row.DecideAsBefore(decided.Decision, decided.ListingId);
        }
        else if (listing is not null && earlier.Matches.Unclear.Contains(row.Line))
        {
            row.Remark(new(ListColumn.Unknown, null, "row.several-before", EarlierList.SeveralBefore.Message, []));
        }

        return listing;
    }

    /// <summary>The import's sharing is about outside help; the school's own people are shared one by one.</summary>
    private Lent? Lend(Listing listing) =>
        _lend && listing.Place == ListingPlace.Outside && listing.Share(reader.Actor, reader.Clock) is null
            ? EntryUpkeep.Lend(listing, reader.Network, reader.OwnerName, reader.KeptByDefault, reader.Clock)
            : null;

    private readonly record struct ReadRow(Listing? New, Lent? Lent, KnownRow? Known);
}

/// <summary>For whom a list is read.</summary>
internal sealed record ReadingFor(Actor Actor, NetworkId Network, string OwnerName, IReadOnlyList<FactField> KeptByDefault, TimeProvider Clock);

/// <summary>What earlier versions of the list have to say to this one.</summary>
internal sealed record EarlierList(LineMatches Matches, IReadOnlyDictionary<string, ImportRow> Decisions)
{
    public static readonly Wording SeveralBefore = new("This row could be several lines of the earlier list. It was taken as new; none of them was changed.");

    public static readonly Wording StaysAway = new("You took this line away, so it stays away.");

    public static readonly EarlierList None = new(
        new(new Dictionary<int, EarlierLine>(), new HashSet<int>(), []), new Dictionary<string, ImportRow>(StringComparer.Ordinal));
}
