using System.Globalization;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence.Tests;

/// <summary>R27: whoever gets at the table itself is found out, and the first bad row is named.</summary>
public sealed class AuditDamageTests
{
    private const int Rows = 40;
    private const int Damages = 300;
    private static readonly Guid[] Chains = [Acts.SchoolA.Value, Acts.SchoolB.Value, Guid.Empty];
    private static readonly bool OnSqlite = TestDatabase.Postgres is null;

    [Fact]
    public async Task Every_flip_deletion_swap_cut_and_forgery_is_found_and_its_first_bad_row_named()
    {
        await using var app = await TestApp.StartAsync();
        await PrepareAsync(app);
        var dice = new Dice(20261117);
        var missed = new List<string>();
        for (var i = 0; i < Damages; i++)
        {
            await using var db = app.Maintenance();
            await using var undo = await db.Database.BeginTransactionAsync();
            var chain = dice.Pick(Chains);
            var length = await db.Set<AuditRow>().CountAsync(r => r.ChainId == chain);
            var (what, expected) = await DamageAsync(db, chain, length, dice);
            var found = await AuditChain.VerifyAsync(db, null, CancellationToken.None);
            if (found is not [var only] || !expected.Contains(only, StringComparer.Ordinal))
            {
                missed.Add($"{i}: {what}: expected {string.Join(" or ", expected)}, found {string.Join("; ", found)}");
            }

            await undo.RollbackAsync();
        }

        missed.ShouldBeEmpty();
        await using var after = app.Maintenance();
        (await AuditChain.VerifyAsync(after, null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chain_without_its_end_marker_or_with_another_is_found()
    {
        await using var app = await TestApp.StartAsync();
        await PrepareAsync(app);
        foreach (var (sql, expected) in new[]
        {
            ("DELETE FROM audit_head WHERE chain_id = {0}", "its end marker is missing"),
            ("UPDATE audit_head SET hash = (SELECT hash FROM audit_row WHERE chain_id = {0} AND sequence = 1) WHERE chain_id = {0}", "its end marker was changed"),
            ($"UPDATE audit_head SET sequence = {Rows + 1} WHERE chain_id = {{0}}", $"it ends at row {Rows}, but {Rows + 1} were written"),
        })
        {
            await using var db = app.Maintenance();
            await using var undo = await db.Database.BeginTransactionAsync();
            (await db.SqlAsync(sql, Acts.SchoolA.Value)).ShouldBe(1);
            (await AuditChain.VerifyAsync(db, null, CancellationToken.None)).ShouldBe([$"audit chain {Acts.SchoolA}: {expected}"]);
        }
    }

    [Fact]
    public async Task The_program_may_add_and_read_acts_and_nothing_else_even_with_raw_commands()
    {
        await using var app = await TestApp.StartAsync();
        await PrepareAsync(app, guarded: true);
        foreach (var sql in (string[])
        [
            "UPDATE audit_row SET reason = 'other' WHERE sequence = 3", "DELETE FROM audit_row WHERE sequence > 5", "UPDATE audit_row SET sequence = sequence + 100",
        ])
        {
            await using var scope = app.Enter(Acts.SchoolA, out var db);
            await Should.ThrowAsync<System.Data.Common.DbException>(() => db.SqlAsync(sql));
        }

        await using var owner = app.Maintenance();
        (await owner.Set<AuditRow>().CountAsync(r => r.ChainId == Acts.SchoolA.Value)).ShouldBe(Rows);
    }

    private static async Task PrepareAsync(TestApp app, bool guarded = false)
    {
        foreach (var chain in Chains)
        {
            await using var scope = app.Enter(Acts.SchoolA, out var db);
            for (var i = await db.Set<AuditRow>().CountAsync(r => r.ChainId == chain); i < Rows; i++)
            {
                app.Clock.Advance(TimeSpan.FromSeconds(1));
                db.Scope.From = "192.0.2." + i.ToString(CultureInfo.InvariantCulture);
                db.Record("listing.edited", Guid.CreateVersion7(app.Clock.GetUtcNow()), chain, i % 3 == 0 ? null : $"reason {i}");
            }

            await db.SaveChangesAsync();
        }

        if (OnSqlite && !guarded)
        {
            await using var owner = app.Maintenance();
            await owner.SqlAsync("DROP TRIGGER audit_row_no_update; DROP TRIGGER audit_row_no_delete;");
        }
    }

    /// <returns>What was done, and the findings that would be right.</returns>
    private static async Task<(string What, string[] Expected)> DamageAsync(AppDbContext db, Guid chain, int length, Dice dice)
    {
        var row = 1 + dice.Next(length);
        string Says(string fault) => $"audit chain {chain}: {fault}";
        switch (dice.Next(6))
        {
            case 0 or 1:
                var flip = await FlipAsync(db, chain, row, dice);
                return (flip, [Says($"row {row} was changed"), Says($"row {row} cannot be read")]);
            case 2:
                await db.SqlAsync("DELETE FROM audit_row WHERE chain_id = {0} AND sequence = {1}", chain, row);
                return ($"delete {row}", [Says(row == length ? $"it ends at row {length - 1}, but {length} were written" : $"row {row} is missing")]);
            case 3:
                await db.SqlAsync("DELETE FROM audit_row WHERE chain_id = {0} AND sequence >= {1}", chain, row);
                return ($"cut from {row}", [Says($"it ends at row {row - 1}, but {length} were written")]);
            case 4:
                var other = 1 + ((row + dice.Next(length - 1)) % length);
                await SwapAsync(db, chain, row, other);
                return ($"swap {row} and {other}", [Says($"row {Math.Min(row, other)} was changed")]);
            default:
                await ForgeAsync(db, chain, row);
                return ($"forge {row} with a hash that fits", [Says(row == length ? "its end marker was changed" : $"row {row + 1} was changed")]);
        }
    }

    private static async Task<string> FlipAsync(AppDbContext db, Guid chain, int row, Dice dice)
    {
        const string Where = " WHERE chain_id = {0} AND sequence = {1}";
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(dice.Next(1_000_000)));
        var (column, sql, value) = dice.Next(8) switch
        {
            0 => ("act", "UPDATE audit_row SET act = {2}", (object)("listing.edite" + (char)('e' + dice.Next(20)))),
            1 => ("reason", "UPDATE audit_row SET reason = {2}", "other" + dice.Next(1000)),
            2 => ("from", "UPDATE audit_row SET \"from\" = {2}", "198.51.100." + dice.Next(250)),
            3 => ("object", "UPDATE audit_row SET object_id = {2}", id),
            4 => ("person", "UPDATE audit_row SET person = {2}", id),
            5 => ("post", "UPDATE audit_row SET post = {2}", id),
            6 => ("moment", OnSqlite ? "UPDATE audit_row SET at = at + {2}" : "UPDATE audit_row SET at = at + {2} * interval '1 microsecond'", 10 + dice.Next(1000)),
            _ => ("hash", await BrokenHashAsync(db, chain, row, dice), 0),
        };
        if (OnSqlite && column is "person" && dice.Next(2) == 0)
        {
            // No id at all: SQLite keeps any text anywhere.
            (column, value) = ("person, unreadable", "no id");
        }

        (await db.SqlAsync(sql + Where, chain, row, value)).ShouldBe(1);
        return $"flip {column} of {row}";
    }

    private static async Task<string> BrokenHashAsync(AppDbContext db, Guid chain, int row, Dice dice)
    {
        var hash = (await db.Set<AuditRow>().AsNoTracking().SingleAsync(r => r.ChainId == chain && r.Sequence == row)).Hash;
        hash[dice.Next(hash.Length)] ^= (byte)(1 << dice.Next(8));
        var text = Convert.ToHexString(hash);
        return OnSqlite ? $"UPDATE audit_row SET hash = x'{text}'" : $"UPDATE audit_row SET hash = decode('{text}', 'hex')";
    }

    private static async Task SwapAsync(AppDbContext db, Guid chain, int one, int other)
    {
        const string Sql = "UPDATE audit_row SET sequence = {2} WHERE chain_id = {0} AND sequence = {1}";
        await db.SqlAsync(Sql, chain, one, -1);
        await db.SqlAsync(Sql, chain, other, one);
        await db.SqlAsync(Sql, chain, -1, other);
    }

    // Somebody who knows the rule and rewrites a row together with its own hash: the next row no longer fits.
    private static async Task ForgeAsync(AppDbContext db, Guid chain, int row)
    {
        await db.SqlAsync("UPDATE audit_row SET act = 'nothing.done' WHERE chain_id = {0} AND sequence = {1}", chain, row);
        var before = await db.Set<AuditRow>().AsNoTracking().SingleOrDefaultAsync(r => r.ChainId == chain && r.Sequence == row - 1);
        var forged = await db.Set<AuditRow>().AsNoTracking().SingleAsync(r => r.ChainId == chain && r.Sequence == row);
        await db.SqlAsync("UPDATE audit_row SET hash = {2} WHERE chain_id = {0} AND sequence = {1}", chain, row, forged.HashAfter(before?.Hash ?? []));
    }
}
