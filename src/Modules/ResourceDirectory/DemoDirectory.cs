using System.Text.Json;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// The lists of the made-up city, taken in by the same steps as anybody's, on the days the city's story tells; then joined.
/// </summary>
internal sealed class DemoDirectory(AppDbContext db, Access access, INetworkDirectory networks, IActorSource actors, TimeProvider clock) : IDemoPart
{
    public int Order => 30;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("lists", out var lists))
        {
            return;
        }

        var files = lists.EnumerateArray().GroupBy(l => l.GetProperty("file").GetString()!, StringComparer.Ordinal)
            .OrderBy(f => f.First().GetProperty("importedDay").GetInt32());
        Actor? last = null;
        foreach (var file in files)
        {
            last = await TakeFileAsync(city, file.Key, [.. file], ct);
        }

        if (last?.Network is { } network)
        {
            await new JoinDirectory(db, clock).RunAsync(new JobRun(EntityId.New<JobId>(clock), network.Value, (_, _) => Task.CompletedTask), ct);
        }
    }

    private async Task<Actor> TakeFileAsync(DemoCity city, string file, IReadOnlyList<JsonElement> sheets, CancellationToken ct)
    {
        var first = sheets[0];
        var actor = await EnterAsync(city, first, ct);
        var then = new ClockOfThatDay(clock, TimeSpan.FromDays(first.GetProperty("importedDay").GetInt32()));
        var upload = new UploadListHandler(db, access, files: null, then);
        var content = await System.IO.File.ReadAllBytesAsync(Path.Combine(city.Folder, file), ct);
        var answer = await upload.HandleAsync(new UploadList(content, Path.GetFileName(file), null), actor, ct);
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{file}: {refusal.Code}");
        }

        foreach (var import in answer.Imports)
        {
            var sheet = sheets.FirstOrDefault(s => s.GetProperty("sheet").GetString() is { } name && name == import.Sheet, first);
            await TakeSheetAsync(import.Id, sheet, then, actor, ct);
        }

        return actor;
    }

    private async Task TakeSheetAsync(ListImportId id, JsonElement sheet, TimeProvider then, Actor actor, CancellationToken ct)
    {
        var place = sheet.GetProperty("audience").GetString() == "inside" ? ListingPlace.Inside : ListingPlace.Outside;
        var sharing = sheet.GetProperty("sharing").GetString() == "network" ? Sharing.Network : Sharing.OwnSchool;
        var start = new StartImportHandler(db, access, then);
        var command = new SetImport(id, new Dictionary<int, ListColumn>(), place, sharing, MonthFirst: false, Currency: null);
        if (await start.StartAsync(command, actor, ct, clock.GetUtcNow().AddHours(1)) is { } refusal)
        {
            throw new InvalidOperationException($"{sheet.GetProperty("file").GetString()}: {refusal.Code}");
        }

        db.ChangeTracker.Clear();
        var upkeep = new EntryUpkeep(db, then);
        await new RunImport(db, upkeep, new ListingReach(db, upkeep, networks, then), networks, then) { ReadOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) }.RunAsync(id, (_, _) => Task.CompletedTask, ct);
        db.ChangeTracker.Clear();
    }

    private async Task<Actor> EnterAsync(DemoCity city, JsonElement list, CancellationToken ct) =>
        await db.ActAsAsync(actors, city, list.GetProperty("importedBy").GetString()!, ct) ?? throw new InvalidOperationException($"{list} was imported by nobody.");

    /// <summary>The story happened on other days than the city is built.</summary>
    private sealed class ClockOfThatDay(TimeProvider now, TimeSpan away) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.GetUtcNow() + away;
    }
}
