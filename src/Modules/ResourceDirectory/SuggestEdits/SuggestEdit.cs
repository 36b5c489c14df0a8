using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record SuggestEdit(EntryId Entry, ListColumn? Field, string? Text, string? Why);

internal sealed record DecideSuggestion(SuggestionId Id, bool Accept, string? Reason);

/// <summary>A member suggests; the school whose word is shown decides, after two weeks the coordinator may.</summary>
internal sealed class SuggestEditHandler(AppDbContext db, EntryCare care, ListingReach reach, INetworkDirectory networks, TimeProvider clock)
{
    /// <summary>Fields one may suggest for. What a machine files (map point, family) is set on the listing itself.</summary>
    public static readonly IReadOnlyList<ListColumn> Fields =
        [.. ListingFields.All.Where(c => c is not (ListColumn.Stage or ListColumn.ConfirmedOn or ListColumn.SchoolRole or ListColumn.BodyKind or ListColumn.Concern))];

    public async Task<Refusal?> HandleAsync(SuggestEdit command, Actor actor, CancellationToken ct)
    {
        if (await care.FindAsync(command.Entry, ct) is not { } cared || cared.Entry.NetworkId != actor.Network)
        {
            return AnswerCheckHandler.NotThere;
        }

        if (command.Field is not { } field || !Fields.Contains(field))
        {
            return Suggestion.NoField;
        }

        var old = Correction.Shown(cared.Entry, field);
        var (suggestion, refusal) = Suggestion.Make(OwnerOf(cared, field), field, old, command.Text, command.Why, actor, clock);
        if (suggestion is null)
        {
            return refusal;
        }

        db.Add(suggestion);
        db.Record("suggestion.made", suggestion.Id.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> HandleAsync(DecideSuggestion command, Actor actor, CancellationToken ct)
    {
        var suggestion = await db.Set<Suggestion>().FirstOrDefaultAsync(s => s.Id == command.Id, ct);
        if (suggestion is null || !MayDecide(suggestion, actor, clock.GetUtcNow()))
        {
            return AnswerCheckHandler.NotThere;
        }

        var refusal = suggestion.Decide(command.Accept, command.Reason, actor, clock);
        if (refusal is null && command.Accept)
        {
            refusal = suggestion.Owner == actor.Organisation ? await WriteAsync(suggestion, actor, ct) : await StandBesideAsync(suggestion, actor, ct);
        }

        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        db.Record(command.Accept ? "suggestion.accepted" : "suggestion.declined", suggestion.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    public static bool MayDecide(Suggestion suggestion, Actor actor, DateTimeOffset now) =>
        actor.Role is Role.SafeguardingLead or Role.Counsellor or Role.SeniorLeader or Role.NetworkCoordinator
        && (actor.Organisation == suggestion.Owner
            || (actor.Role == Role.NetworkCoordinator && actor.Network == suggestion.NetworkId && suggestion.IsForCoordinator(now)));

    // The school whose word stands there; where nobody says anything yet, the school that listed it first.
    private static Contribution OwnerOf(CaredEntry cared, ListColumn field)
    {
        var shown = cared.Entry.Claims.FirstOrDefault(c => c.Shown && !c.Told && c.Fact.Field.ToString() == FieldName(field));
        return cared.Contributions.FirstOrDefault(c => c.Id.Value == shown?.Listing) ?? cared.First;
    }

    private static string FieldName(ListColumn field) => field == ListColumn.PersonName ? nameof(FactField.Name) : field.ToString();

    /// <summary>Changes the school's own line, as if somebody had typed it there.</summary>
    private async Task<Refusal?> WriteAsync(Suggestion suggestion, Actor actor, CancellationToken ct)
    {
        var listing = await db.Set<Listing>().FirstOrDefaultAsync(l => l.Id == suggestion.About && l.OrganisationId == actor.Organisation, ct);
        if (listing is null)
        {
            return AnswerCheckHandler.NotThere;
        }

        var card = await networks.FindOrganisationAsync(listing.OrganisationId, ct);
        var typed = ListingFields.Typed(listing);
        typed[suggestion.Field] = suggestion.NewText;
        var families = listing.Facts.Of(FactField.Family).Select(f => Enum.TryParse<ProfessionFamily>(f.Code, out var family) ? family : (ProfessionFamily?)null).OfType<ProfessionFamily>().ToList();
        var options = new ListReadingOptions(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), card?.CallingCode);
        if (TypedChange.Read(listing, typed, listing.Place, families, options).Draft is not { } draft)
        {
            return Listing.NoName with { Field = null };
        }

        var before = listing.State();
        if (listing.Change(draft, actor, clock) is { } refusal)
        {
            return refusal with { Field = null };
        }

        db.Add(ListingChange.Of(listing, ListingAct.Edited, before, Batch.New(clock), actor, clock));
        await reach.FollowAsync([listing], actor, ct);
        return null;
    }

    /// <summary>The coordinator writes into nobody's list: the value stands beside them, with who said it.</summary>
    private async Task<Refusal?> StandBesideAsync(Suggestion suggestion, Actor actor, CancellationToken ct)
    {
        var entry = await db.Set<Contribution>().Where(c => c.Id == suggestion.About).Select(c => (EntryId?)c.EntryId).FirstOrDefaultAsync(ct);
        if (entry is not { } id || await care.FindAsync(id, ct) is not { } cared)
        {
            return AnswerCheckHandler.NotThere;
        }

        var today = clock.Today(actor.Zone);
        var typed = new Dictionary<ListColumn, string> { [suggestion.Field] = suggestion.NewText };
        var facts = Correction.Read(cared.Entry, typed, new ListReadingOptions(today, null));
        cared.First.Add(facts.Select(f => new AddedWord(f, suggestion.BySchool?.Value ?? Guid.Empty, suggestion.BySchoolName, today, suggestion.Id.Value)));
        cared.Entry.ShowWhat(cared.Contributions, clock);
        return null;
    }
}
