using System.Text;

namespace Causeway.Vault.Tests;

public sealed class RootKeyFileTests
{
    [Fact]
    public void K1_the_file_is_made_once_for_its_owner_alone()
    {
        using var folder = new PrivateFolder();
        using var made = folder.Create();
        Refused(() => folder.Create()).ShouldBe(RootKeyProblem.AlreadyThere);
        using var opened = RootKeyFile.Open(folder.KeyPath);
        opened.Id.ShouldBe(made.Id);
        opened.Current.Check.ShouldBe(made.Current.Check);
        if (!OperatingSystem.IsWindows())
        {
            Modes.Of(folder.KeyPath).ShouldBe(UnixFileMode.UserRead);
            Modes.Of(Path.GetDirectoryName(folder.KeyPath)!)
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void K1_a_file_or_folder_others_may_reach_is_refused(UnixFileMode wider)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new PrivateFolder();
        folder.Create().Dispose();
        var keys = Path.GetDirectoryName(folder.KeyPath)!;
        var narrow = Modes.Of(keys);

        Modes.Set(folder.KeyPath, UnixFileMode.UserRead | wider);
        Refused(() => RootKeyFile.Open(folder.KeyPath)).ShouldBe(RootKeyProblem.TooOpen);
        Modes.Set(folder.KeyPath, UnixFileMode.UserRead);

        Modes.Set(keys, narrow | wider);
        Refused(() => RootKeyFile.Open(folder.KeyPath)).ShouldBe(RootKeyProblem.TooOpen);
        File.Delete(folder.KeyPath);
        Refused(() => folder.Create()).ShouldBe(RootKeyProblem.TooOpen);
    }

    [Fact]
    public void K1_a_link_does_not_hide_the_mode_of_the_file_behind_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new PrivateFolder();
        folder.Create().Dispose();
        Modes.Set(folder.KeyPath, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var link = Path.Combine(folder.Root, "link.key");
        File.CreateSymbolicLink(link, folder.KeyPath);
        Refused(() => RootKeyFile.Open(link)).ShouldBe(RootKeyProblem.TooOpen);
    }

    [Fact]
    public void K1_a_credential_folder_answers_for_its_files_itself_but_only_for_its_own()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new PrivateFolder();
        folder.Create().Dispose();
        Modes.Set(folder.KeyPath, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var credentials = Path.GetDirectoryName(folder.KeyPath)!;
        using var opened = RootKeyFile.Open(folder.KeyPath, credentials + "/");
        opened.Current.Version.ShouldBe(1);
        Refused(() => RootKeyFile.Open(folder.KeyPath, folder.Root)).ShouldBe(RootKeyProblem.TooOpen);
        Refused(() => RootKeyFile.Open(folder.KeyPath, "")).ShouldBe(RootKeyProblem.TooOpen);
        Refused(() => RootKeyFile.Open(folder.KeyPath, credentials + "/../elsewhere")).ShouldBe(RootKeyProblem.TooOpen);
    }

    [Fact]
    public void K1_a_missing_a_cut_off_a_changed_and_a_wrong_file_are_told_apart()
    {
        using var folder = new PrivateFolder();
        using var elsewhere = new PrivateFolder();
        Refused(() => RootKeyFile.Open(folder.KeyPath)).ShouldBe(RootKeyProblem.Missing);
        RootKeyCheck stored;
        using (var made = folder.Create())
        {
            stored = RootKeyCheck.Parse(made.Current.Check.ToString());
        }

        var whole = File.ReadAllBytes(folder.KeyPath);
        for (var length = 0; length < whole.Length; length++)
        {
            folder.Replace(whole[..length]);
            Refused(() => RootKeyFile.Open(folder.KeyPath)).ShouldBe(RootKeyProblem.Truncated, $"cut at {length}");
        }

        folder.Replace(whole);
        using (var again = RootKeyFile.Open(folder.KeyPath))
        {
            again.Demand(stored);
        }

        using var wrong = elsewhere.Create();
        Refused(() => wrong.Demand(stored)).ShouldBe(RootKeyProblem.WrongKey);
    }

    [Fact]
    public void K1_every_changed_character_is_refused_and_a_later_format_is_named()
    {
        using var folder = new PrivateFolder();
        folder.Create().Dispose();
        var whole = File.ReadAllBytes(folder.KeyPath);
        var header = "causeway-root-key 1\n".Length;
        for (var at = 0; at < whole.Length; at++)
        {
            var bent = (byte[])whole.Clone();
            bent[at] ^= 1;
            folder.Replace(bent);
            var problem = Refused(() => RootKeyFile.Open(folder.KeyPath));
            if (at < header)
            {
                problem.ShouldBe(RootKeyProblem.UnknownFormat);
            }
            else
            {
                problem.ShouldBeOneOf(RootKeyProblem.Damaged, RootKeyProblem.Truncated);
            }
        }

        folder.Replace([.. whole, .. "extra\n"u8]);
        Refused(() => RootKeyFile.Open(folder.KeyPath)).ShouldBe(RootKeyProblem.Damaged);
        folder.Replace(Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(whole).Replace("key 1\n", "key 2\n", StringComparison.Ordinal)));
        Refused(() => RootKeyFile.Open(folder.KeyPath)).ShouldBe(RootKeyProblem.UnknownFormat);
    }

    [Fact]
    public void K3_a_rotation_keeps_the_old_version_until_nothing_hangs_on_it()
    {
        using var folder = new PrivateFolder();
        using var made = folder.Create();
        using var rotated = RootKeyFile.Rotate(folder.KeyPath);
        (rotated.Id, rotated.Current.Version).ShouldBe((made.Id, 2));
        rotated.Versions.ShouldBe([1, 2]);
        rotated.Demand(made.Current.Check);
        rotated.Current.Check.ShouldNotBe(made.Current.Check);

        Refused(() => RootKeyFile.Retire(folder.KeyPath, 1, rowsStillWrapped: 1)).ShouldBe(RootKeyProblem.InUse);
        Refused(() => RootKeyFile.Retire(folder.KeyPath, 2, rowsStillWrapped: 0)).ShouldBe(RootKeyProblem.InUse);
        Refused(() => RootKeyFile.Retire(folder.KeyPath, 7, rowsStillWrapped: 0)).ShouldBe(RootKeyProblem.VersionMissing);
        using var retired = RootKeyFile.Retire(folder.KeyPath, 1, rowsStillWrapped: 0);
        retired.Versions.ShouldBe([2]);
        Refused(() => retired.Demand(made.Current.Check)).ShouldBe(RootKeyProblem.VersionMissing);
        if (!OperatingSystem.IsWindows())
        {
            Modes.Of(folder.KeyPath).ShouldBe(UnixFileMode.UserRead);
        }
    }

    [Fact]
    public void K3_a_rotation_killed_before_it_was_in_force_does_not_stop_the_next_one()
    {
        using var folder = new PrivateFolder();
        folder.Create().Dispose();
        File.WriteAllText(folder.KeyPath + ".new", "causeway-root-key 1\nid half");
        using (var untouched = RootKeyFile.Open(folder.KeyPath))
        {
            untouched.Versions.ShouldBe([1]);
        }

        using var rotated = RootKeyFile.Rotate(folder.KeyPath);
        rotated.Versions.ShouldBe([1, 2]);
        File.Exists(folder.KeyPath + ".new").ShouldBeFalse();
    }

    [Fact]
    public void K3_while_one_process_changes_the_file_no_other_may()
    {
        using var folder = new PrivateFolder();
        folder.Create().Dispose();
        using (new FileStream(folder.KeyPath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Refused(() => RootKeyFile.Rotate(folder.KeyPath)).ShouldBe(RootKeyProblem.Busy);
            Refused(() => RootKeyFile.Retire(folder.KeyPath, 1, 0)).ShouldBe(RootKeyProblem.Busy);
            RootKeyFile.Open(folder.KeyPath).Dispose();
            File.Delete(folder.KeyPath);
            Refused(() => folder.Create()).ShouldBe(RootKeyProblem.Busy);
        }

        folder.Create().Dispose();
    }

    [Fact]
    public async Task K3_rotations_at_the_same_moment_lose_no_version()
    {
        using var folder = new PrivateFolder();
        folder.Create().Dispose();
        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            try
            {
                RootKeyFile.Rotate(folder.KeyPath).Dispose();
                return 1;
            }
            catch (RootKeyRefusedException e) when (e.Problem == RootKeyProblem.Busy)
            {
                return 0;
            }
        })));
        using var roots = RootKeyFile.Open(folder.KeyPath);
        roots.Versions.ShouldBe(Enumerable.Range(1, 1 + done.Sum()));
    }

    [Fact]
    public void Derived_secrets_are_stable_apart_by_use_and_version_and_printable()
    {
        using var folder = new PrivateFolder();
        using var roots = folder.Create();
        using var rotated = RootKeyFile.Rotate(folder.KeyPath);
        var secret = roots.Current.Derive("postgres-app-role");
        secret.ShouldBe(rotated.At(1).Derive("postgres-app-role"));
        secret.ShouldMatch("^[A-Za-z0-9_-]{43}$");
        string[] others =
        [
            roots.Current.Derive("postgres-migration-role"), rotated.Current.Derive("postgres-app-role"),
            Convert.ToBase64String(roots.Current.DeriveBytes("data-protection")),
        ];
        others.Append(secret).Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
        roots.Current.DeriveBytes("data-protection", 64).Length.ShouldBe(64);
        Should.Throw<ArgumentException>(() => roots.Current.Derive("Not Fixed"));
        roots.Current.ToString().ShouldBe("root key, version 1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("0:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("1:00")]
    [InlineData("1:zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("x:0000000000000000000000000000000000000000000000000000000000000000")]
    public void K1_a_check_value_that_is_none_is_not_read(string text) =>
        Should.Throw<FormatException>(() => RootKeyCheck.Parse(text));

    private static RootKeyProblem Refused(Func<RootKeys> act) => Refused(() => act().Dispose());

    private static RootKeyProblem Refused(Action act) => Should.Throw<RootKeyRefusedException>(act).Problem;
}
