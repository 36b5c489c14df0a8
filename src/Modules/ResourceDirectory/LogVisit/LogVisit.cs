using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record LogVisit(EntryId Entry, VisitKind Kind, DateOnly? On, string? People, string? Note);

internal sealed class LogVisitHandler(AppDbContext db, EntryDoor door, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(LogVisit command, Actor actor, CancellationToken ct)
    {
        if (await door.OpenAsync(command.Entry, actor, DirectoryPermissions.RecordTies, ct) is not { } entry)
        {
            return ShareListingsHandler.NotThere;
        }

        var (people, note) = (command.People?.Trim() ?? "", command.Note?.Trim() ?? "");
        var tomorrow = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        if (Visit.Wrong(people, note, command.On, tomorrow) is { } wrong)
        {
            return wrong;
        }

        var visit = Visit.Of(entry, command.Kind, command.On!.Value, people, note, actor, clock);
        db.Add(visit);
        db.Record("visit.logged", visit.Id.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> TakeBackAsync(EntryId id, DirectoryRowId row, Actor actor, CancellationToken ct)
    {
        var entry = await door.OpenAsync(id, actor, DirectoryPermissions.RecordTies, ct);
        var visit = await db.Set<Visit>().FirstOrDefaultAsync(v => v.Id == row, ct);
        if (entry is null || visit is null)
        {
            return ShareListingsHandler.NotThere;
        }

        db.Remove(visit);
        db.Record("visit.taken-back", visit.Id.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
