using System.Text;

namespace Causeway.Vault.Tests;

public sealed class BackupSealTests
{
    [Fact]
    public async Task A_backup_opens_with_the_private_half_at_every_length()
    {
        using var key = RecipientPrivateKey.Generate();
        foreach (var length in (int[])[0, 1, 65_536, 200_000])
        {
            var plain = new Seeded(51).Bytes(length);
            var backup = await Seal(plain, key.Public);
            using var restored = new MemoryStream();
            await BackupSeal.OpenAsync(new MemoryStream(backup), restored, key);
            restored.ToArray().ShouldBe(plain);
        }
    }

    [Fact]
    public async Task K5_a_backup_sealed_to_another_key_names_the_key_that_is_needed()
    {
        using var key = RecipientPrivateKey.Generate();
        using var other = RecipientPrivateKey.Generate();
        var backup = await Seal(new byte[10], key.Public);
        var wrong = await Should.ThrowAsync<WrongRecipientException>(() => Open(backup, other));
        wrong.NeededKey.ShouldBe(key.Public.Id);
        wrong.Message.ShouldContain(key.Public.Id);
    }

    [Fact]
    public async Task K8_nothing_of_the_content_shows_in_a_backup_and_two_backups_of_it_differ()
    {
        using var key = RecipientPrivateKey.Generate();
        var token = "planted-token-51"u8.ToArray();
        var plain = Enumerable.Repeat(token, 100).SelectMany(t => t).ToArray();
        var first = await Seal(plain, key.Public);
        var second = await Seal(plain, key.Public);
        first.AsSpan().IndexOf(token).ShouldBe(-1);
        first.AsSpan(25).CommonPrefixLength(second.AsSpan(25)).ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_backup_with_any_byte_changed_or_cut_off_anywhere_is_not_restored()
    {
        using var key = RecipientPrivateKey.Generate();
        var backup = await Seal(Encoding.ASCII.GetBytes("small database"), key.Public);
        for (var at = 0; at < backup.Length; at++)
        {
            var bent = (byte[])backup.Clone();
            bent[at] ^= 0x02;
            (await Refused(bent, key)).ShouldBeTrue($"byte {at}");
            (await Refused(backup[..at], key)).ShouldBeTrue($"cut at {at}");
        }

        (await Refused([.. backup, 0], key)).ShouldBeTrue();
        (await Refused(backup, key)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_large_backup_passes_without_being_held_in_memory()
    {
        const long length = 64L * 1024 * 1024;
        using var key = RecipientPrivateKey.Generate();
        using var folder = new PrivateFolder();
        var path = Path.Combine(folder.Root, "backup");
        await using (var file = File.Create(path))
        {
            await BackupSeal.SealAsync(new Zeros(length), file, key.Public);
        }

        await using var sealedFile = File.OpenRead(path);
        var counted = new Counter();
        await BackupSeal.OpenAsync(sealedFile, counted, key);
        counted.Written.ShouldBe(length);
        counted.Largest.ShouldBeLessThanOrEqualTo(ChunkSealer.ChunkSize);
    }

    private static async Task<byte[]> Seal(byte[] plain, RecipientPublicKey to)
    {
        using var output = new MemoryStream();
        await BackupSeal.SealAsync(new MemoryStream(plain), output, to);
        return output.ToArray();
    }

    private static Task Open(byte[] backup, RecipientPrivateKey key) =>
        BackupSeal.OpenAsync(new MemoryStream(backup), Stream.Null, key);

    private static async Task<bool> Refused(byte[] backup, RecipientPrivateKey key)
    {
        try
        {
            await Open(backup, key);
            return false;
        }
        catch (Exception e) when (e is SealBrokenException or WrongRecipientException or InvalidDataException)
        {
            return true;
        }
    }

    private sealed class Zeros(long length) : MemoryStream
    {
        private long _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var given = (int)Math.Min(buffer.Length, _left);
            buffer.Span[..given].Clear();
            _left -= given;
            return ValueTask.FromResult(given);
        }
    }

    private sealed class Counter : MemoryStream
    {
        public long Written { get; private set; }

        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            Largest = Math.Max(Largest, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
