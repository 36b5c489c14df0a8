using System.Security.Cryptography;

namespace Causeway.Host.Tests;

/// <summary>R62, K1, K5, L11, L12: the commands of the built program, run as processes on both databases.</summary>
public sealed class CommandsTests
{
    private const string ForgeAnAct =
        "INSERT INTO audit_row (chain_id, sequence, at, person, act, object_id, \"from\", hash) SELECT chain_id, sequence + 1, at, person, 'nothing.done', object_id, \"from\", hash FROM audit_row ORDER BY sequence DESC LIMIT 1";

    [Fact]
    public async Task A_backup_restored_elsewhere_verifies_clean_and_serves()
    {
        await using var here = await FoundedAsync();
        var verified = await here.RunAsync("verify");
        (verified.Code, verified.Output.TrimEnd()[^5..]).ShouldBe((0, "clean"), verified.All);
        (await here.RunAsync("backup", "--out", here.In("one.backup"))).Code.ShouldBe(0);

        await using var there = await CommandPlace.MakeAsync();
        there.TakeKeyOf(here);
        var restored = await there.RunAsync("restore", here.In("one.backup"));
        restored.Code.ShouldBe(0, restored.All);
        restored.Output.ShouldContain("clean");
        (await there.ServeOnceAsync("/health/ready")).ShouldBe("200 0");
    }

    [Fact]
    public async Task A_sealed_backup_opens_with_its_private_key_alone()
    {
        await using var here = await FoundedAsync();
        (await here.RunAsync("backup-key", "--out", here.In("pair"))).Code.ShouldBe(0);
        (await here.RunAsync("backup-key", "--out", here.In("other"))).Code.ShouldBe(0);
        var backup = here.In("sealed.backup");
        (await here.RunAsync("backup", "--out", backup, "--recipient", here.In("pair/backup-public.pem"))).Code.ShouldBe(0);

        await using var there = await CommandPlace.MakeAsync();
        there.TakeKeyOf(here);
        (await there.RunAsync("restore", backup)).Code.ShouldBe(1);
        (await there.RunAsync("restore", backup, "--key", here.In("other/backup-private.pem"))).Code.ShouldBe(1);
        File.Exists(there.DatabaseFile).ShouldBeFalse();
        var restored = await there.RunAsync("restore", backup, "--key", here.In("pair/backup-private.pem"));
        restored.Code.ShouldBe(0, restored.All);
    }

    [Fact]
    public async Task K1_A_wrong_or_missing_root_key_is_refused_and_nothing_is_written()
    {
        await using var here = await FoundedAsync();
        await using var stranger = await FoundedAsync();
        var before = await here.FingerprintAsync();
        File.Move(here.KeyFile, here.In("right.key"));
        foreach (var command in (string[][])[["verify"], ["serve"], ["backup", "--out", here.In("never.backup")]])
        {
            var missing = await here.RunAsync(command);
            missing.Code.ShouldBe(3, missing.All);
            missing.Errors.ShouldContain("Missing");
            File.Exists(here.KeyFile).ShouldBeFalse();
        }

        File.Copy(stranger.KeyFile, here.KeyFile);
        foreach (var command in (string[][])[["verify"], ["serve"], ["backup", "--out", here.In("never.backup")]])
        {
            var wrong = await here.RunAsync(command);
            wrong.Code.ShouldBe(3, wrong.All);
            wrong.Errors.ShouldContain("WrongKey");
        }

        (await here.FingerprintAsync()).ShouldBe(before);
        File.Exists(here.In("never.backup")).ShouldBeFalse();
        File.Delete(here.KeyFile);
        File.Move(here.In("right.key"), here.KeyFile);
        (await here.RunAsync("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task K5_A_backup_without_its_root_key_is_not_restored()
    {
        await using var here = await FoundedAsync();
        await here.RunAsync("backup", "--out", here.In("one.backup"));
        await using var there = await CommandPlace.MakeAsync();
        var restored = await there.RunAsync("restore", here.In("one.backup"));
        restored.Code.ShouldBe(3, restored.All);
        File.Exists(there.KeyFile).ShouldBeFalse();
        File.Exists(there.DatabaseFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_restore_or_backup_overwrites_nothing()
    {
        await using var here = await FoundedAsync();
        await here.RunAsync("backup", "--out", here.In("one.backup"));
        var before = await here.FingerprintAsync();
        (await here.RunAsync("restore", here.In("one.backup"))).Code.ShouldBe(3);
        (await here.FingerprintAsync()).ShouldBe(before);
        (await here.RunAsync("backup", "--out", here.In("one.backup"))).Code.ShouldBe(2);
    }

    [Fact]
    public async Task An_empty_place_is_not_verified_or_backed_up_and_no_key_is_made_there()
    {
        await using var empty = await CommandPlace.MakeAsync();
        (await empty.RunAsync("verify")).Code.ShouldBe(3);
        (await empty.RunAsync("backup", "--out", empty.In("one.backup"))).Code.ShouldBe(3);
        File.Exists(empty.KeyFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_changed_audit_row_is_found_and_named()
    {
        await using var here = await FoundedAsync();
        if (!here.OnPostgres)
        {
            await here.SqlAsync("DROP TRIGGER audit_row_no_update");
        }

        await here.SqlAsync("UPDATE audit_row SET act = 'nothing.done' WHERE sequence = 1");
        var found = await here.RunAsync("verify");
        found.Code.ShouldBe(1, found.All);
        found.Output.ShouldContain("row 1 was changed");
    }

    [Fact]
    public async Task A_forged_last_act_is_found()
    {
        await using var here = await FoundedAsync();
        await here.SqlAsync(ForgeAnAct);
        var found = await here.RunAsync("verify");
        found.Code.ShouldBe(1, found.All);
        found.Output.ShouldContain("was changed");
    }

    [Fact]
    public async Task A_flipped_byte_in_the_database_file_itself_is_found()
    {
        await using var here = await FoundedAsync();
        if (here.OnPostgres)
        {
            // The server keeps its files to itself; what a flipped value does there is the test above.
            await here.SqlAsync("UPDATE audit_row SET hash = set_byte(hash, 5, get_byte(hash, 5) # 1) WHERE sequence = 1");
        }
        else
        {
            // What was written last may still stand in the log beside the file.
            await here.SqlAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            var bytes = await File.ReadAllBytesAsync(here.DatabaseFile);
            var at = bytes.AsSpan().IndexOf("key-ring.extended"u8);
            at.ShouldBeGreaterThan(0);
            bytes[at + 3] ^= 1;
            await File.WriteAllBytesAsync(here.DatabaseFile, bytes);
        }

        var found = await here.RunAsync("verify");
        found.Code.ShouldBe(1, found.All);
        found.Output.ShouldContain("row 1 was changed");
    }

    [Fact]
    public async Task L12_Every_damaged_backup_is_found_before_anything_is_restored()
    {
        await using var here = await FoundedAsync();
        await here.RunAsync("backup-key", "--out", here.In("pair"));
        await here.RunAsync("backup", "--out", here.In("plain.backup"));
        await here.RunAsync("backup", "--out", here.In("sealed.backup"), "--recipient", here.In("pair/backup-public.pem"));
        await using var there = await CommandPlace.MakeAsync();
        there.TakeKeyOf(here);
        foreach (var (file, key) in new[] { ("plain.backup", (string[])[]), ("sealed.backup", ["--key", here.In("pair/backup-private.pem")]) })
        {
            var whole = await File.ReadAllBytesAsync(here.In(file));
            for (var i = 0; i < 6; i++)
            {
                var damaged = there.In($"{i}-{file}");
                await File.WriteAllBytesAsync(damaged, i % 3 == 2 ? whole[..RandomNumberGenerator.GetInt32(whole.Length)] : Flip(whole, i == 0 ? 0 : i == 1 ? whole.Length - 1 : RandomNumberGenerator.GetInt32(whole.Length)));
                var restored = await there.RunAsync(["restore", damaged, .. key]);
                restored.Code.ShouldBeOneOf([1, 2], $"{damaged} {restored.All}");
                File.Exists(there.DatabaseFile).ShouldBeFalse(damaged);
            }
        }

        // Nothing was half-restored on the way: the good one still finds an empty place.
        (await there.RunAsync("restore", here.In("plain.backup"))).Code.ShouldBe(0);
    }

    [Fact]
    public async Task L12_A_flip_or_cut_anywhere_in_a_backup_breaks_its_mark()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("causeway-mark-").FullName, "backup.zip");
        await using (var zip = await System.IO.Compression.ZipFile.OpenAsync(file, System.IO.Compression.ZipArchiveMode.Create))
        {
            await using var entry = await zip.CreateEntry("database").OpenAsync();
            await entry.WriteAsync(RandomNumberGenerator.GetBytes(5000));
        }

        await BackupMark.AddAsync(file, CancellationToken.None);
        await BackupMark.DemandAsync(file, CancellationToken.None);
        await using (var zip = await System.IO.Compression.ZipFile.OpenReadAsync(file))
        {
            zip.Comment.Length.ShouldBe(64);
        }

        var whole = await File.ReadAllBytesAsync(file);
        for (var at = 0; at < whole.Length; at += 5)
        {
            await File.WriteAllBytesAsync(file, Flip(whole, at));
            await Should.ThrowAsync<InvalidDataException>(() => BackupMark.DemandAsync(file, CancellationToken.None), $"flip at {at}");
            await File.WriteAllBytesAsync(file, whole[..at]);
            await Should.ThrowAsync<InvalidDataException>(() => BackupMark.DemandAsync(file, CancellationToken.None), $"cut at {at}");
        }
    }

    private static byte[] Flip(byte[] whole, int at)
    {
        var copy = whole.ToArray();
        copy[at] ^= 0x10;
        return copy;
    }

    /// <summary>A site as `serve` founds it, stopped again.</summary>
    private static async Task<CommandPlace> FoundedAsync()
    {
        var place = await CommandPlace.MakeAsync();
        (await place.ServeOnceAsync("/sign-in")).ShouldBe("200 0");
        return place;
    }
}
