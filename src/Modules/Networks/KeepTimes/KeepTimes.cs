using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Version">Of the times the page was made from; 0 where there were none.</param>
internal sealed record KeepWeek(OrganisationId Id, IReadOnlyCollection<DayOfWeek> Weekend, int FirstMonth, IReadOnlyList<WeekLine> Lines, int Version);

internal sealed record KeepYear(OrganisationId Id, int Year, IReadOnlyList<DateLine> Lines, int Version);

/// <summary>Replaces the lines of the week, or of one school year, by what was typed. Empty lines are no lines.</summary>
internal sealed class KeepTimesHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public async Task<Refusal?> HandleAsync(KeepWeek command, Actor actor, CancellationToken ct)
    {
        if (await OpenAsync(command.Id, command.Version, actor, ct) is not { } times)
        {
            return NetworkPage.Gone;
        }

        var parts = new List<SchoolDayPart>();
        Refusal? refusal = times.Refusal ?? times.Row.Set(command.Weekend, command.FirstMonth);
        for (var i = 0; refusal is null && i < command.Lines.Count; i++)
        {
            if (!command.Lines[i].IsEmpty)
            {
                (var part, refusal) = command.Lines[i].Read(command.Id, i, clock);
                parts.Add(part!);
            }
        }

        refusal ??= parts.Count > SchoolTimes.MostParts ? SchoolTimes.TooManyParts : null;
        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        db.RemoveRange(await db.Set<SchoolDayPart>().Where(p => p.OrganisationId == command.Id).ToListAsync(ct));
        db.AddRange(parts);
        return await SaveAsync(times.Row, "times.week-kept", actor, ct);
    }

    public async Task<Refusal?> HandleAsync(KeepYear command, Actor actor, CancellationToken ct)
    {
        if (command.Year is < FirstYear or > LastYear || await OpenAsync(command.Id, command.Version, actor, ct) is not { } times)
        {
            return NetworkPage.Gone;
        }

        var dates = new List<SchoolDate>();
        var refusal = times.Refusal;
        for (var i = 0; refusal is null && i < command.Lines.Count; i++)
        {
            if (!command.Lines[i].IsEmpty)
            {
                (var read, refusal) = command.Lines[i].Read(times.Row.YearOf(command.Year), i);
                if (read is not null)
                {
                    dates.Add(SchoolDate.Of(command.Id, command.Year, read, clock));
                }
            }
        }

        refusal ??= dates.Count > SchoolTimes.MostDates ? SchoolTimes.TooManyDates : null;
        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        db.RemoveRange(await db.Set<SchoolDate>().Where(d => d.OrganisationId == command.Id && d.Year == command.Year).ToListAsync(ct));
        db.AddRange(dates);
        return await SaveAsync(times.Row, "times.year-kept", actor, ct);
    }

    private async Task<(SchoolTimes Row, Refusal? Refusal)?> OpenAsync(OrganisationId id, int version, Actor actor, CancellationToken ct)
    {
        if (!access.Allows(actor, NetworksPermissions.EditOrganisation, new(Organisation: id)))
        {
            return null;
        }

        var row = await db.Set<SchoolTimes>().FirstOrDefaultAsync(t => t.OrganisationId == id, ct);
        var refusal = (row?.Version ?? 0) == version ? null : Refusal.ChangedMeanwhile;
        if (row is null)
        {
            row = SchoolTimes.Begin(id, await db.Set<Organisation>().Where(o => o.Id == id).Select(o => o.CountryCode).FirstOrDefaultAsync(ct));
            db.Add(row);
        }

        return (row, refusal);
    }

    private async Task<Refusal?> SaveAsync(SchoolTimes row, string act, Actor actor, CancellationToken ct)
    {
        row.Touch(actor, clock);
        if (db.Entry(row).State == EntityState.Unchanged)
        {
            // The lines are what changed; who looked at the older ones must be told all the same.
            db.Entry(row).State = EntityState.Modified;
        }

        try
        {
            return await db.TrySaveAsync(act, row.OrganisationId.Value, ct);
        }
        catch (DbUpdateException)
        {
            // Two began at the same moment.
            return Refusal.ChangedMeanwhile;
        }
    }
}
