using System.Globalization;
using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>An annex as typed.</summary>
internal sealed class AnnexForm
{
    public string? Title { get; set; }

    public string? Text { get; set; }

    public bool Founds { get; set; }
}

[Requires(PartnershipsPermissions.Work)]
internal sealed class MakeAgreementPage(PartnershipDoor door, MakeAgreementHandler handler, PlanBook plans, AgreementBook book, TimeProvider clock) : PartnershipPage
{
    public const int MostSigners = 6;
    public const int MostAnnexes = 2;

    [BindProperty]
    public List<SignerForm> Signers { get; set; } = [];

    [BindProperty]
    public List<AnnexForm> Annexes { get; set; } = [];

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public int Base { get; set; }

    /// <summary>Null: the plan is not confirmed.</summary>
    public IReadOnlyList<AgreementSection>? Text { get; private set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sides => [.. View.Parties.Select(p => new SelectListItem(p.Name, p.Number.ToString(CultureInfo.InvariantCulture)))];

    public async Task<IActionResult> OnGetAsync([FromServices] INetworkDirectory networks, CancellationToken ct)
    {
        if (!await LoadAsync(networks, ct))
        {
            return NotThere();
        }

        // The version before is the beginning of the next one.
        var before = await book.FindAsync(View.Partnership.Id, null, ct);
        Base = before?.Version.Number ?? 0;
        Signers = before?.Signers.Select(s => new SignerForm
        {
            Person = s.PersonId?.Value, Side = View.Parties.First(p => p.Id == s.PartyId).Number, Name = s.PersonId is null ? s.Name : null, Capacity = s.Capacity, Mail = s.Mail, IsHead = s.IsHead,
        }).ToList() ?? [.. View.Parties.Select(p => new SignerForm { Side = p.Number, IsHead = true, Name = p.Member is null ? p.SponsorName : null, Capacity = p.Member is null ? p.SponsorCapacity : null, Mail = p.Member is null ? p.ContactMail : null })];
        Annexes = before?.Version.Annexes.Select(a => new AnnexForm { Title = a.Title, Text = a.Text, Founds = a.Founds }).ToList() ?? [];
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] INetworkDirectory networks, CancellationToken ct)
    {
        if (!await LoadAsync(networks, ct))
        {
            return NotThere();
        }

        Fill();
        var annexes = Annexes.Select(a => new AgreementAnnex(FormText.Tidy(a.Title), FormText.Tidy(a.Text), a.Founds)).ToList();
        var refusal = await handler.HandleAsync(new(new(Id), Signers, annexes, Summary, Base), Actor, clock, ct);
        return await AnswerAsync(refusal, () => LoadAsync(networks, ct), $"{Here}/agreement", "Made. Whoever signs first is asked now; the others when it is their turn.");
    }

    private void Fill()
    {
        Signers.AddRange(Enumerable.Range(0, Math.Max(0, MostSigners - Signers.Count)).Select(_ => new SignerForm()));
        Annexes.AddRange(Enumerable.Range(0, Math.Max(0, MostAnnexes - Annexes.Count)).Select(_ => new AnnexForm()));
    }

    private async Task<bool> LoadAsync(INetworkDirectory networks, CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Text = await plans.FindAsync(view, null, ct) is { IsConfirmed: true } plan ? AgreementText.From(view, plan) : null;
        var people = new List<SelectListItem>();
        foreach (var party in view.Parties.Where(p => p.Member is not null))
        {
            var posts = await networks.PostsAsync(party.Member!.Value, ct);
            people.AddRange(posts.DistinctBy(p => p.Person).OrderBy(p => p.Role != Role.SeniorLeader).Select(p => new SelectListItem($"{p.PersonName}, {p.Title}, {party.Name}", p.Person.ToString())));
        }

        People = people;
        return true;
    }
}
