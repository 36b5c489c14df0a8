using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>My network: who is in it, who holds which post, what waits for the coordinator. Without a network: how to come by one.</summary>
[Requires(NetworksPermissions.SeeNetwork)]
internal sealed class ShowNetworkModel(AppDbContext db, People people, InviteOrganisationHandler links, TimeProvider clock) : NetworkPage
{
    private const int RowsOfPeople = 25;

    [BindProperty(SupportsGet = true, Name = Paging.QueryKey)]
    public int PageNumber { get; set; } = 1;

    public Network? Network { get; private set; }

    public IReadOnlyList<MemberRow> Members { get; private set; } = [];

    public IReadOnlyList<MemberRow> Open { get; private set; } = [];

    public IReadOnlyList<MemberRow> Former { get; private set; } = [];

    public IReadOnlyList<PersonRow> Holders { get; private set; } = [];

    public IReadOnlyList<JoinLink> Links { get; private set; } = [];

    public IReadOnlyList<MemberRow> Invitations { get; private set; } = [];

    public bool HasCharter { get; private set; }

    public Paging HolderPages { get; private set; }

    public bool IsCoordinator => Network is not null && May(NetworksPermissions.InviteMember, new(Network: Network.Id));

    public bool MayLeave => May(NetworksPermissions.LeaveNetwork, new(Organisation: Actor.Organisation));

    public int Schools => Members.Count(m => m.Organisation.Kind == OrganisationKind.School);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Invitations = await RowsAsync(m => m.OrganisationId == db.Scope.Organisation && (m.Status == MembershipStatus.Invited || m.Status == MembershipStatus.Asked), ct);
        if (Actor.Network is not { } id)
        {
            return Page();
        }

        Network = await db.VisibleNetworks().FirstOrDefaultAsync(n => n.Id == id, ct);
        var all = await RowsAsync(m => m.NetworkId == id, ct);
        Members = [.. all.Where(m => m.Status == MembershipStatus.Active).OrderBy(m => m.Organisation.Name, StringComparer.CurrentCulture)];
        Former = [.. all.Where(m => m.Status == MembershipStatus.Left).OrderByDescending(m => m.To)];
        if (IsCoordinator)
        {
            Open = [.. all.Where(m => m.Status is MembershipStatus.Invited or MembershipStatus.Asked)];
            var now = clock.GetUtcNow();
            HasCharter = await db.Set<CharterVersion>().AnyAsync(v => v.NetworkId == id, ct);
            Links = await db.Set<JoinLink>().AsNoTracking().Where(l => l.NetworkId == id && l.ClosedAt == null && l.ExpiresAt > now).OrderBy(l => l.CreatedAt).ToListAsync(ct);
        }

        await FindHoldersAsync(id, ct);
        return Page();
    }

    /// <summary>A link that was passed on to the wrong hands stops working.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid link, CancellationToken ct) =>
        await links.TakeBackAsync(new JoinLinkId(link), Actor, ct) is null ? Done("/network", "The link does not work any more.") : NotThere();

    /// <summary>Hints for the coordinator, in the order in which they matter.</summary>
    public IEnumerable<(string Text, string Url, string Action)> NextSteps()
    {
        var aged = Network!.EmergencyCheckedOn is not { } day || day.AddMonths(12) < clock.Today(Actor.Zone);
        if (aged || Network.EmergencyNumbers.Length == 0)
        {
            yield return ("Ring the emergency numbers of your city and write down that they are right.", "/network/edit", "Check the numbers");
        }

        if (Members.Count < 2 && Open.Count == 0)
        {
            yield return ("A network begins with two or three schools. Invite the first one.", "/network/invite", "Invite an organisation");
        }

        if (!HasCharter)
        {
            yield return ("Write down what you promise each other: a page is enough for the beginning.", "/network/charter/edit", "Write the charter");
        }

        if (Network.LogoId is null)
        {
            yield return ("A network with a face is easier to remember: add your logo.", "/network/edit", "Add a logo");
        }
    }

    private async Task<IReadOnlyList<MemberRow>> RowsAsync(System.Linq.Expressions.Expression<Func<Membership, bool>> which, CancellationToken ct) => await (
        from m in db.Set<Membership>().AsNoTracking().Where(which)
        join o in db.Set<Organisation>() on m.OrganisationId equals o.Id
        join n in db.Set<Network>() on m.NetworkId equals n.Id
        orderby o.Name, m.Id
        select new MemberRow(m.Id, o, n.Name, m.Kind, m.Status, m.OpenedAt, m.From, m.To, m.NameStays)).ToListAsync(ct);

    private async Task FindHoldersAsync(NetworkId network, CancellationToken ct)
    {
        var byId = Members.ToDictionary(m => m.Organisation.Id, m => m.Organisation);
        var notices = await db.Set<PostNotice>().AsNoTracking().Where(n => n.NetworkId == network && n.Confirmed).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var running = notices.Where(n => byId.TryGetValue(n.OrganisationId, out var o) && n.Runs(now, LocalDay.Of(now, o.Zone)))
            .OrderBy(n => byId[n.OrganisationId].Name, StringComparer.CurrentCulture).ThenBy(n => n.Role).ThenBy(n => n.Title, StringComparer.CurrentCulture).ThenBy(n => n.PostId.Value).ToList();
        People = running.Select(n => n.PersonId).Distinct().Count();
        Counts = running.GroupBy(n => n.OrganisationId).ToDictionary(g => g.Key, g => g.Select(n => n.PersonId).Distinct().Count());
        HolderPages = new Paging(PageNumber, running.Count, RowsOfPeople);
        var shown = running.Skip(HolderPages.Skip).Take(HolderPages.Size).ToList();
        var cards = await people.CardsAsync(shown.Select(n => n.PersonId), ct);
        Holders = [.. shown.Where(n => cards.ContainsKey(n.PersonId)).Select(n => new PersonRow(cards[n.PersonId].Name, n.Title, n.Role, byId[n.OrganisationId]))];
    }

    public int People { get; private set; }

    public IReadOnlyDictionary<OrganisationId, int> Counts { get; private set; } = new Dictionary<OrganisationId, int>();
}

internal sealed record MemberRow(
    MembershipId Id, Organisation Organisation, string NetworkName, MembershipKind Kind, MembershipStatus Status, DateTimeOffset OpenedAt, DateOnly? From, DateOnly? To, bool NameStays);

internal sealed record PersonRow(string Name, string Title, Role Role, Organisation Organisation);
