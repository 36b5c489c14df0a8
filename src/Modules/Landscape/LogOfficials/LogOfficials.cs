using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

internal sealed class LogOfficialsHandler(LandscapeDoor door, IAuthorityRegister authorities)
{
    public async Task<OfficialEngagement?> FindAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var key = new LandscapeRowId(id);
        var found = await door.Db.Set<OfficialEngagement>().FirstOrDefaultAsync(e => e.Id == key && e.NetworkId == door.Db.ScopedNetworkId, ct);
        return found is not null && door.MayWrite(actor, found.School) ? found : null;
    }

    public async Task<Refusal?> HandleAsync(Guid? id, EngagementForm form, Actor actor, CancellationToken ct)
    {
        var known = id is { } one ? await FindAsync(one, actor, ct) : null;
        if (actor.Network is not { } network || !door.May(actor, LandscapePermissions.Note) || (id is not null && known is null))
        {
            return LandscapeDoor.Gone;
        }

        if (known is not null && known.Version != form.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (Settle(form, await OfficeBook.OpenAsync(authorities, network, ct), known) is { } unknown)
        {
            return unknown;
        }

        var (kept, refusal) = known is null ? OfficialEngagement.Log(network, form, actor, door.Clock) : (known, known.Change(form, door.Today(actor)));
        if (refusal is not null)
        {
            return refusal;
        }

        if (known is null)
        {
            door.Db.Add(kept!);
        }

        return await door.SaveAsync("engagement.logged", kept!.Id.Value, ct);
    }

    /// <summary>What was chosen gives its name; what was typed like one of the register is that one, so that both count together.</summary>
    private static Refusal? Settle(EngagementForm form, OfficeBook offices, OfficialEngagement? known)
    {
        if (form.Authority is { } chosen)
        {
            if (offices.Find(chosen) is { } card)
            {
                form.Office = card.Name;
                return null;
            }

            // The tie was given up since; the entry keeps what it says.
            return known?.Authority == chosen ? null : EngagementForm.NotInRegister;
        }

        form.Authority = offices.Named(FormText.Tidy(form.Office))?.Id;
        return null;
    }
}
