using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Officer">Null: nobody by name.</param>
/// <param name="NoChild">Ticked: nobody can recognise a child in the text.</param>
internal sealed record StartContact(LiaisonId Id, DateOnly? On, ContactWay Way, string? About, LiaisonOfficerId? Officer, bool NoChild);

/// <summary>Notes that somebody spoke with an authority.</summary>
internal sealed class StartContactHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(StartContact command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || actor.Organisation is null || !access.Allows(actor, NetworksPermissions.StartContact, new(Network: network))
            || await db.Set<AuthorityLiaison>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == command.Id && l.NetworkId == network, ct) is not { } liaison)
        {
            return NetworkPage.Gone;
        }

        var officer = command.Officer is { } id
            ? await db.Set<LiaisonOfficer>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id && o.LiaisonId == command.Id && o.NetworkId == network, ct) : null;
        if (command.Officer is not null && officer is null)
        {
            return LiaisonContact.OfficerGone;
        }

        var (contact, refusal) = LiaisonContact.Note(liaison, (command.On, command.Way, command.About), officer, actor, clock.Today(actor.Zone), clock);
        if (contact is null || !command.NoChild)
        {
            return refusal ?? LiaisonContact.NotChecked;
        }

        db.Add(contact);
        db.Record("liaison.contact-noted", liaison.Id.Value, chain: network.Value);
        return await db.TrySaveAsync(ct);
    }
}
