using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>
/// Writes the mails of the day that are due. Killed anywhere it starts over; two copies of the program meet at the key of
/// person and day, and one of them writes nothing.
/// </summary>
internal sealed class DigestWriter(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DigestWriter> log)
{
    public const string KindOfMail = "The mail of the day";

    private const int Batch = 50;
    private static readonly TimeSpan AfterAnError = TimeSpan.FromMinutes(10);

    /// <returns>How many mails were written.</returns>
    public async Task<int> WriteDueAsync(CancellationToken ct)
    {
        await EnrolAsync(ct);
        var (written, tried) = (0, new HashSet<PersonId>());
        while ((await DueAsync(ct)).Where(tried.Add).ToList() is { Count: > 0 } due)
        {
            foreach (var person in due)
            {
                written += await WriteForAsync(person, ct) ? 1 : 0;
            }
        }

        return written;
    }

    /// <summary>Newcomers get the usual choice.</summary>
    private async Task EnrolAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var fresh = await db.Set<Person>().AsNoTracking().Where(p => p.State == PersonState.Active && !db.Set<MailChoice>().Any(c => c.PersonId == p.Id))
            .OrderBy(p => p.Id).Take(500).Select(p => new { p.Id, p.Zone }).ToListAsync(ct);
        db.AddRange(fresh.Select(p => MailChoice.Usual(p.Id, p.Zone, clock.GetUtcNow())));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another copy of the program took them in at the same moment.
        }
    }

    private async Task<IReadOnlyList<PersonId>> DueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow();
        return await db.Set<MailChoice>().AsNoTracking().Where(c => c.NextAt <= now).OrderBy(c => c.NextAt).ThenBy(c => c.PersonId).Take(Batch).Select(c => c.PersonId).ToListAsync(ct);
    }

    /// <summary>True: a mail was written.</summary>
    internal async Task<bool> WriteForAsync(PersonId person, CancellationToken ct)
    {
        try
        {
            return await WriteAsync(person, ct);
        }
        catch (DbUpdateException)
        {
            // Another copy of the program was first, or the person chose anew in this moment: what is due is looked up again.
            return false;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(new EventId(1, "DigestFailed"), "The mail of the day for {Person} was not written: {Error}", person, error.GetType().Name);
            await PostponeAsync(person, ct);
            return false;
        }
    }

    private async Task<bool> WriteAsync(PersonId person, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<AppDbContext>();
        services.GetRequiredService<Scope>().Set(Actor.Program);
        var who = await db.Set<Person>().AsNoTracking().FirstAsync(p => p.Id == person, ct);
        var choice = await db.Set<MailChoice>().FirstAsync(c => c.PersonId == person, ct);
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now, who.Zone);
        if (LocalDay.Moment(today, choice.Time, who.Zone) is var due && due > now)
        {
            // The program was off at the time of an earlier day, or the person moved: today's has not come yet.
            choice.LookAgainAt(due);
            await db.SaveChangesAsync(ct);
            return false;
        }

        choice.PlanAfter(today, who.Zone);
        await ForgetAsync(db, person, today, ct);
        var digest = who.State == PersonState.Active && !await db.Set<Digest>().AnyAsync(d => d.PersonId == person && d.Day == today, ct)
            ? await ComposeAsync(services, who, choice, today, ct)
            : null;
        await db.SaveChangesAsync(ct);
        return digest is not null;
    }

    /// <summary>What nobody reads any more goes with the commit of the day.</summary>
    private async Task ForgetAsync(AppDbContext db, PersonId person, DateOnly today, CancellationToken ct)
    {
        var (firstDay, since) = (today.AddDays(-Digest.DaysKept), clock.GetUtcNow().AddDays(-NewsItem.DaysKept));
        db.RemoveRange(await db.Set<Digest>().Where(d => d.PersonId == person && d.Day < firstDay).ToListAsync(ct));
        db.RemoveRange(await db.Set<NewsItem>().Where(n => n.Person == person && n.At < since).ToListAsync(ct));
    }

    private async Task<Digest?> ComposeAsync(IServiceProvider services, Person who, MailChoice choice, DateOnly today, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var all = await services.GetRequiredService<PersonsWork>().GatherAsync(who.Id, ct);
        if (!await IsADayAsync(services, choice, all, today, ct))
        {
            return null;
        }

        var last = await db.Set<Digest>().AsNoTracking().Where(d => d.PersonId == who.Id).OrderByDescending(d => d.Day).FirstOrDefaultAsync(ct);
        var named = last?.Named();
        var told = all.Select(w => w with { Items = [.. w.Items.Where(i => !choice.HasStopped(i.Kind) && !(i.Kind.IsNews && named?.Contains(i.Key) == true))] })
            .Where(w => w.Items.Count > 0).ToList();
        if (told.Count == 0)
        {
            return null;
        }

        var secret = RandomSecret.New();
        var digest = Digest.Of(who.Id, today, all.SelectMany(w => w.Items), SecretHash.Of(secret), clock);
        var stop = services.GetRequiredService<IOptions<AccountsOptions>>().Value.Link($"/mail/stop/{digest.Id}/{secret}/");
        var (subject, body) = services.GetRequiredService<DigestText>().Write(who.Language, told, named, stop);
        var mail = OutboxMail.Write(who.Email, subject, body, db.Scope, clock).About(KindOfMail, organisation: told[0].Actor.Organisation).StopsAt(stop + MailChoice.Everything);
        digest.Carries(mail);
        db.Add(mail);
        db.Add(digest);
        return digest;
    }

    private static async Task<bool> IsADayAsync(IServiceProvider services, MailChoice choice, IReadOnlyList<PostWork> all, DateOnly today, CancellationToken ct)
    {
        if (choice.Days is { } days)
        {
            return MailChoice.Has(days, today.DayOfWeek);
        }

        var school = all.Select(w => w.Actor.Organisation).FirstOrDefault(o => o is not null);
        var free = school is { } known && services.GetService<ISchoolWeeks>() is { } weeks ? await weeks.FreeDaysAsync(known, ct) : SchoolWeek.FreeDays(null);
        return !free.Contains(today.DayOfWeek);
    }

    private async Task PostponeAsync(PersonId person, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var choice = await db.Set<MailChoice>().FirstAsync(c => c.PersonId == person, ct);
        choice.LookAgainAt(clock.GetUtcNow() + AfterAnError);
        await db.TrySaveAsync(ct);
    }
}
