using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Cases;

/// <summary>Two screens: about whom, and what. The second says who receives it before it is sent.</summary>
[Requires(WorryPermissions.Report)]
internal sealed class ReportConcernPage(DraftBook drafts, ReportConcernHandler handler, SchoolPeople people, INetworkDirectory networks) : CasePage
{
    [FromRoute]
    public string? Step { get; set; }

    [BindProperty]
    public ConcernForm Input { get; set; } = new();

    public ConcernForm Kept { get; private set; } = new();

    public bool AsksWhat => Step is not null;

    public IReadOnlyList<SelectListItem> Adults { get; private set; } = [];

    public IReadOnlyList<PostCard> Road { get; private set; } = [];

    public EmergencyCard? Emergency { get; private set; }

    public string Address => AsksWhat ? "/worry/adult/what" : "/worry/adult";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Input = Kept;
        Input.SeenOn ??= Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Take();
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (!AsksWhat)
        {
            return Kept.CheckWho() is { } who ? Refuse(who)
                : await drafts.KeepAsync(ReportConcernHandler.Form, default, Kept, ct) is { } no ? Refuse(no) : GoOn("/worry/adult/what");
        }

        return await AnswerAsync(await handler.HandleAsync(Kept, Actor, ct), () => Task.FromResult(true), "/worry/mine", "Received. It is where it belongs now.");
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Take();
        await drafts.KeepAsync(ReportConcernHandler.Form, default, Kept, ct);
        return GoOn("/");
    }

    private void Take()
    {
        if (AsksWhat)
        {
            (Kept.Seen, Kept.SeenOn, Kept.Place, Kept.Child) = (Input.Seen, Input.SeenOn, Input.Place, Input.Child);
        }
        else
        {
            (Kept.About, Kept.AboutName) = (Input.About, Input.AboutName);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(WorryPermissions.Report) || Actor.Organisation is not { } school || Step is not (null or "what"))
        {
            return false;
        }

        Kept = (await drafts.FindAsync<ConcernForm>(ReportConcernHandler.Form, default, ct))?.Words ?? new();
        Adults = SchoolPeople.Choices((await people.AllAsync(ct)).Where(p => p.Person != Actor.Person).DistinctBy(p => p.Person));
        Road = AsksWhat ? await handler.RoadAsync(Kept, school, ct) : [];
        Emergency = Actor.Network is { } network ? await networks.FindEmergencyAsync(network, ct) : null;
        return true;
    }
}
