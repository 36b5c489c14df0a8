using System.Security.Cryptography;

namespace Causeway.Vault;

/// <summary>
/// 32 secret bytes. Pinned, because an array the collector may move leaves copies behind that nobody can zero.
/// </summary>
internal sealed class KeyBytes : IDisposable
{
    public const int Size = 32;

    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(Size, pinned: true);
    private bool _disposed;

    private KeyBytes()
    {
    }

    public static KeyBytes Random()
    {
        var key = new KeyBytes();
        RandomNumberGenerator.Fill(key._bytes);
        return key;
    }

    public static KeyBytes CopyOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException("A key has 32 bytes.", nameof(bytes));
        }

        var key = new KeyBytes();
        bytes.CopyTo(key._bytes);
        return key;
    }

    /// <summary>HKDF-SHA256 (RFC 5869) with the label as info and no salt: the input is already uniformly random.</summary>
    public KeyBytes Derive(string label)
    {
        var key = new KeyBytes();
        Derive(label, key._bytes);
        return key;
    }

    public void Derive(string label, Span<byte> output) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Span, output, salt: [], info: System.Text.Encoding.UTF8.GetBytes(label));

    public ReadOnlySpan<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _bytes;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }
}
