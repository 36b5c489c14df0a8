namespace Causeway.Vault.Tests;

public sealed class BlindIndexTests
{
    [Theory]
    [InlineData("Łukasz Søren", "lukasz soren")]
    [InlineData("ĐORĐE Straße", "dorde strasse")]
    [InlineData("STRASSE", "straße")]
    [InlineData("Zoë", "zoe\u0308")]
    [InlineData("Ǆana", "dzana")]
    [InlineData("Ｍａｒｉｅ  Ｌｏｕ", "marie lou")]
    [InlineData(" Anna-Maria\tKöhler ", "anna maria kohler")]
    [InlineData("O’Brien", "O'BRIEN")]
    [InlineData("İpek Işık", "ipek isik")]
    [InlineData("Ægir Þór", "aegir thor")]
    [InlineData("Ǿyvind Ǣdel GROẞ", "oyvind aedel gross")]
    [InlineData("ΝΙΚΟΣ Παύλου", "νικος παυλου")]
    [InlineData("Жанна Ёлкина", "жанна елкина")]
    [InlineData("Nguyễn Thị", "nguyen thi")]
    public void Ways_to_write_one_name_are_one_name(string one, string other) =>
        BlindIndex.Normalise(one).ShouldBe(BlindIndex.Normalise(other));

    [Theory]
    [InlineData("anna", "hanna")]
    [InlineData("annamaria", "anna-maria")]
    [InlineData("किम", "कम")]
    [InlineData("mueller", "müller")]
    public void Different_names_stay_different(string one, string other) =>
        BlindIndex.Normalise(one).ShouldNotBe(BlindIndex.Normalise(other), StringComparer.Ordinal);

    [Fact]
    public void Normalising_twice_changes_nothing_whatever_the_text()
    {
        var random = new Seeded(61);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => (char)random.Next(0x10000))]);
            var once = BlindIndex.Normalise(text);
            BlindIndex.Normalise(once).ShouldBe(once, string.Join(' ', text.Select(c => $"{(int)c:x4}")));
        }
    }

    [Fact]
    public void Another_school_or_field_gives_another_index()
    {
        var random = new Seeded(62);
        using var key = Some.OrgKey(random);
        using var other = Some.OrgKey(random);
        var names = Enumerable.Range(0, 200).Select(i => $"name {i}").ToList();
        int Same(DataKey k, string field) => names.Count(n => BlindIndex.Of(key, "name", n, 16) == BlindIndex.Of(k, field, n, 16));
        Same(key, "name").ShouldBe(200);
        Same(other, "name").ShouldBeLessThan(5);
        Same(key, "phonetic").ShouldBeLessThan(5);
    }

    [Fact]
    public void Indices_fill_their_bits_evenly_so_that_twins_stay_near_what_was_reckoned()
    {
        using var key = Some.OrgKey(new Seeded(63));
        var twins = Enumerable.Range(0, 2000).GroupBy(i => BlindIndex.Of(key, "name", $"pupil {i}", 6)).ToList();
        twins.Count.ShouldBe(64);
        twins.ShouldAllBe(g => g.Key >= 0 && g.Key < 64 && g.Count() > 5 && g.Count() < 80);
        BlindIndex.Of(key, "name", "x", 24).ShouldBeLessThan(1 << 24);
        Should.Throw<ArgumentOutOfRangeException>(() => BlindIndex.Of(key, "name", "x", 0));
        Should.Throw<ArgumentOutOfRangeException>(() => BlindIndex.Of(key, "name", "x", 25));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2000, 6)]
    [InlineData(1_000_000, 10)]
    public void The_bits_for_a_school_leave_twins_but_few(int rows, int bits)
    {
        BlindIndex.BitsFor(rows).ShouldBe(bits);
        if (rows > 1)
        {
            (rows / Math.Pow(2, bits)).ShouldBeInRange(2, Math.Sqrt(rows));
        }
    }
}
