using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Causeway.Persistence.Tests;

/// <summary>A database of any earlier version becomes today's, and nothing that stood in it is lost on the way.</summary>
public sealed class UpgradeTests
{
    /// <summary>What a version let go of on purpose, with its reason; everything else must still be there.</summary>
    private static readonly Dictionary<string, string> LetGo = new(StringComparer.Ordinal)
    {
        ["charter_reminder"] = "told once a day by the mail of the day since",
    };

    [Fact]
    public async Task Every_step_from_an_earlier_version_keeps_every_row()
    {
        var clock = new TestClock();
        await using var place = await TestDatabase.CreateEmptyAsync(clock);
        await using var db = place.Maintenance(TestApp.Rooms, clock);
        var migrator = db.GetService<IMigrator>();
        await db.Database.OpenConnectionAsync();
        var rows = new OldRows(db.Database.GetDbConnection());
        IRelationalModel? before = null;
        foreach (var name in db.Database.GetMigrations())
        {
            var model = ModelOf(db, name);
            var stood = before is null ? [] : await rows.ReadAsync(before, model);
            var gone = before?.Tables.Select(t => t.Name).Where(t => model.FindTable(t, null) is null && !LetGo.ContainsKey(t)).ToList() ?? [];
            gone.ShouldBeEmpty($"{name} drops tables without a reason given here");
            await migrator.MigrateAsync(name);
            if (before is not null)
            {
                var stands = await rows.ReadAsync(before, model);
                stood.SelectMany(t => t.Value.Except(stands[t.Key]).Select(row => $"{name} lost of {t.Key}: {row}")).ShouldBeEmpty();
            }

            await rows.FillAsync(model);
            before = model;
        }

        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();

        // As the program does it when it starts: what is made from the model fits a database that has old rows.
        await place.Provider.MigrateAsync(db, CancellationToken.None);
        await place.Provider.GuardAsync(db, CancellationToken.None);
    }

    private static IRelationalModel ModelOf(DbContext db, string name)
    {
        var all = db.GetService<IMigrationsAssembly>();
        var model = all.CreateMigration(all.Migrations[name], db.Database.ProviderName!).TargetModel;
        return db.GetService<IModelRuntimeInitializer>().Initialize(model, designTime: true).GetRelationalModel();
    }
}
