using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

/// <param name="Days">Ignored where the school's own days are wanted.</param>
/// <param name="Kinds">Codes of the kinds to be told of.</param>
internal sealed record ChooseMail(bool Wanted, string? Time, bool SchoolDays, IReadOnlyCollection<DayOfWeek> Days, IReadOnlyCollection<string> Kinds, string? Zone, string? Language);

internal sealed class ChooseMailHandler(AppDbContext db, IEnumerable<IModule> modules, TimeProvider clock)
{
    public async Task<(Person Me, MailChoice Choice)> ReadAsync(PersonId person, CancellationToken ct)
    {
        var me = await db.Set<Person>().FirstAsync(p => p.Id == person, ct);
        return (me, await db.Set<MailChoice>().FirstOrDefaultAsync(c => c.PersonId == person, ct) ?? MailChoice.Usual(person, me.Zone, clock.GetUtcNow()));
    }

    public async Task<Refusal?> HandleAsync(ChooseMail command, Actor actor, CancellationToken ct)
    {
        var (me, choice) = await ReadAsync(actor.Person, ct);
        var now = clock.GetUtcNow();
        if (me.Describe(me.Name, command.Language, command.Zone) is { } refusal)
        {
            return refusal;
        }

        if (!TimeOnly.TryParseExact(command.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return MailChoice.NoTime;
        }

        if (choice.Choose(time, command.SchoolDays ? null : MailChoice.DaysOf(command.Days), me.Zone, now) is { } no)
        {
            return no;
        }

        if (command.Wanted)
        {
            choice.StartAgain();
        }
        else
        {
            choice.StopAll(now);
        }

        foreach (var kind in AccountsWork.Of(modules))
        {
            if (command.Kinds.Contains(kind.Code, StringComparer.Ordinal))
            {
                choice.SpeakAgainOf(kind);
            }
            else
            {
                choice.StopKind(kind);
            }
        }

        return await SaveAsync(choice, ct);
    }

    private async Task<Refusal?> SaveAsync(MailChoice choice, CancellationToken ct)
    {
        if (db.Entry(choice).State == EntityState.Detached)
        {
            db.Add(choice);
        }

        db.Record("mail.chosen", choice.PersonId.Value, Guid.Empty);
        try
        {
            return await db.TrySaveAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The program took this newcomer in at the same moment.
            return Refusal.ChangedMeanwhile;
        }
    }
}
