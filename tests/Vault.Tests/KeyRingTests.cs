namespace Causeway.Vault.Tests;

public sealed class KeyRingTests
{
    [Fact]
    public void A_wrapped_key_opens_what_the_key_sealed()
    {
        using var folder = new PrivateFolder();
        using var roots = folder.Create();
        var random = new Seeded(21);
        using var key = Some.OrgKey(random);
        var cell = Some.Cell(random);
        var note = Envelope.SealText("note", key, cell);
        var row = KeyRing.WrapKey(key, roots);
        row.Bytes.Length.ShouldBe(66);
        row.Bytes.AsSpan().IndexOf(key.Bytes).ShouldBe(-1);
        using var again = KeyRing.UnwrapKey(row, roots);
        Envelope.OpenText(note, again, cell).ShouldBe("note");
    }

    [Fact]
    public void K2_a_wrapped_key_moved_to_another_owner_id_kind_or_version_does_not_open()
    {
        using var folder = new PrivateFolder();
        using var roots = folder.Create();
        var random = new Seeded(22);
        for (var i = 0; i < 50; i++)
        {
            using var key = Some.OrgKey(random);
            var row = KeyRing.WrapKey(key, roots);
            var bent = (byte[])row.Bytes.Clone();
            bent[random.Next(bent.Length)] ^= (byte)(1 + random.Next(255));
            foreach (var moved in (WrappedKey[])
                [
                    row with { Owner = random.Id() }, row with { Id = random.Id() }, row with { Kind = "person" },
                    row with { Version = 2 }, row with { Bytes = row.Bytes[..^1] }, row with { Bytes = [] }, row with { Bytes = bent },
                ])
            {
                Should.Throw<SealBrokenException>(() => KeyRing.UnwrapKey(moved, roots));
            }
        }
    }

    [Fact]
    public void K3_a_rotation_killed_at_any_of_a_hundred_points_leaves_every_key_open_and_resumes()
    {
        const int rows = 100;
        using var folder = new PrivateFolder();
        folder.Create().Dispose();
        var random = new Seeded(23);
        var keys = Enumerable.Range(0, rows).Select(_ => Some.OrgKey(random)).ToList();
        List<WrappedKey> table;
        using (var before = RootKeyFile.Open(folder.KeyPath))
        {
            table = keys.ConvertAll(k => KeyRing.WrapKey(k, before));
        }

        RootKeyFile.Rotate(folder.KeyPath).Dispose();
        for (var killedAt = 0; killedAt < rows; killedAt++)
        {
            var saved = new List<WrappedKey>(table);
            using (var running = RootKeyFile.Open(folder.KeyPath))
            {
                for (var i = 0; i < killedAt; i++)
                {
                    saved[i] = KeyRing.Rewrap(saved[i], running);
                }
            }

            using var restarted = RootKeyFile.Open(folder.KeyPath);
            saved.Count(r => r.RootVersion == 1).ShouldBe(rows - killedAt);
            ShouldAllOpen(saved, keys, restarted);
            Should.Throw<RootKeyRefusedException>(() => RootKeyFile.Retire(folder.KeyPath, 1, saved.Count(r => r.RootVersion == 1)))
                .Problem.ShouldBe(RootKeyProblem.InUse);
            var finished = saved.ConvertAll(r => KeyRing.Rewrap(r, restarted));
            finished.ShouldAllBe(r => r.RootVersion == 2);
            ShouldAllOpen(finished, keys, restarted);
        }

        keys.ForEach(k => k.Dispose());
    }

    [Fact]
    public void K3_a_row_already_under_the_current_root_comes_back_as_it_is()
    {
        using var folder = new PrivateFolder();
        using var roots = folder.Create();
        using var key = Some.OrgKey(new Seeded(24));
        var row = KeyRing.WrapKey(key, roots);
        KeyRing.Rewrap(row, roots).ShouldBeSameAs(row);
    }

    [Fact]
    public void K5_a_key_file_without_the_needed_version_names_it()
    {
        using var folder = new PrivateFolder();
        using var old = folder.Create();
        using var key = Some.OrgKey(new Seeded(25));
        using var rotated = RootKeyFile.Rotate(folder.KeyPath);
        var row = KeyRing.WrapKey(key, rotated);
        var refused = Should.Throw<RootKeyRefusedException>(() => KeyRing.UnwrapKey(row, old));
        refused.Problem.ShouldBe(RootKeyProblem.VersionMissing);
        refused.Message.ShouldContain("Version 2");
    }

    [Fact]
    public void K1_a_key_wrapped_by_another_installation_does_not_open()
    {
        using var here = new PrivateFolder();
        using var there = new PrivateFolder();
        using var ours = here.Create();
        using var theirs = there.Create();
        using var key = Some.OrgKey(new Seeded(26));
        var row = KeyRing.WrapKey(key, theirs);
        Should.Throw<SealBrokenException>(() => KeyRing.UnwrapKey(row, ours));
    }

    [Fact]
    public void K2_a_grant_opens_for_its_person_its_part_and_its_wrapping_key_only()
    {
        var random = new Seeded(27);
        var (caseId, person) = (random.Id(), random.Id());
        using var school = Some.OrgKey(random);
        using var otherSchool = Some.OrgKey(random);
        using var part = DataKey.NewPart(caseId, "medical", 3);
        var grant = KeyRing.Grant(part, "medical", person, school);
        using (var opened = KeyRing.OpenGrant(grant, person, school))
        {
            opened.Bytes.SequenceEqual(part.Bytes).ShouldBeTrue();
            (opened.Owner, opened.Version, opened.Kind).ShouldBe((caseId, 3, "part-medical"));
        }

        Should.Throw<SealBrokenException>(() => KeyRing.OpenGrant(grant, random.Id(), school));
        Should.Throw<SealBrokenException>(() => KeyRing.OpenGrant(grant, person, otherSchool));
        foreach (var moved in (PartKeyGrant[])
            [grant with { CaseId = random.Id() }, grant with { Part = "core" }, grant with { Version = 4 }])
        {
            Should.Throw<SealBrokenException>(() => KeyRing.OpenGrant(moved, person, school));
        }

        // The row's own idea of the person decides nothing: the session's does.
        var stolen = grant with { Person = random.Id() };
        Should.Throw<SealBrokenException>(() => KeyRing.OpenGrant(stolen, stolen.Person, school));
        Should.Throw<ArgumentException>(() => KeyRing.Grant(part, "core", person, school));
        Should.Throw<ArgumentException>(() => KeyRing.Grant(school, "medical", person, school));
        Should.Throw<ArgumentException>(() => KeyRing.Grant(part, "medical", Guid.Empty, school));
    }

    [Fact]
    public void What_the_root_seals_for_one_use_opens_for_no_other_and_survives_a_rotation()
    {
        using var folder = new PrivateFolder();
        using var first = folder.Create();
        var ring = RootSeal.Seal("<key/>"u8, first, "data-protection");
        using var rotated = RootKeyFile.Rotate(folder.KeyPath);
        RootSeal.Open(ring, rotated, "data-protection").ShouldBe("<key/>"u8.ToArray());
        Should.Throw<SealBrokenException>(() => RootSeal.Open(ring, rotated, "mail-password"));
        var later = RootSeal.Seal("<key/>"u8, rotated, "data-protection");
        Should.Throw<RootKeyRefusedException>(() => RootSeal.Open(later, first, "data-protection"))
            .Problem.ShouldBe(RootKeyProblem.VersionMissing);
    }

    private static void ShouldAllOpen(List<WrappedKey> rows, List<DataKey> keys, RootKeys roots)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            using var opened = KeyRing.UnwrapKey(rows[i], roots);
            opened.Bytes.SequenceEqual(keys[i].Bytes).ShouldBeTrue();
        }
    }
}
