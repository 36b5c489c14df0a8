using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>
/// Lets somebody who is of no side read the report of a review: a recorded decision of every side, a refusal included. Only
/// who is allowed finds the report; everybody else hears that it is not there.
/// </summary>
internal sealed class LetReadHandler(AppDbContext db, PartnershipDoor door, ReviewBook book, INetworkDirectory networks, TimeProvider clock)
{
    /// <summary>People of the network who are of none of the sides.</summary>
    public async Task<IReadOnlyList<PostCard>> CandidatesAsync(PartnershipView view, CancellationToken ct)
    {
        var sides = view.Parties.Select(p => p.Member).OfType<OrganisationId>().ToHashSet();
        return [.. (await networks.PostsInAsync(view.Partnership.NetworkId, ct)).Where(p => !sides.Contains(p.Organisation) && PartnershipsPermissions.Readers.Contains(p.Role)).OrderBy(p => p.OrganisationName, StringComparer.Ordinal).ThenBy(p => p.PersonName, StringComparer.Ordinal)];
    }

    public async Task<Refusal?> ProposeAsync(PartnershipId id, ReviewId review, Guid? person, string? name, string? from, string? why, Actor actor, CancellationToken ct)
    {
        if (await EnterAsync(id, review, actor, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        if (!ReviewVoiceRule.MaySpeak(found.View, actor))
        {
            return ReviewVoiceRule.NotAnOwner;
        }

        var post = person is null ? null : (await CandidatesAsync(found.View, ct)).FirstOrDefault(p => p.Person.Value == person);
        if (person is not null && post is null)
        {
            return ReviewReader.OfASide;
        }

        var rows = await db.Set<ReviewReader>().AsNoTracking().Where(r => r.ReviewId == review && (r.State == ReaderState.Proposed || r.State == ReaderState.Allowed)).ToListAsync(ct);
        var voice = new ReaderVoice(found.View.Own!.Number, true, actor.Name, clock.Today(actor.Zone), "");
        var (reader, refusal) = ReviewReader.Propose(found.Review, post?.Person, post?.PersonName ?? name, post?.OrganisationName ?? from, why, voice, clock);
        if (reader is null || rows.Exists(r => r.PersonId is { } known ? known == reader.PersonId : r.Name == reader.Name && r.From == reader.From))
        {
            return refusal ?? ReviewReader.Twice;
        }

        db.Add(reader);
        return await db.TrySaveAsync("review-reader.proposed", reader.Id.Value, ct);
    }

    public async Task<Refusal?> DecideAsync(PartnershipId id, ReviewId review, PartnershipRowId reader, bool yes, string? reason, Actor actor, CancellationToken ct) =>
        await EnterAsync(id, review, actor, ct) is not { } found ? PartnershipDoor.Gone
        : !ReviewVoiceRule.MaySpeak(found.View, actor) ? ReviewVoiceRule.NotAnOwner
        : await DecideAsync(new(found.View, actor.Name, null), review, reader, yes, reason, ct);

    public async Task<Refusal?> DecideAsync(PlanWriter by, ReviewId review, PartnershipRowId reader, bool yes, string? reason, CancellationToken ct)
    {
        if (await book.FindAsync(by.View, review, ct) is not { } found || await db.Set<ReviewReader>().FirstOrDefaultAsync(r => r.Id == reader && r.ReviewId == review, ct) is not { } row)
        {
            return PartnershipDoor.Gone;
        }

        var refusal = row.Decide(new(by.View.Own!.Number, yes, by.Name, clock.Today(by.View.Own.Zone), reason ?? ""), [.. found.Sides.Select(s => s.Number)]);
        if (refusal is not null)
        {
            return refusal;
        }

        if (row.State != ReaderState.Proposed)
        {
            var said = row.State switch { ReaderState.Allowed => "Report opened to a reader", ReaderState.Refused => "Reader of the report refused", _ => "Reader of the report taken back" };
            db.Add(PartnershipChange.Note(by.View.Partnership, ChangeOf.Review, "", said, $"{row.Name}, {row.From}", by.Name, clock));
        }

        db.Record("review-reader.decided", reader.Value, by.Chain);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Reports that this person may read.</summary>
    public async Task<IReadOnlyList<PartnershipReview>> ReadableAsync(Actor actor, CancellationToken ct) => !door.May(actor, PartnershipsPermissions.ReadReport) ? []
        : await db.Set<PartnershipReview>().AsNoTracking()
            .Where(r => r.NetworkId == db.ScopedNetworkId && r.State == ReviewState.Concluded && db.Set<ReviewReader>().Any(x => x.ReviewId == r.Id && x.PersonId == actor.Person && x.State == ReaderState.Allowed))
            .OrderByDescending(r => r.EndedOn).ThenBy(r => r.Id).ToListAsync(ct);

    /// <summary>Null: not there, not concluded, or this person may not read it.</summary>
    public async Task<ReviewView?> ReadAsync(ReviewId id, Actor actor, CancellationToken ct)
    {
        if ((await ReadableAsync(actor, ct)).FirstOrDefault(r => r.Id == id) is not { } review)
        {
            return null;
        }

        var partnership = await db.Set<Partnership>().AsNoTracking().FirstAsync(p => p.Id == review.PartnershipId, ct);
        return await book.ForReaderAsync(await door.ViewAsync(partnership, ct), review, ct);
    }

    private async Task<ReviewView?> EnterAsync(PartnershipId id, ReviewId review, Actor actor, CancellationToken ct) =>
        await door.EnterAsync(id, actor, ct) is { } view ? await book.FindAsync(view, review, ct) : null;
}
