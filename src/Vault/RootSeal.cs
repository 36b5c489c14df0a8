using System.Security.Cryptography;

namespace Causeway.Vault;

/// <summary>
/// Seals a few bytes for the program itself, such as the Data Protection ring (R16): the envelope form under
/// HKDF-SHA256(root, <c>causeway/v1/root-seal/USE</c>), without padding; additional data <c>root|v1|use</c>.
/// </summary>
public static class RootSeal
{
    /// <param name="use">1-63 characters a-z 0-9 -; what is sealed for one use never opens for another.</param>
    public static byte[] Seal(ReadOnlySpan<byte> plain, RootKeys roots, string use)
    {
        ArgumentNullException.ThrowIfNull(roots);
        using var key = roots.Current.SealKey(use);
        return Aead.Seal(plain, key.Span, roots.Current.Version, Aead.Address($"root|v1|{use}"));
    }

    /// <summary>Opens with whichever root version sealed it.</summary>
    /// <exception cref="RootKeyRefusedException">The key file lacks that version.</exception>
    /// <exception cref="SealBrokenException">Another use, another root key or a changed byte.</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, RootKeys roots, string use)
    {
        ArgumentNullException.ThrowIfNull(roots);
        var root = roots.At(Aead.KeyVersionOf(sealedBytes));
        using var key = root.SealKey(use);
        return Aead.Open(sealedBytes, key.Span, root.Version, Aead.Address($"root|v1|{use}"));
    }
}
