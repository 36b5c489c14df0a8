namespace Causeway.Vault.Tests;

public sealed class ChunkTests
{
    private static readonly int[] Lengths =
        [0, 1, 65_535, 65_536, 65_537, 2 * 65_536, (3 * 65_536) + 17];

    [Fact]
    public async Task Files_of_every_length_come_back_through_rows_and_through_streams()
    {
        var random = new Seeded(31);
        using var key = Some.OrgKey(random);
        foreach (var length in Lengths)
        {
            var (file, plain) = (Some.Cell(random), random.Bytes(length));
            var chunks = await Seal(plain, key, file);
            (await Open(chunks, key, file)).ShouldBe(plain);
            using var output = new MemoryStream();
            await ChunkOpener.OpenAsync(new Trickle(chunks.SelectMany(c => c).ToArray()), output, key, file);
            output.ToArray().ShouldBe(plain);
        }
    }

    [Fact]
    public async Task A_stream_that_gives_little_at_a_time_is_cut_into_full_chunks_all_the_same()
    {
        var random = new Seeded(32);
        using var key = Some.OrgKey(random);
        var file = Some.Cell(random);
        var plain = random.Bytes(150_000);
        var chunks = await Sealed(new Trickle(plain), key, file);
        chunks.Select(c => c.Length).ShouldBe([13 + 65_536 + 16, 65_536 + 16, 150_000 - 131_072 + 16]);
        (await Open(chunks, key, file)).ShouldBe(plain);
    }

    [Fact]
    public async Task K2_chunks_cut_off_reordered_doubled_exchanged_or_added_never_open()
    {
        var random = new Seeded(33);
        using var key = Some.OrgKey(random);
        var (file, other) = (Some.Cell(random), Some.Cell(random));
        var plain = random.Bytes((3 * 65_536) + 100);
        var a = await Seal(plain, key, file);
        var b = await Seal(plain, key, file);
        var c = await Seal(plain, key, other);
        List<byte[]>[] bent =
        [
            [], [a[0]], [a[0], a[1], a[2]], [a[1], a[2], a[3]], [a[0], a[2], a[3]], [a[0], a[1], a[3]],
            [a[0], a[2], a[1], a[3]], [a[0], a[1], a[1], a[2], a[3]], [.. a, a[3]], [.. a, []], [.. a, .. a],
            [a[0], b[1], a[2], a[3]], [b[0], a[1], a[2], a[3]], [a[0], a[1], a[2], b[3]],
            [a[0], c[1], a[2], a[3]], c, [a[0], a[1], a[2], a[3][..^1]], [a[0], a[1], a[2], []],
            [a[0], a[1], [.. a[2], .. a[3]]], [a[0], a[1][..100], a[1][100..], a[2], a[3]],
        ];
        foreach (var (chunks, number) in bent.Select((x, i) => (x, i)))
        {
            (await Fails(chunks, key, file)).ShouldBeTrue($"bent file {number}");
        }

        (await Fails(a, key, file)).ShouldBeFalse();
    }

    [Fact]
    public async Task K2_a_thousand_files_moved_to_another_address_or_key_all_fail()
    {
        var random = new Seeded(34);
        using var key = Some.OrgKey(random);
        var failed = 0;
        for (var i = 0; i < 1000; i++)
        {
            var home = Some.Cell(random);
            var chunks = await Seal(random.Bytes(20), key, home);
            using var other = Some.OrgKey(random);
            failed += i % 2 == 0
                ? await Fails(chunks, other, home) ? 1 : 0
                : await Fails(chunks, key, new CellAddress(home.Table, home.Column, home.RowId, random.Id(), home.Part, home.Org)) ? 1 : 0;
        }

        failed.ShouldBe(1000);
    }

    [Fact]
    public async Task Every_byte_flipped_in_a_small_file_fails_and_so_does_every_cut_of_its_stream()
    {
        var random = new Seeded(35);
        using var key = Some.OrgKey(random);
        var file = Some.Cell(random);
        var whole = (await Seal(random.Bytes(40), key, file)).Single();
        for (var at = 0; at < whole.Length; at++)
        {
            var bent = (byte[])whole.Clone();
            bent[at] ^= 0x40;
            (await Fails([bent], key, file)).ShouldBeTrue($"byte {at}");
            (await Fails([whole[..at]], key, file)).ShouldBeTrue($"cut at {at}");
        }
    }

    [Fact]
    public async Task A_file_cut_exactly_between_two_chunks_gives_no_whole_file()
    {
        var random = new Seeded(36);
        using var key = Some.OrgKey(random);
        var file = Some.Cell(random);
        var stream = (await Seal(random.Bytes(3 * 65_536), key, file)).SelectMany(c => c).ToArray();
        foreach (var kept in (int[])[13 + 65_552, 13 + (2 * 65_552), 13 + (2 * 65_552) + 16])
        {
            await Should.ThrowAsync<SealBrokenException>(() =>
                ChunkOpener.OpenAsync(new MemoryStream(stream, 0, kept), Stream.Null, key, file));
        }
    }

    [Fact]
    public async Task The_same_file_sealed_twice_looks_different_and_names_its_key_version()
    {
        var random = new Seeded(37);
        using var key = Some.OrgKey(random, version: 9);
        var file = Some.Cell(random);
        var plain = random.Bytes(64);
        var first = (await Seal(plain, key, file)).Single();
        var second = (await Seal(plain, key, file)).Single();
        first[13..].ShouldNotBe(second[13..]);
        ChunkOpener.KeyVersionOf(first).ShouldBe(9);
        Should.Throw<SealBrokenException>(() => ChunkOpener.KeyVersionOf("short"u8));
    }

    private static Task<List<byte[]>> Seal(byte[] plain, DataKey key, CellAddress file) =>
        Sealed(new MemoryStream(plain), key, file);

    private static async Task<List<byte[]>> Sealed(Stream plain, DataKey key, CellAddress file)
    {
        var chunks = new List<byte[]>();
        await foreach (var chunk in ChunkSealer.SealAsync(plain, key, file))
        {
            chunks.Add(chunk);
        }

        return chunks;
    }

    private static async Task<byte[]> Open(List<byte[]> chunks, DataKey key, CellAddress file)
    {
        var plain = new List<byte>();
        await foreach (var part in ChunkOpener.OpenAsync(chunks.ToAsyncEnumerable(), key, file))
        {
            plain.AddRange(part);
        }

        return [.. plain];
    }

    private static async Task<bool> Fails(List<byte[]> chunks, DataKey key, CellAddress file)
    {
        try
        {
            await Open(chunks, key, file);
            return false;
        }
        catch (SealBrokenException)
        {
            return true;
        }
    }

    /// <summary>Gives at most 1,000 bytes a read, as a network does.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1000, buffer.Length)], cancellationToken);
    }
}
