using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>What a peer's link opens: the focus and the questions. Nothing of what a side wrote.</summary>
internal sealed record PeerDesk(ReviewPeer Peer, string Title, string Purpose, string Focus, bool IsOpen, IReadOnlyList<string> Sides);

/// <summary>Notes of a peer from outside, by the secret of the peer's own link.</summary>
internal sealed class AnswerAsPeerHandler(AppDbContext db, TimeProvider clock)
{
    /// <summary>Null: the link leads nowhere. The scope is narrowed to its network.</summary>
    public async Task<PeerDesk?> FindAsync(NetworkId network, PartnershipRowId peer, string secret, CancellationToken ct)
    {
        db.Scope.Narrow(default, network);
        var found = await db.Set<ReviewPeer>().FirstOrDefaultAsync(p => p.Id == peer && p.NetworkId == network, ct);
        if (found?.Knows(secret) != true)
        {
            return null;
        }

        var review = await db.Set<PartnershipReview>().AsNoTracking().FirstAsync(r => r.Id == found.ReviewId, ct);
        var partnership = await db.Set<Partnership>().AsNoTracking().FirstAsync(p => p.Id == found.PartnershipId, ct);
        var sides = await db.Set<Party>().AsNoTracking().Where(p => p.PartnershipId == found.PartnershipId).OrderBy(p => p.Number).Select(p => p.Name).ToListAsync(ct);
        return review.IsOpen ? new(found, partnership.Title, partnership.Purpose, review.Focus, true, sides) : null;
    }

    public async Task<Refusal?> FillAsync(PeerDesk desk, IReadOnlyDictionary<Lens, string?> text, IReadOnlyDictionary<Lens, PeerStep?> step, bool handIn, int version, CancellationToken ct)
    {
        var peer = desk.Peer;
        var refusal = peer.HandedInAt is null && peer.Version != version ? Refusal.ChangedMeanwhile : peer.Fill(text, step, handIn, clock.GetUtcNow());
        if (refusal is not null)
        {
            return refusal;
        }

        db.Record(handIn ? "review-peer.handed-in" : "review-peer.saved", peer.Id.Value, peer.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }
}

[OpenTo(Audience.LinkHolders)]
internal sealed class AnswerAsPeerPage(AnswerAsPeerHandler handler) : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Peer { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public Dictionary<Lens, string?> Text { get; set; } = [];

    [BindProperty]
    public Dictionary<Lens, PeerStep?> Step { get; set; } = [];

    [BindProperty]
    public bool HandIn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null: the link leads nowhere.</summary>
    public PeerDesk? Desk { get; private set; }

    public string Here => $"/partner/peer/{Network}/{Peer}/{Secret}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Desk = await handler.FindAsync(new(Network), new(Peer), Secret, ct);
        if (Desk is null)
        {
            return Page(StatusCodes.Status404NotFound);
        }

        (Text, Step) = (Desk.Peer.Notes.ToDictionary(n => n.Lens, n => (string?)n.Text), Desk.Peer.Notes.ToDictionary(n => n.Lens, n => n.Step));
        Version = Desk.Peer.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Desk = await handler.FindAsync(new(Network), new(Peer), Secret, ct);
        if (Desk is null)
        {
            return Page(StatusCodes.Status404NotFound);
        }

        var refusal = await handler.FillAsync(Desk, Text, Step, HandIn, Version, ct);
        return refusal is null ? Done(Here, HandIn ? "Handed in. Thank you." : "The draft is saved. Only you can read it.") : Refuse(refusal);
    }
}
