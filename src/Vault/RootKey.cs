using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault;

/// <summary>One version of the root key: 32 random bytes, never stored in database or backup. Zeroed on dispose.</summary>
public sealed class RootKey : IDisposable
{
    private readonly KeyBytes _bytes;
    private readonly KeyBytes _wrap;

    internal RootKey(int version, KeyBytes bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Version = version;
        _bytes = bytes;
        _wrap = bytes.Derive(Label.Wrap);
    }

    /// <summary>From 1; each rotation counts one up.</summary>
    public int Version { get; }

    /// <summary>
    /// What the database keeps to know this key again: HMAC-SHA256(HKDF(root, <c>causeway/v1/root-check</c>), version).
    /// Reveals nothing of the key.
    /// </summary>
    public RootKeyCheck Check
    {
        get
        {
            using var key = _bytes.Derive(Label.RootCheck);
            return new RootKeyCheck(Version, HMACSHA256.HashData(key.Span, Encoding.ASCII.GetBytes($"root|{Version}")));
        }
    }

    internal ReadOnlySpan<byte> Bytes => _bytes.Span;

    internal ReadOnlySpan<byte> WrapKey => _wrap.Span;

    /// <summary>A secret of 43 printable characters (base64url of 32 bytes) for another use, such as a database role.</summary>
    /// <param name="use">1-63 characters a-z 0-9 -. The same use gives the same secret for as long as the version lives.</param>
    public string Derive(string use)
    {
        var bytes = DeriveBytes(use);
        try
        {
            return System.Buffers.Text.Base64Url.EncodeToString(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>HKDF-SHA256(root, <c>causeway/v1/root-use/…</c>). The caller zeroes the result.</summary>
    /// <param name="use">1-63 characters a-z 0-9 -.</param>
    /// <param name="length">Bytes, 16-64.</param>
    public byte[] DeriveBytes(string use, int length = 32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 64);
        var bytes = new byte[length];
        _bytes.Derive(Label.RootUse(use), bytes);
        return bytes;
    }

    internal KeyBytes SealKey(string use) => _bytes.Derive(Label.RootSeal(use));

    public void Dispose()
    {
        _wrap.Dispose();
        _bytes.Dispose();
    }

    public override string ToString() => $"root key, version {Version}";
}
