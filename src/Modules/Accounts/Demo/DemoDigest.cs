using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Causeway.Accounts;

/// <summary>The mail of the last school morning, for those whom <c>digestsOf</c> of city.json names: written by the program itself, from what waits in the city.</summary>
internal sealed class DemoDigest(IServiceScopeFactory scopes, AppDbContext db, TimeProvider clock) : IDemoPart
{
    // Last of all: it tells what the other rooms left waiting.
    public int Order => 950;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("digestsOf", out var keys) || keys.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var key in keys.EnumerateArray())
        {
            var id = new PersonId(city.Ids["person:" + key.GetString()]);
            var person = await db.Set<Person>().AsNoTracking().FirstAsync(p => p.Id == id, ct);
            var morning = LastMorning(person.Zone);
            db.Add(MailChoice.Usual(id, person.Zone, morning));
            await db.SaveChangesAsync(ct);
            await new DigestWriter(scopes, new MovedClock(morning), NullLogger<DigestWriter>.Instance).WriteForAsync(id, ct);
        }
    }

    private DateTimeOffset LastMorning(string zone)
    {
        var now = clock.GetUtcNow();
        var day = LocalDay.Of(now, zone);
        while (SchoolWeek.FreeDays(null).Contains(day.DayOfWeek) || LocalDay.Moment(day, MailChoice.UsualTime, zone) > now)
        {
            day = day.AddDays(-1);
        }

        return LocalDay.Moment(day, MailChoice.UsualTime, zone);
    }
}
