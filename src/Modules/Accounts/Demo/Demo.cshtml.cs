using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

internal sealed record DemoCard(DemoGuest Guest, string Name, string Link);

[OpenTo(Audience.DemoOnly)]
internal sealed class DemoModel(AppDbContext db, DemoDoor door, IOptions<AccountsOptions> options) : CausewayPage
{
    private static readonly Role[] Order =
    [
        Role.SafeguardingLead, Role.Counsellor, Role.NetworkCoordinator, Role.SeniorLeader, Role.Teacher,
        Role.DataProtectionOfficer, Role.PartnerContact, Role.Outsider, Role.Operator,
    ];

    /// <summary>One for each role, those first whom most newcomers will want to be.</summary>
    public IReadOnlyList<DemoCard> First { get; private set; } = [];

    public IReadOnlyList<DemoCard> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!options.Value.Demo)
        {
            return NotThere();
        }

        var guests = await (from guest in db.Set<DemoGuest>().AsNoTracking()
                            join person in db.Set<Person>() on guest.Person equals person.Id
                            orderby guest.Place
                            select new { guest, person.Name }).ToListAsync(ct);
        var cards = guests.Select(g => new DemoCard(g.guest, g.Name, door.PathFor(g.guest.Person))).ToList();
        First = [.. cards.Where(c => c.Guest.Role is not null).DistinctBy(c => c.Guest.Role).OrderBy(c => Array.IndexOf(Order, c.Guest.Role!.Value))];
        Others = [.. cards.Except(First)];
        return Page();
    }

    public static string WordsFor(Role? role) => role switch
    {
        Role.NetworkCoordinator => "Network coordinator",
        Role.SafeguardingLead => "Safeguarding lead",
        Role.Counsellor => "Counsellor",
        Role.Teacher => "Teacher",
        Role.SeniorLeader => "Head",
        Role.DataProtectionOfficer => "Data protection officer",
        Role.Outsider => "Outside professional",
        Role.PartnerContact => "Partner",
        Role.Operator => "System operator",
        null => "No post today",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
