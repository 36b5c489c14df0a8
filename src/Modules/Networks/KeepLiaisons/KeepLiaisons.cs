using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Id">Null: a new record.</param>
internal sealed record KeepLiaison(LiaisonId? Id, LiaisonTerms Terms, int Version);

internal sealed record ConfirmLiaison(LiaisonId Id, DateOnly? On, int Version);

/// <param name="Officer">Null: a new one.</param>
internal sealed record KeepOfficer(LiaisonId Id, LiaisonOfficerId? Officer, OfficerTerms Terms, int Version);

/// <summary>
/// Writes the register. A coordinator may write every record; leads and heads those that their own school keeps.
/// </summary>
internal sealed class KeepLiaisonsHandler(AppDbContext db, Access access, INetworkDirectory networks, TimeProvider clock)
{
    public static readonly Refusal NoSchool = new("liaison.no-school", "Choose the member that keeps the tie.", "School");
    public static readonly Refusal NotYours = new("liaison.not-yours", "You can open a record that your own organisation keeps. For another one, ask its lead or the coordinator.", "School");
    public static readonly Refusal NoHolder = new("liaison.no-holder", "Choose somebody who holds a post at that school today.", "Holder");
    public static readonly Refusal NoDay = new("liaison.no-day", "Say on which day.", "ConfirmedOn");

    public async Task<(LiaisonId Id, Refusal? Refusal)> HandleAsync(KeepLiaison command, Actor actor, CancellationToken ct)
    {
        var liaison = command.Id is { } id ? await FindAsync(id, actor, ct) : null;
        if (actor.Network is not { } network || (command.Id is not null && liaison is null) || !May(actor, network))
        {
            return (default, NetworkPage.Gone);
        }

        if (liaison is not null && liaison.Version != command.Version)
        {
            return (default, Refusal.ChangedMeanwhile);
        }

        var (school, refused) = await CheckSchoolAsync(command.Terms, liaison is null, network, actor, ct);
        if (refused is not null)
        {
            return (default, refused);
        }

        var act = liaison is null ? LiaisonAct.Opened : liaison.School == command.Terms.School ? LiaisonAct.Changed : LiaisonAct.HandedOver;
        var (kept, refusal) = liaison is null ? AuthorityLiaison.Open(network, command.Terms, clock) : (liaison, liaison.Agree(command.Terms));
        if (refusal is not null)
        {
            return (default, refusal);
        }

        if (liaison is null)
        {
            db.Add(kept!);
        }

        db.Add(LiaisonChange.Note(kept!, act, act == LiaisonAct.Changed ? "" : school, actor, clock));
        db.Record("liaison.kept", kept!.Id.Value, chain: network.Value);
        return (kept.Id, await db.TrySaveAsync(ct));
    }

    public async Task<Refusal?> HandleAsync(ConfirmLiaison command, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(command.Id, actor, ct) is not { } liaison)
        {
            return NetworkPage.Gone;
        }

        if (liaison.Version != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if ((command.On is { } on ? liaison.Confirm(on, actor.Name, clock.Today(actor.Zone)) : NoDay) is { } refusal)
        {
            return refusal;
        }

        db.Add(LiaisonChange.Note(liaison, LiaisonAct.Confirmed, "", actor, clock));
        db.Record("liaison.confirmed", liaison.Id.Value, chain: liaison.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> HandleAsync(KeepOfficer command, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(command.Id, actor, ct) is not { } liaison)
        {
            return NetworkPage.Gone;
        }

        var officer = command.Officer is { } id
            ? await db.Set<LiaisonOfficer>().FirstOrDefaultAsync(o => o.Id == id && o.LiaisonId == liaison.Id && o.NetworkId == liaison.NetworkId, ct) : null;
        if (command.Officer is not null && officer?.Version != command.Version)
        {
            return officer is null ? NetworkPage.Gone : Refusal.ChangedMeanwhile;
        }

        var (kept, refusal) = officer is null ? LiaisonOfficer.Appoint(liaison, command.Terms, clock) : (officer, officer.Change(command.Terms));
        if (refusal is not null)
        {
            return refusal;
        }

        if (officer is null)
        {
            db.Add(kept!);
        }

        db.Add(LiaisonChange.Note(liaison, officer is null ? LiaisonAct.OfficerNamed : LiaisonAct.OfficerChanged, kept!.Name, actor, clock));
        db.Record("liaison.officer-kept", kept.Id.Value, chain: liaison.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    public bool MayWrite(Actor actor, AuthorityLiaison liaison) =>
        May(actor, liaison.NetworkId) && (actor.Role == Role.NetworkCoordinator || actor.Organisation == liaison.School);

    private bool May(Actor actor, NetworkId network) => access.Allows(actor, NetworksPermissions.KeepLiaisons, new(Network: network));

    private async Task<AuthorityLiaison?> FindAsync(LiaisonId id, Actor actor, CancellationToken ct) =>
        await db.Set<AuthorityLiaison>().FirstOrDefaultAsync(l => l.Id == id && l.NetworkId == actor.Network, ct) is { } liaison && MayWrite(actor, liaison) ? liaison : null;

    // Handing over is free for who keeps the tie; claiming another school for a new record is not.
    private async Task<(string School, Refusal? Refusal)> CheckSchoolAsync(LiaisonTerms terms, bool isNew, NetworkId network, Actor actor, CancellationToken ct)
    {
        if ((await networks.MembersAsync(network, ct)).FirstOrDefault(m => m.Id == terms.School) is not { } school)
        {
            return ("", NoSchool);
        }

        if (isNew && actor.Role != Role.NetworkCoordinator && actor.Organisation != terms.School)
        {
            return ("", NotYours);
        }

        var known = terms.Holder is not { } holder
            || (await networks.PostsInAsync(network, ct)).Any(p => p.Person == holder && p.Organisation == terms.School);
        return (school.Name, known ? null : NoHolder);
    }
}
