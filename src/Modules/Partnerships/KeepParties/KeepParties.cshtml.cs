using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class KeepPartiesPage(PartnershipDoor door, KeepPartiesHandler handler, DescribePartyHandler describe, INetworkDirectory networks, IOutsideCheck check) : PartnershipPage
{
    /// <summary>The side the form was about.</summary>
    [BindProperty]
    public Guid? Party { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? SponsorName { get; set; }

    [BindProperty]
    public string? SponsorCapacity { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public string? OwnerName { get; set; }

    [BindProperty]
    public string? OwnerTitle { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public Guid? Member { get; set; }

    [BindProperty]
    public OutsideForm Outside { get; set; } = new();

    [BindProperty]
    public bool End { get; set; }

    public string Act { get; private set; } = "";

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public OutsideForm Further => Act == "Add" ? Outside : new() { Zone = Actor.Zone, Examined = Outside.Examined };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostOwnerAsync(CancellationToken ct) => await EndAsync(
        "Owner", await handler.TakeOwnerAsync(new(Id), Of(Party), Person is { } p ? new PersonId(p) : null, OwnerName, OwnerTitle, Actor, ct), "Saved. More than one person now knows.", ct);

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken ct) => await EndAsync(
        "HandOver", await handler.HandOverAsync(new(Id), new(Owner ?? default), Actor, ct), "Written down. Name who takes over.", ct);

    public async Task<IActionResult> OnPostSponsorAsync(CancellationToken ct) => await EndAsync(
        "Sponsor", await handler.NameSponsorAsync(new(Id), Of(Party), SponsorName, SponsorCapacity, Version, Actor, ct), "The sponsor is named.", ct);

    public async Task<IActionResult> OnPostDescribeAsync(CancellationToken ct) => await EndAsync(
        "Describe", await describe.HandleAsync(new(Id), Of(Party), Outside.Terms(), Version, Actor, ct), "Saved.", ct);

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct) => await EndAsync(
        "Link",
        End ? await handler.EndLinkAsync(new(Id), Of(Party), Version, Actor, ct) : await handler.SendLinkAsync(new(Id), Of(Party), Version, Actor, ct),
        End ? "The link has ended." : "A new link is on its way; the one before has ended.", ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct) => await EndAsync(
        "Add", await handler.AddAsync(new(Id), Member is { } m ? new OrganisationId(m) : null, Outside.Terms(), Actor, ct), "Added, with an empty sheet of its own.", ct);

    public OutsideForm FormOf(Party party)
    {
        var form = Act == "Describe" && Party == party.Id.Value ? Outside : OutsideForm.Of(party);
        form.Examined = Outside.Examined;
        return form;
    }

    private static PartyId Of(Guid? party) => new(party ?? default);

    private async Task<IActionResult> EndAsync(string act, Refusal? refusal, string message, CancellationToken ct)
    {
        Act = act;
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"{Here}/parties", message);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        var posts = await networks.PostsAsync(view.Own!.Member!.Value, ct);
        People = [.. posts.DistinctBy(p => p.Person).OrderBy(p => p.PersonName, StringComparer.CurrentCulture).Select(p => new SelectListItem($"{p.PersonName}, {p.Title}", p.Person.ToString()))];
        var members = await networks.MembersAsync(view.Partnership.NetworkId, ct);
        Members = [.. members.Where(m => view.Parties.All(p => p.Member != m.Id)).Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
        Outside.Examined = [.. (await check.ListAsync(ct)).Select(b => new SelectListItem(b.Name, b.Id.ToString()))];
        return true;
    }
}
