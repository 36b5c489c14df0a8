using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>Somebody looked at an entry; one line a day is enough.</summary>
internal sealed class EntrySeen : IOwnedByNetwork
{
    private EntrySeen()
    {
    }

    internal EntrySeen(Contribution about, Actor by, DateOnly on, TimeProvider clock)
    {
        (Id, NetworkId, About, On) = (EntityId.New<DirectoryRowId>(clock), about.NetworkId, about.Id, on);
        (ByName, School, SchoolName) = (by.Name, by.Organisation, by.OrganisationName ?? "");
    }

    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ListingId About { get; private set; }

    public DateOnly On { get; private set; }

    public string ByName { get; private set; } = "";

    public OrganisationId? School { get; private set; }

    public string SchoolName { get; private set; } = "";

    internal sealed class Configuration : IEntityTypeConfiguration<EntrySeen>
    {
        public void Configure(EntityTypeBuilder<EntrySeen> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.ByName).HasMaxLength(200);
            builder.Property(s => s.SchoolName).HasMaxLength(300);
            builder.HasIndex(s => new { s.About, s.On });
        }
    }
}

/// <param name="SeenBy">A person of the own school by name; of another school, only the school: who looks for help is nobody else's matter.</param>
internal sealed record EntryDates(
    DateOnly? SeenOn, string SeenBy, DateOnly ChangedOn, string ChangedBy, DateOnly? ConfirmedOn, string ConfirmedBy, FreshnessState State,
    IReadOnlyList<GroupAge> Ages, Departure? Departure, EntryId? Successor, CheckItem? Open, int Suggestions, DateOnly Today);

/// <summary>The three dates of an entry, each with who: seen, changed, confirmed. And what waits around it.</summary>
internal sealed class EntryStory(AppDbContext db, TimeProvider clock)
{
    public async Task<EntryDates> ReadAsync(Entry entry, IReadOnlyList<Contribution> say, Actor actor, CancellationToken ct = default)
    {
        var ids = say.Select(c => c.Id).ToList();
        var today = clock.Today(actor.Zone);
        var seen = await db.Set<EntrySeen>().AsNoTracking().Where(s => ids.Contains(s.About)).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).FirstOrDefaultAsync(ct);
        var left = await db.Set<Departure>().AsNoTracking().Where(d => ids.Contains(d.About) && d.UndoneAt == null).OrderByDescending(d => d.At).FirstOrDefaultAsync(ct);
        var open = await db.Set<CheckItem>().AsNoTracking().Where(i => ids.Contains(i.About) && i.Outcome == CheckOutcome.Open).OrderBy(i => i.Id).FirstOrDefaultAsync(ct);
        var changed = say.MaxBy(c => c.ChangedOn)!;
        var confirmed = say.SelectMany(c => c.Assured).MaxBy(a => a.On);
        var listed = entry.Claims.FirstOrDefault(c => c.Fact.Field == FactField.ConfirmedOn);
        return new EntryDates(
            seen?.On,
            seen is null ? "" : seen.School == actor.Organisation ? seen.ByName : seen.SchoolName,
            changed.ChangedOn,
            changed.Source == actor.Organisation ? changed.ChangedByName : changed.SourceName,
            entry.ConfirmedOn,
            confirmed is not null && confirmed.On >= entry.ConfirmedOn ? Who(confirmed) : listed?.SourceName ?? "",
            Freshness.Of(entry, today),
            Freshness.Ages(say, entry.Claims),
            left,
            left?.Successor is { } next ? await db.Set<Contribution>().Where(c => c.Id == next).Select(c => (EntryId?)c.EntryId).FirstOrDefaultAsync(ct) : null,
            open,
            await db.Set<Suggestion>().CountAsync(s => ids.Contains(s.About) && s.State == SuggestionState.Open, ct),
            today);
    }

    public IReadOnlySet<FieldGroup> RunOut(Entry entry, IReadOnlyList<Contribution> say, Actor actor)
    {
        var today = clock.Today(actor.Zone);
        return Freshness.Ages(say, entry.Claims).Where(a => a.RunOut(today)).Select(a => a.Group).ToHashSet();
    }

    /// <summary>Notes that somebody looked; goes with the caller's commit.</summary>
    public async Task SeeAsync(IReadOnlyList<Contribution> say, Actor actor, CancellationToken ct)
    {
        var (first, today) = (say[0], clock.Today(actor.Zone));
        if (!await db.Set<EntrySeen>().AnyAsync(s => s.About == first.Id && s.On == today && s.School == actor.Organisation && s.ByName == actor.Name, ct))
        {
            db.Add(new EntrySeen(first, actor, today, clock));
        }
    }

    private static string Who(Assured assured) => assured.SchoolName.Length > 0 ? $"{assured.ByName}, {assured.SchoolName}" : "";
}
