using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

public sealed class FindHelpIndexTests
{
    [Fact]
    public async Task An_index_of_an_earlier_version_is_made_anew_at_the_next_start()
    {
        await using var world = new DirectoryWorld();
        await world.InitializeAsync();
        await world.TakeInAsync("lead-a", DirectoryWorld.Crowd(3, "earliertest"), share: true);
        await using var db = world.App.Maintenance();
        var isSqlite = db.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        await db.Database.ExecuteSqlRawAsync(isSqlite
            ? "DROP TRIGGER entry_index_insert2; DROP TRIGGER entry_index_update2; DROP TRIGGER entry_index_delete2; ALTER TABLE entry_index DROP COLUMN codes; INSERT INTO entry_words (entry_words) VALUES ('delete-all');"
            : "ALTER TABLE entry_index DROP COLUMN codes; DELETE FROM entry_index;");
        (await world.App.Database.Provider.IsPreparedAsync(CancellationToken.None)).ShouldBeFalse();

        await world.App.Database.Provider.GuardAsync(db, CancellationToken.None);

        (await world.OpenAsync("lead-a", "/find-help?q=earliertest&language=eng")).Document.QuerySelectorAll("article h3").Length.ShouldBe(3);
        await world.TakeInAsync("lead-b", "Name,Profession,Phone,Languages,Help offered\nLate Comer,Youth coach,555 7007,English,earliertest\n", share: true);
        (await world.OpenAsync("lead-a", "/find-help?q=earliertest&language=eng")).Document.QuerySelectorAll("article h3").Length.ShouldBe(4);
    }
}
