using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Month">Any day of it; null: this month.</param>
internal sealed record TellOutcome(EntryId Entry, ReferralOutcome Outcome, DateOnly? Month);

internal sealed class TellOutcomeHandler(AppDbContext db, EntryDoor door, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(TellOutcome command, Actor actor, CancellationToken ct)
    {
        if (await door.OpenAsync(command.Entry, actor, DirectoryPermissions.TellEntries, ct) is not { } entry)
        {
            return ShareListingsHandler.NotThere;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var month = command.Month ?? today;
        if (NetworkExperience.Wrong(month, today.AddDays(1)) is { } wrong)
        {
            return wrong;
        }

        var experience = NetworkExperience.Of(entry, command.Outcome, month, clock);
        db.Add(experience);
        db.Add(new OutcomeTold(experience, actor));
        db.Record("entry.outcome-told", entry.Entry.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> TakeBackAsync(EntryId id, DirectoryRowId row, Actor actor, CancellationToken ct)
    {
        var entry = await door.OpenAsync(id, actor, DirectoryPermissions.TellEntries, ct);
        var told = await db.Set<OutcomeTold>().FirstOrDefaultAsync(o => o.Id == row, ct);
        if (entry is null || told is null)
        {
            return ShareListingsHandler.NotThere;
        }

        db.Remove(told);
        db.RemoveRange(await db.Set<NetworkExperience>().Where(e => e.Id == row).ToListAsync(ct));
        db.Record("entry.outcome-taken-back", entry.Entry.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
