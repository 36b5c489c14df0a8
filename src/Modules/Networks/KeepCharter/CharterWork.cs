using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>What the charter asks of somebody: a signature of the head, a review of the coordinator.</summary>
internal sealed class CharterWork(CharterBook book, Access access, AppDbContext db, TimeProvider clock, IStringLocalizer texts) : IWorkList
{
    private const int DaysBeforeReview = 30;

    /// <summary>A coordinator is told so long after a version appeared who has not signed it.</summary>
    private const int DaysOfSilence = 14;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var signs = access.Allows(actor, NetworksPermissions.SignCharter, new(Organisation: actor.Organisation));
        var keeps = access.Allows(actor, NetworksPermissions.KeepCharter, new(Network: actor.Network));
        if (actor.Network != db.Scope.Network || actor.Network is not { } network || !(signs || keeps) || await book.CurrentAsync(network, ct) is not { } current)
        {
            return [];
        }

        var signers = await book.SignersAsync(current, ct);
        var items = new List<WorkItem>();
        if (signs && signers.FirstOrDefault(s => s.Organisation == actor.Organisation) is { MustSign: true } own && own.Standing.State != SigningState.Signed)
        {
            items.Add(ToSign(current, own.Standing));
        }

        var today = clock.Today(actor.Zone);
        if (keeps && current.ReviewOn <= today.AddDays(DaysBeforeReview))
        {
            items.Add(new WorkItem(
                WorkItem.At(current.ReviewOn), current.ReviewOn <= today ? Urgency.Late : Urgency.Later, Day(current.ReviewOn),
                texts["Look at the charter again"], texts["The day you set for it has come near."], "/network/charter", texts["Open"]) { Kind = NetworksWork.Charter, Mark = "review" });
        }

        if (keeps && signers.Count(s => s.MustSign && !s.Standing.Holds) is > 0 and var missing
            && current.PublishedOn.AddDays(DaysOfSilence) <= today)
        {
            items.Add(new WorkItem(
                current.PublishedAt, Urgency.Soon, texts["Waits for others"], texts["Schools that have not signed the charter: {0}", missing],
                texts["A phone call helps more than a second mail."], "/network/charter", texts["See who"]) { Kind = NetworksWork.Charter, Mark = "missing" });
        }

        return items;
    }

    private WorkItem ToSign(CharterVersion current, SigningStanding standing) => new(
        standing.State == SigningState.LapsesSoon ? WorkItem.At(standing.Last!.LapsesOn) : current.PublishedAt,
        standing.State switch
        {
            SigningState.LapsesSoon => Urgency.Soon,
            SigningState.Lapsed => Urgency.Late,
            _ => Urgency.Today,
        },
        standing.State == SigningState.LapsesSoon ? Day(standing.Last!.LapsesOn) : texts["Waits for you"],
        texts["Read and sign the network's charter"],
        texts[standing.State switch
        {
            SigningState.LapsesSoon => "Your school's signature lapses soon.",
            SigningState.Lapsed => "Your school's signature has lapsed.",
            SigningState.Outdated => "How you promised to treat each other has changed since your school signed.",
            _ => "Your school has not signed it yet.",
        }],
        "/network/charter/sign",
        texts["Read and sign"]) { Kind = NetworksWork.Charter, Mark = standing.State.ToString() };

    private string Day(DateOnly day) => day.ToString(texts["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture);
}
