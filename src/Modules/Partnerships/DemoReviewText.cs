using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>What the sides of the made-up city wrote in their reviews.</summary>
internal static class DemoReviewText
{
    public static ReviewForm Harbour => Form(
        "4.2", "To let pupils ask somebody who sees the same sea from the other end.", "4", "Figures every month; most letters answered.",
        "4.2", "We both lead: we take turns in the monthly talk.", "3.5", "Pictures and worries are settled. Visits are not.", "4", "A third port would like to join.",
        "Our pupils write more carefully for them than for us.", 3, [AimState.Reached, AimState.OnTheWay]);

    public static ReviewForm Kelong => Form(
        "4", "So that our pupils are read by somebody who did not know them.", "3.4", "The figures came. Some letters lay unread in the long holiday.",
        "2.4", "We write, translate and remind. They come to the talk.", "3", "It is not clear who may say yes to a visit.", "3.6", "Our examination moves to November next year.",
        "Nineteen letters in the first term, and two teachers who speak more freely.", 2, [AimState.Reached, AimState.NotBegun]);

    public static ReviewForm Library => Form(
        "3.8", "Because their families read aloud and ours would like to.", "3", "Two evenings were held, the third was put off twice.",
        "2.6", "It hangs on one librarian at each school.", "3.2", "Books go back and forth; who pays for a lost one is not written down.", "3", "Both schools have begun other reading projects since.",
        "Eleven families who now read aloud in two languages.", 3, [], proof: "");

    public static IReadOnlyDictionary<Lens, (string Text, PeerStep Step)> Peer { get; } = new Dictionary<Lens, (string, PeerStep)>
    {
        [Lens.Purpose] = ("Both tell it in one sentence, and nearly the same one.", PeerStep.Example),
        [Lens.Leadership] = ("The one who translates also plans. Nobody had counted her hours.", PeerStep.Growing),
        [Lens.Boundaries] = ("I asked four people who decides about a visit and heard three answers.", PeerStep.NotYet),
    };

    /// <summary>The oldest partnership at work that this organisation began with a body outside.</summary>
    public static async Task<PartnershipView?> FindAsync(AppDbContext db, OrganisationId own, CancellationToken ct)
    {
        var found = await db.Set<Partnership>().OrderBy(p => p.OpenedOn).FirstOrDefaultAsync(p => p.Stage == Stage.Active && db.Set<Party>().Any(s => s.PartnershipId == p.Id && s.Member == own && s.Number == 1), ct);
        if (found is null)
        {
            return null;
        }

        var parties = await db.Set<Party>().Where(p => p.PartnershipId == found.Id).OrderBy(p => p.Number).ToListAsync(ct);
        var owners = await db.Set<PartyOwner>().Where(o => o.PartnershipId == found.Id).ToListAsync(ct);
        return parties.Count < Party.Least ? null : new(found, parties, owners, parties[0]);
    }

    private static ReviewForm Form(
        string purpose, string why, string aims, string far, string leadership, string who, string boundaries, string what, string setting, string around, string received, int felt, AimState[] states, string proof = "Minutes and the plan") => new()
    {
        Statement = new() { [Lens.Purpose] = why, [Lens.Aims] = far, [Lens.Leadership] = who, [Lens.Boundaries] = what, [Lens.Setting] = around },
        Rating = new() { [Lens.Purpose] = purpose, [Lens.Aims] = aims, [Lens.Leadership] = leadership, [Lens.Boundaries] = boundaries, [Lens.Setting] = setting },
        Proof = Enum.GetValues<Lens>().ToDictionary(l => l, _ => (string?)proof),
        Aim = states.Select((s, i) => (Row: i + 1, State: (AimState?)s)).ToDictionary(s => s.Row, s => s.State),
        Received = received,
        Felt = felt,
    };
}
