using System.Text.Json;
using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Host;

/// <summary>Builds the made-up city into an empty database, once, and prints how to enter it.</summary>
internal sealed class MadeUpCity(string folder, JsonElement description)
{
    public static async Task<MadeUpCity> EnsureAsync(IServiceProvider services, string? samples, CancellationToken ct)
    {
        var folder = Find(samples);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "city.json"), ct));
        var city = new MadeUpCity(folder, document.RootElement.Clone());
        await using var db = services.GetRequiredService<MaintenanceContexts>().Open();
        var site = await db.Set<Installation>().FirstAsync(ct);
        if (site.DemoBuiltAt is null)
        {
            // Never into a site that is in use: its people would get one-click doors. Whatever was done there left its trail.
            if (await db.Set<AuditRow>().AnyAsync(r => r.Act != "key-ring.extended", ct))
            {
                throw new InvalidOperationException(
                    "This database is in use, or a made-up city was left half built in it. Point CAUSEWAY_DATA or CAUSEWAY_DATABASE at an empty place.");
            }

            await city.BuildAsync(services, ct);
            site.MarkDemoBuilt(TimeProvider.System);
            await db.SaveChangesAsync(ct);
        }

        return city;
    }

    /// <summary>One line per role, so that a newcomer can be anybody with one click.</summary>
    public async Task PrintLinksAsync(IServiceProvider services, HostSettings settings, TextWriter to, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<IPersonDirectory>();
        var door = services.GetRequiredService<DemoDoor>();
        await to.WriteLineAsync("\nThe made-up city. Sign in with one click as:");
        foreach (var (role, mail, name) in OnePerRole())
        {
            if (await people.FindByEmailAsync(mail, ct) is { } person)
            {
                await to.WriteLineAsync($"  {role,-22} {name,-22} {door.LinkFor(person.Id)}");
            }
        }

        await to.WriteLineAsync($"\nEverybody else, and what to try: {new Uri(settings.PublicUrl, "/demo")}");
    }

    private static string Find(string? samples)
    {
        string?[] places = [samples, Path.Combine(AppContext.BaseDirectory, "samples"), "samples", Path.Combine(AppContext.BaseDirectory, "..", "samples")];
        return places.OfType<string>().FirstOrDefault(p => File.Exists(Path.Combine(p, "city.json")))
            ?? throw new IOException("The made-up city is not there: give its folder with --samples.");
    }

    private async Task BuildAsync(IServiceProvider services, CancellationToken ct)
    {
        var city = new DemoCity(folder, description, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date));
        await using var parts = services.CreateAsyncScope();
        // By their place, not by their order alone: two parts of the same order are two parts.
        var places = parts.ServiceProvider.GetServices<IDemoPart>().Select((p, place) => (p.Order, Place: place)).Order().Select(p => p.Place).ToList();
        var progress = new Progress("Building the made-up city");
        for (var i = 0; i < places.Count; i++)
        {
            progress.Report(i, places.Count);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IDemoPart>().ElementAt(places[i]).BuildAsync(city, ct);
        }

        progress.Report(places.Count, places.Count);
    }

    private IEnumerable<(string Role, string Mail, string Name)> OnePerRole() => description.GetProperty("people").EnumerateArray()
        .SelectMany(p => p.GetProperty("posts").EnumerateArray()
            .Where(post => post.GetProperty("primary").GetBoolean() && post.GetProperty("untilDay").ValueKind == JsonValueKind.Null)
            .Select(post => (Role: post.GetProperty("role").GetString()!, Mail: p.GetProperty("mail").GetString()!, Name: p.GetProperty("name").GetString()!)))
        .DistinctBy(p => p.Role, StringComparer.Ordinal);
}
