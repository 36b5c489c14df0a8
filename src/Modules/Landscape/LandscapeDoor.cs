using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Landscape;

/// <summary>Who may touch what in this room; everything here belongs to one network, or inside it to one school.</summary>
internal sealed class LandscapeDoor(AppDbContext db, Access access, TimeProvider clock)
{
    /// <summary>Missing and foreign alike; never shown as words.</summary>
    public static readonly Refusal Gone = new("not-there", "This is not there.");

    public AppDbContext Db { get; } = db;

    public TimeProvider Clock { get; } = clock;

    public DateOnly Today(Actor actor) => Clock.Today(actor.Zone);

    public static AccessObject Own(Actor actor) => new(actor.Organisation, actor.Network, actor.Person);

    public bool May(Actor actor, string permission) => actor.Network is not null && access.Allows(actor, permission, Own(actor));

    /// <summary>A coordinator writes every row of the network, a lead those that its own school wrote.</summary>
    public bool MayWrite(Actor actor, OrganisationId writtenBy) =>
        May(actor, LandscapePermissions.Keep) || (May(actor, LandscapePermissions.Note) && writtenBy == actor.Organisation);

    /// <summary>Saves; two who wrote the same new thing in one moment count as a change meanwhile.</summary>
    public async Task<Refusal?> SaveAsync(string act, Guid id, CancellationToken ct)
    {
        Db.Record(act, id);
        try
        {
            return await Db.TrySaveAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Refusal.ChangedMeanwhile;
        }
    }
}

/// <summary>What the pages of this room have in common.</summary>
internal abstract class LandscapePage : CausewayPage
{
    /// <summary>The reader's day.</summary>
    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today(Actor.Zone);

    public bool MayHere(string permission) => Actor.Network is not null && May(permission, LandscapeDoor.Own(Actor));

    /// <summary>Done, or the refusal at its field on the page as <paramref name="load"/> fills it.</summary>
    protected async Task<IActionResult> AnswerAsync(Refusal? refusal, Func<Task<bool>> load, string url, string message)
    {
        if (refusal is null)
        {
            return Done(url, message);
        }

        return refusal.Code == LandscapeDoor.Gone.Code || !await load() ? NotThere() : Refuse(refusal);
    }
}
