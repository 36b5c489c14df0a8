using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>An entry with the copies it is made of, oldest first. What people say about it is kept with the first.</summary>
internal sealed record CaredEntry(Entry Entry, IReadOnlyList<Contribution> Contributions)
{
    public Contribution First => Contributions[0];
}

/// <summary>
/// Puts answers where they belong: lines that stay, the newest word on each group, corrections with their origin, departures.
/// Saves nothing by itself.
/// </summary>
internal sealed class EntryCare(AppDbContext db, INetworkDirectory networks, TimeProvider clock)
{
    public async Task<CaredEntry?> FindAsync(EntryId id, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().FirstOrDefaultAsync(e => e.Id == id, ct);
        var say = await db.Set<Contribution>().Where(c => c.EntryId == id).ToListAsync(ct);
        return entry is null || say.Count == 0 ? null : new(entry, [.. say.OrderBy(c => c.SharedAt).ThenBy(c => c.Id.Value)]);
    }

    /// <summary>What became of the entry that was asked: joined into another, or begun anew.</summary>
    public async Task<CaredEntry?> FindAsync(CheckItem item, CancellationToken ct)
    {
        var now = await db.Set<Contribution>().Where(c => c.Id == item.About).Select(c => (EntryId?)c.EntryId).FirstOrDefaultAsync(ct);
        return await FindAsync(now ?? item.EntryId, ct);
    }

    public async Task AnswerAsync(CaredEntry cared, EntryAnswer answer, CheckSpeaker by, Guid said, DateOnly today, CancellationToken ct)
    {
        var first = cared.First;
        var lines = answer.Groups.Select(g => Assurance.Give(first.NetworkId, first.Id, g.Group, g.Answer, by, said, today, clock)).ToList();
        db.AddRange(lines);
        first.Assure(Newest(first.Assured.Concat(lines.Select(l => l.ToAssured()))));
        first.Add(await WordsAsync(cared, answer, by, said, today, ct));
        foreach (var contribution in cared.Contributions)
        {
            contribution.Heard();
        }

        if (answer.Departed is { } reason && cared.Entry.LeftOn is null)
        {
            var departure = Departure.Mark(first.NetworkId, first.Id, cared.Entry.Name, today, reason, by, said, clock);
            departure.FollowedBy(answer.Successor ?? SuccessorOf(cared.Entry), null);
            db.Add(departure);
            first.Leave(today);
        }

        cared.Entry.ShowWhat(cared.Contributions, clock);
    }

    /// <summary>Takes back everything that was said at once, as if it had not been.</summary>
    public async Task TakeBackAsync(CaredEntry cared, Guid said, string by, CancellationToken ct)
    {
        var ids = cared.Contributions.Select(c => c.Id).ToList();
        var lines = await db.Set<Assurance>().Where(a => ids.Contains(a.About) && a.UndoneAt == null).ToListAsync(ct);
        lines.Where(l => l.Said == said).ToList().ForEach(l => l.TakeBack(clock));
        var departures = await db.Set<Departure>().Where(d => ids.Contains(d.About) && d.Said == said && d.UndoneAt == null).ToListAsync(ct);
        var (silent, since) = await SilenceAsync(ids, said, lines, ct);
        foreach (var contribution in cared.Contributions)
        {
            contribution.TakeBackWords(said);
            contribution.NotHeard(silent, since);
            contribution.Assure(Newest([.. lines.Where(l => l.About == contribution.Id && l.UndoneAt is null)]));
            if (departures.Count > 0)
            {
                contribution.Leave(null);
            }
        }

        departures.ForEach(d => d.Undo(by, clock));
        cared.Entry.ShowWhat(cared.Contributions, clock);
    }

    /// <summary>Checks that ended without a word since the last one that still holds.</summary>
    private async Task<(int Checks, DateOnly? Since)> SilenceAsync(List<ListingId> ids, Guid said, IEnumerable<Assurance> lines, CancellationToken ct)
    {
        var items = await db.Set<CheckItem>().AsNoTracking().Where(i => ids.Contains(i.About)).ToListAsync(ct);
        var heard = lines.Where(l => l.Said != said).Select(l => (DateTimeOffset?)l.At).Concat(items.Where(i => i.Said != said).Select(i => i.AnsweredAt)).Max();
        var silent = items.Where(i => i.Outcome == CheckOutcome.Silent).Select(i => i.CampaignId).OfType<CheckCampaignId>().Distinct().ToList();
        var ended = await db.Set<CheckCampaign>().AsNoTracking().Where(c => silent.Contains(c.Id) && c.ClosedAt != null).ToListAsync(ct);
        var counted = ended.Where(c => heard is null || c.ClosedAt > heard).ToList();
        return (counted.Count, counted.Max(c => c.EndedOn()));
    }

    public static IReadOnlyList<Assured> Newest(IReadOnlyCollection<Assurance> lines) =>
        Newest(lines.Where(l => l.UndoneAt is null).OrderBy(l => l.At).Select(l => l.ToAssured()));

    // Of one day the later word; "not known" takes nothing away from what somebody else confirmed.
    private static List<Assured> Newest(IEnumerable<Assured> said) =>
        [.. said.Where(a => a.Answer is CheckAnswer.Right or CheckAnswer.Changed).Reverse().GroupBy(a => a.Group).Select(g => g.MaxBy(a => a.On)!).OrderBy(a => a.Group)];

    public static string SuccessorOf(Entry entry) =>
        entry.Claims.FirstOrDefault(c => c.Shown && c.Fact.Field == FactField.Successor)?.Fact.Text ?? "";

    private async Task<List<AddedWord>> WordsAsync(CaredEntry cared, EntryAnswer answer, CheckSpeaker by, Guid said, DateOnly today, CancellationToken ct)
    {
        var typed = answer.Groups.Where(g => g.Answer == CheckAnswer.Changed).SelectMany(g => g.Typed).ToDictionary(t => t.Key, t => t.Value);
        if (typed.Count == 0)
        {
            return [];
        }

        var card = await networks.FindOrganisationAsync(cared.First.Source, ct);
        var facts = Correction.Read(cared.Entry, typed, new ListReadingOptions(today, card?.CallingCode));
        var source = by.School is null ? AddedWord.FromProfessional : by.SchoolName;
        return [.. facts.Select(f => new AddedWord(f, by.School?.Value ?? Guid.Empty, source, today, said))];
    }
}
