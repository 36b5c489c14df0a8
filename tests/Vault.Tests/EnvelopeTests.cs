using System.Text;
using Causeway.Kernel;

namespace Causeway.Vault.Tests;

public sealed class EnvelopeTests
{
    [Fact]
    public void What_is_sealed_opens_again_at_every_length()
    {
        var random = new Seeded(11);
        using var key = Some.OrgKey(random);
        for (var length = 0; length < 600; length++)
        {
            var plain = random.Bytes(length);
            var cell = Some.Cell(random);
            var pad = length % 2 == 0 ? PadTo.Text : PadTo.Choice;
            Envelope.Open(Envelope.Seal(plain, key, cell, pad), key, cell).ShouldBe(plain);
        }
    }

    [Fact]
    public void Text_that_ends_in_zeros_or_in_the_padding_mark_comes_back_whole()
    {
        var random = new Seeded(12);
        using var key = Some.OrgKey(random);
        var cell = Some.Cell(random);
        foreach (var plain in (byte[][])[[0], [0x80], [0x80, 0, 0], [.. new byte[255], 0x80], new byte[256]])
        {
            Envelope.Open(Envelope.Seal(plain, key, cell), key, cell).ShouldBe(plain);
        }

        Envelope.OpenText(Envelope.SealText("Żaneta – 学校 🙂\0", key, cell), key, cell).ShouldBe("Żaneta – 学校 🙂\0");
    }

    [Fact]
    public void K2_a_thousand_swaps_between_rows_columns_cases_parts_and_organisations_all_fail()
    {
        var random = new Seeded(2);
        using var key = Some.OrgKey(random);
        var failed = 0;
        for (var swap = 0; swap < 1000; swap++)
        {
            var home = Some.Cell(random);
            var away = (swap % 7) switch
            {
                0 => home with { },
                1 => new CellAddress(home.Table + "_x", home.Column, home.RowId, home.CaseId, home.Part, home.Org),
                2 => new CellAddress(home.Table, home.Column + "2", home.RowId, home.CaseId, home.Part, home.Org),
                3 => new CellAddress(home.Table, home.Column, random.Id(), home.CaseId, home.Part, home.Org),
                4 => new CellAddress(home.Table, home.Column, home.RowId, random.Id(), home.Part, home.Org),
                5 => new CellAddress(home.Table, home.Column, home.RowId, home.CaseId, "protected-contact", home.Org),
                _ => new CellAddress(home.Table, home.Column, home.RowId, home.CaseId, home.Part, new OrganisationId(random.Id())),
            };
            using var other = Some.OrgKey(random);
            var moved = Envelope.Seal(random.Bytes(40), key, home);

            // Every seventh stays at home and meets another organisation's key instead.
            var reader = swap % 7 == 0 ? other : key;
            failed += Opens(moved, reader, away) ? 0 : 1;
        }

        failed.ShouldBe(1000);
    }

    [Fact]
    public void K2_the_columns_of_two_tables_cannot_be_confused_by_where_their_names_end()
    {
        var row = new Seeded(3).Id();
        new CellAddress("a", "b_c", row, row, null, null).ToString()
            .ShouldNotBe(new CellAddress("a_b", "c", row, row, null, null).ToString(), StringComparer.Ordinal);
        new CellAddress("a", "b", row, row, null, null).ToString()
            .ShouldNotBe(new CellAddress("a", "b", row, null, null, new OrganisationId(row)).ToString(), StringComparer.Ordinal);
        Should.Throw<ArgumentException>(() => new CellAddress("a|b", "c", row, null, null, null));
        Should.Throw<ArgumentException>(() => new CellAddress("a", "", row, null, null, null));
        Should.Throw<ArgumentException>(() => new CellAddress("a", "b", Guid.Empty, null, null, null));
        Should.Throw<ArgumentException>(() => new CellAddress("a", "b", row, Guid.Empty, null, null));
        Should.Throw<ArgumentException>(() => new CellAddress("a", "b", row, null, "Médical", null));
        Should.Throw<ArgumentException>(() => new CellAddress("a", "b", row, null, null, new OrganisationId(Guid.Empty)));
    }

    [Fact]
    public void Every_bit_flipped_anywhere_in_a_small_envelope_fails_with_the_same_words()
    {
        var random = new Seeded(4);
        using var key = Some.OrgKey(random);
        var cell = Some.Cell(random);
        var whole = Envelope.SealText("yes", key, cell, PadTo.Choice);
        var messages = new HashSet<string>(StringComparer.Ordinal);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var bent = (byte[])whole.Clone();
            bent[bit / 8] ^= (byte)(1 << (bit % 8));
            messages.Add(Should.Throw<SealBrokenException>(() => Envelope.Open(bent, key, cell)).Message);
        }

        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            messages.Add(Should.Throw<SealBrokenException>(() => Envelope.Open(cut, key, cell)).Message);
        }

        messages.Count.ShouldBe(1);
        Envelope.OpenText(whole, key, cell).ShouldBe("yes");
    }

    [Fact]
    public void K8_no_trace_of_the_text_is_in_the_envelope_and_equal_texts_look_different()
    {
        var random = new Seeded(8);
        using var key = Some.OrgKey(random);
        var cell = Some.Cell(random);
        const string token = "TOKEN-7f3a-planted";
        var first = Envelope.SealText(token, key, cell);
        var second = Envelope.SealText(token, key, cell);
        first.AsSpan().IndexOf(Encoding.UTF8.GetBytes(token)).ShouldBe(-1);
        first.AsSpan(6).SequenceEqual(second.AsSpan(6)).ShouldBeFalse();
        first[18..].ShouldNotBe(second[18..]);
    }

    [Fact]
    public void All_short_choices_are_of_one_length_and_texts_grow_in_steps_of_256()
    {
        var random = new Seeded(9);
        using var key = Some.OrgKey(random);
        var cell = Some.Cell(random);
        int Size(int length, PadTo pad) => Envelope.Seal(new byte[length], key, cell, pad).Length;

        Enumerable.Range(0, 64).Select(n => Size(n, PadTo.Choice)).Distinct().ShouldBe([64 + 34]);
        Size(64, PadTo.Choice).ShouldBe(128 + 34);
        Size(255, PadTo.Text).ShouldBe(256 + 34);
        Size(256, PadTo.Text).ShouldBe(512 + 34);
        Should.Throw<ArgumentException>(() => Size(Envelope.MaxPlaintext + 1, PadTo.Text));
    }

    [Fact]
    public void K4_the_envelope_names_the_version_of_its_key_and_opens_under_no_other()
    {
        var random = new Seeded(5);
        var caseId = random.Id();
        using var first = DataKey.NewPart(caseId, "core");
        using var second = DataKey.NewPart(caseId, "core", 2);
        var cell = new CellAddress("case_note", "body", random.Id(), caseId, "core", null);
        var old = Envelope.SealText("before", first, cell);
        var fresh = Envelope.SealText("after", second, cell);
        Envelope.KeyVersionOf(old).ShouldBe(1);
        Envelope.KeyVersionOf(fresh).ShouldBe(2);
        Opens(old, second, cell).ShouldBeFalse();
        Opens(fresh, first, cell).ShouldBeFalse();
        Should.Throw<SealBrokenException>(() => Envelope.KeyVersionOf("no envelope"u8));

        // Even the same bytes under another version do not open: the version says which rotation a value belongs to.
        using var same = new DataKey(first.Id, first.Kind, first.Owner, 7, KeyBytes.CopyOf(first.Bytes));
        Opens(old, same, cell).ShouldBeFalse();
    }

    [Fact]
    public void K9_a_disposed_key_seals_and_opens_nothing_and_never_prints_itself()
    {
        var random = new Seeded(6);
        var cell = Some.Cell(random);
        var used = Some.OrgKey(random);
        var memory = used.Bytes;
        memory.IndexOfAnyExcept((byte)0).ShouldNotBe(-1);
        var sealedBytes = Envelope.SealText("x", used, cell);
        used.ToString().ShouldBe("org key, version 1");
        used.Dispose();
        memory.IndexOfAnyExcept((byte)0).ShouldBe(-1);
        Should.Throw<ObjectDisposedException>(() => Envelope.Open(sealedBytes, used, cell));
        var unused = Some.OrgKey(random);
        unused.Dispose();
        Should.Throw<ObjectDisposedException>(() => Envelope.SealText("x", unused, cell));
    }

    [Fact]
    public void Text_that_would_come_back_changed_is_refused()
    {
        var random = new Seeded(7);
        using var key = Some.OrgKey(random);
        var cell = Some.Cell(random);
        Should.Throw<ArgumentException>(() => Envelope.SealText("broken \ud83d", key, cell));
        var notText = Envelope.Seal([0xff, 0xfe], key, cell);
        Should.Throw<SealBrokenException>(() => Envelope.OpenText(notText, key, cell));
    }

    private static bool Opens(byte[] sealedBytes, DataKey key, CellAddress cell)
    {
        try
        {
            Envelope.Open(sealedBytes, key, cell);
            return true;
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }
}
