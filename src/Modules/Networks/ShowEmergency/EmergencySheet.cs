using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Officers">In office on the day the sheet was made.</param>
internal sealed record EmergencyDesk(AuthorityLiaison Liaison, IReadOnlyList<LiaisonOfficer> Officers);

/// <summary>Everything for the worst quarter of an hour, from one place: numbers, duty to report, desks.</summary>
internal sealed record EmergencySheet(NetworkCard Network, EmergencyCard Card, IReadOnlyList<EmergencyDesk> Desks, DateOnly Day)
{
    /// <summary>An address that a phone dials: digits and a leading plus only, whatever was typed between them.</summary>
    public static string Dial(string number) => "tel:" + new string([.. number.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0))]);

    public static async Task<EmergencySheet?> FindAsync(AppDbContext db, INetworkDirectory networks, Actor actor, DateOnly today, CancellationToken ct)
    {
        if (actor.Network is not { } id || await networks.FindNetworkAsync(id, ct) is not { } network || await networks.FindEmergencyAsync(id, ct) is not { } card)
        {
            return null;
        }

        var desks = await db.Set<AuthorityLiaison>().AsNoTracking().Where(l => l.NetworkId == id && l.InEmergency).ToListAsync(ct);
        var officers = await db.Set<LiaisonOfficer>().AsNoTracking().Where(o => o.NetworkId == id).OrderBy(o => o.From).ThenBy(o => o.Id).ToListAsync(ct);
        var inOffice = officers.Where(o => o.IsInOffice(today)).ToLookup(o => o.LiaisonId);
        return new EmergencySheet(
            network, card, [.. desks.OrderBy(d => d.Kind).ThenBy(d => d.Name, StringComparer.CurrentCulture).Select(d => new EmergencyDesk(d, [.. inOffice[d.Id]]))], today);
    }
}
