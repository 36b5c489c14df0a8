using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record DeclareGroup(OrganisationId Child, OrganisationId Parent, DateOnly From, DateOnly? Until);

internal sealed record EndGroup(OrganisationId Child, GroupTieId Tie, DateOnly LastDay, int Version);

internal sealed record NoteBenefit(OrganisationId Organisation, GroupTieId Tie, string? Text, int Version);

/// <summary>An organisation says which group or trust it belongs to; each side notes what it has from it.</summary>
internal sealed class DeclareGroupHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public static readonly Refusal NoParent = new("group-tie.no-parent", "Choose an organisation from the list.", "Parent");

    public async Task<Refusal?> HandleAsync(DeclareGroup command, Actor actor, CancellationToken ct)
    {
        if (!Allowed(actor, command.Child))
        {
            return NetworkPage.Gone;
        }

        if (await db.VisibleOrganisations().FirstOrDefaultAsync(o => o.Id == command.Parent && o.Id != command.Child, ct) is not { } parent)
        {
            return NoParent;
        }

        var all = await db.Set<GroupTie>().AsNoTracking().ToListAsync(ct);
        var (tie, refusal) = GroupTie.Declare(command.Child, parent, command.From, command.Until, all, clock);
        if (tie is null)
        {
            return refusal;
        }

        db.Add(tie);
        db.Record("group.declared", tie.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    public Task<Refusal?> HandleAsync(EndGroup command, Actor actor, CancellationToken ct) =>
        ChangeAsync(command.Child, command.Tie, command.Version, actor, "group.ended", t => t.Child == command.Child ? t.EndOn(command.LastDay) : NetworkPage.Gone, ct);

    public Task<Refusal?> HandleAsync(NoteBenefit command, Actor actor, CancellationToken ct) =>
        ChangeAsync(command.Organisation, command.Tie, command.Version, actor, "group.benefit-noted", t => t.NoteBenefit(command.Organisation, command.Text), ct);

    private bool Allowed(Actor actor, OrganisationId organisation) =>
        access.Allows(actor, NetworksPermissions.EditOrganisation, new(Organisation: organisation));

    private async Task<Refusal?> ChangeAsync(
        OrganisationId organisation, GroupTieId id, int version, Actor actor, string act, Func<GroupTie, Refusal?> change, CancellationToken ct)
    {
        var tie = await db.Set<GroupTie>().FirstOrDefaultAsync(t => t.Id == id && (t.Child == organisation || t.Parent == organisation), ct);
        if (tie is null || !Allowed(actor, organisation))
        {
            return NetworkPage.Gone;
        }

        if (tie.Version != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (change(tie) is { } refusal)
        {
            return refusal;
        }

        db.Record(act, id.Value);
        return await db.TrySaveAsync(ct);
    }
}
