using Causeway.Kernel;

namespace Causeway.Vault.Tests;

/// <summary>Numbers that are the same in every run: xorshift64*, so that a failing case can be met again.</summary>
internal sealed class Seeded(ulong seed)
{
    private ulong _state = seed == 0 ? 1 : seed;

    public int Next(int below) => (int)(Step() % (ulong)below);

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)(Step() >> 32);
        }

        return bytes;
    }

    public Guid Id() => new(Bytes(16));

    private ulong Step()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return _state * 2685821657736338717UL;
    }
}

/// <summary>A folder of mode 0700 that goes away with the test.</summary>
internal sealed class PrivateFolder : IDisposable
{
    public PrivateFolder() => Root = Directory.CreateTempSubdirectory("causeway-vault-").FullName;

    public string Root { get; }

    public string KeyPath => Path.Combine(Root, "keys", "root.key");

    public RootKeys Create() => RootKeyFile.Create(KeyPath, TimeProvider.System);

    /// <summary>Puts other text in the place of the file, with the right mode.</summary>
    public void Replace(byte[] text)
    {
        File.Delete(KeyPath);
        File.WriteAllBytes(KeyPath, text);
        Modes.Set(KeyPath, UnixFileMode.UserRead);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>File modes, where there are any.</summary>
internal static class Modes
{
    public static UnixFileMode Of(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    public static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}

internal static class Some
{
    public static DataKey OrgKey(Seeded random, int version = 1)
    {
        var id = random.Id();
        return DataKey.New(id, "org", id, version);
    }

    public static CellAddress Cell(Seeded random) => new(
        new[] { "case_note", "subject", "action" }[random.Next(3)],
        new[] { "body", "name", "reason" }[random.Next(3)],
        random.Id(),
        random.Next(4) == 0 ? null : random.Id(),
        new[] { null, "core", "medical", "legal" }[random.Next(4)],
        random.Next(4) == 0 ? null : new OrganisationId(random.Id()));
}
