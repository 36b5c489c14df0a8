using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Host;

/// <summary>Home is a work list: what waits for this person in this post, what is due first comes first.</summary>
[Requires(HostModule.SeeHome)]
internal sealed class ShowHomeModel(IWorkBook book, IEnumerable<IModule> modules, INetworkDirectory networks, TimeProvider clock) : CausewayPage
{
    /// <summary>Key of an item, a colon, and until when: the button says both.</summary>
    [BindProperty]
    public string? Put { get; set; }

    public WorkShown Work { get; private set; } = new([], []);

    public IReadOnlyList<NavigationEntry> Shortcuts { get; private set; } = [];

    /// <summary>Whom to call in this city; null where the post works in no network.</summary>
    public EmergencyCard? Emergency { get; private set; }

    public string Place { get; private set; } = "";

    public string Greeting => T[Hour switch { < 12 => "Good morning, {0}", < 18 => "Good afternoon, {0}", _ => "Good evening, {0}" }, FirstName];

    public string Lead => Actor.Role is null
        ? T["You are in no post at the moment. Your school or network can give you one."]
        : Work.Count == 0 ? T["All clear for today."]
        : T.Count(Work.Count, "One thing waits for you.", "{0} things wait for you.");

    private string FirstName => Actor.Name.Split(' ')[0];

    private int Hour => TimeZoneInfo.TryFindSystemTimeZoneById(Actor.Zone, out var zone)
        ? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Hour
        : clock.GetUtcNow().Hour;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var work = await book.OfAsync(Actor, ct);
        if (Actor.Network is { } network)
        {
            Emergency = await networks.FindEmergencyAsync(network, ct);
            Place = (await networks.FindNetworkAsync(network, ct))?.Area ?? "";
        }

        Work = WorkShown.Of(work);
        Shortcuts = [.. modules.SelectMany(m => m.Navigation).Where(n => n.Order is > 0 and < 50 && May(n.Permission)).OrderBy(n => n.Order).Take(2)];
    }

    public async Task<IActionResult> OnPostLaterAsync(CancellationToken ct)
    {
        var parts = (Put ?? "").Split(':');
        return parts is [var key, var text] && Enum.TryParse<PutOffUntil>(text, out var until) && Enum.IsDefined(until)
            ? await AnswerAsync(await book.PutOffAsync(Actor, key, until, ct), until == PutOffUntil.Seen ? "It is put away." : "It waits until then. You find it under “Put off”.", ct)
            : NotThere();
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken ct) =>
        await AnswerAsync(await book.TakeBackAsync(Actor, Put ?? "", ct), "It waits for you again.", ct);

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return Done("/", said);
        }

        await OnGetAsync(ct);
        return Refuse(refusal);
    }
}
