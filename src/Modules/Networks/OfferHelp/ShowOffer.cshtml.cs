using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>One offer or ask with its deliveries. Each side is shown the half it may write.</summary>
[Requires(NetworksPermissions.SeeOffers)]
internal sealed class ShowOfferModel(AppDbContext db, OfferHelpHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid DeliveryId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Outside { get; set; }

    /// <summary>As typed: "1,5" and "1.5" are both read.</summary>
    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Effect { get; set; }

    [BindProperty]
    public string? ToldBy { get; set; }

    public Offer Offer { get; private set; } = null!;

    public IReadOnlyList<Delivery> Deliveries { get; private set; } = [];

    public OrganisationId? Own => Actor.Organisation;

    public bool MayOffer => May(NetworksPermissions.OfferHelp, new(Network: Actor.Network));

    /// <summary>The one delivery whose form is shown: the one just written to, else the first that waits for the reader's half.</summary>
    public Delivery? Turn => Deliveries.FirstOrDefault(IsAbout) ?? Deliveries.LastOrDefault(d => Own is { } own && (d.MayGive(own) || d.MayTell(own)));

    private string Here => $"/network/offers/{Id}";

    public bool IsAbout(Delivery delivery) => delivery.Id.Value == DeliveryId;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostMatchAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.HandleAsync(new MatchOffer(new(Id), Outside), Actor, ct), Here, "Agreed. The giver writes the hours down afterwards.")
        : NotThere();

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.CloseAsync(new(Id), Actor, ct), Here, "Closed.")
        : NotThere();

    public async Task<IActionResult> OnPostGiveAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var hours = decimal.TryParse((Hours ?? "").Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? read : (decimal?)null;
        return ModelState.IsValid
            ? Answer(await handler.HandleAsync(new GiveHelp(new(Id), new(DeliveryId), hours, On, Version), Actor, ct), Here, "Saved. The receiver says what came of it.")
            : Again();
    }

    public async Task<IActionResult> OnPostTellAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.HandleAsync(new TellEffect(new(Id), new(DeliveryId), Effect, ToldBy, Version), Actor, ct), Here, "Saved.")
        : NotThere();

    public async Task<IActionResult> OnPostCallOffAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.CallOffAsync(new(Id), new(DeliveryId), Version, Actor, ct), Here, "Called off.")
        : NotThere();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new OfferId(Id);
        if (Actor.Network is not { } network || await db.Set<Offer>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id && o.NetworkId == network, ct) is not { } found)
        {
            return false;
        }

        Offer = found;
        Deliveries = await db.Set<Delivery>().AsNoTracking().Where(d => d.OfferId == id && d.NetworkId == network)
            .OrderByDescending(d => d.MatchedOn).ThenByDescending(d => d.Id).ToListAsync(ct);
        return true;
    }
}
