using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Ui;

namespace Causeway.Host;

/// <summary>Home is a work list: what waits for this person in this post, what is due first comes first.</summary>
[Requires(HostModule.SeeHome)]
internal sealed class ShowHomeModel(IEnumerable<IWorkList> lists, IEnumerable<IModule> modules, INetworkDirectory networks, TimeProvider clock) : CausewayPage
{
    public IReadOnlyList<WorkItem> Work { get; private set; } = [];

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
        var work = new List<WorkItem>();
        foreach (var list in lists)
        {
            work.AddRange(await list.ForAsync(Actor, ct));
        }

        if (Actor.Network is { } network)
        {
            Emergency = await networks.FindEmergencyAsync(network, ct);
            Place = (await networks.FindNetworkAsync(network, ct))?.Area ?? "";
        }

        Work = [.. work.OrderBy(w => w.Urgency).ThenBy(w => w.When)];
        Shortcuts = [.. modules.SelectMany(m => m.Navigation).Where(n => n.Order is > 0 and < 50 && May(n.Permission)).OrderBy(n => n.Order).Take(2)];
    }
}
