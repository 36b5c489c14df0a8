using System.Security.Cryptography;

namespace Causeway.Vault;

/// <summary>
/// Wraps and unwraps data keys. Stores nothing: rows are the caller's. AES-256-GCM under HKDF-SHA256(wrapping key,
/// <c>causeway/v1/wrap</c>); every wrapped key is bound to what the row says it is.
/// </summary>
public static class KeyRing
{
    /// <summary>Wraps under the current root version.</summary>
    public static WrappedKey WrapKey(DataKey key, RootKeys roots)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(roots);
        var root = roots.Current;
        var sealedBytes = Aead.Seal(key.Bytes, root.WrapKey, root.Version, Address(key.Kind, key.Owner, key.Id, key.Version));
        return new WrappedKey(key.Id, key.Kind, key.Owner, key.Version, root.Version, sealedBytes);
    }

    /// <exception cref="RootKeyRefusedException">The key file lacks the root version; it is named (K5).</exception>
    /// <exception cref="SealBrokenException">The row was changed or belongs to another root key.</exception>
    public static DataKey UnwrapKey(WrappedKey row, RootKeys roots)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(roots);
        var root = roots.At(row.RootVersion);
        var address = Address(row.Kind, row.Owner, row.Id, row.Version);
        using var bytes = Opened(row.Bytes, root.WrapKey, root.Version, address);
        return new DataKey(row.Id, row.Kind, row.Owner, row.Version, KeyBytes.CopyOf(bytes.Span));
    }

    /// <summary>
    /// The same data key under the current root version (K3). Harmless to repeat: a row already there comes back as it is,
    /// so a rotation killed half-way simply runs again.
    /// </summary>
    /// <inheritdoc cref="UnwrapKey" path="/exception"/>
    public static WrappedKey Rewrap(WrappedKey row, RootKeys roots)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(roots);
        using var key = UnwrapKey(row, roots);
        return row.RootVersion == roots.Current.Version ? row : WrapKey(key, roots);
    }

    /// <summary>Lets one person into one part. Revoking is deleting the row.</summary>
    /// <param name="partKey">From <see cref="DataKey.NewPart"/> or another grant.</param>
    /// <param name="wrapper">The person's organisation key, or the outsider's own key.</param>
    /// <exception cref="ArgumentException">The key is not one of a case part, or the person is empty.</exception>
    public static PartKeyGrant Grant(DataKey partKey, string part, Guid person, DataKey wrapper)
    {
        ArgumentNullException.ThrowIfNull(partKey);
        ArgumentNullException.ThrowIfNull(wrapper);
        if (!partKey.IsOfPart(part) || person == Guid.Empty)
        {
            throw new ArgumentException("A grant is for a person, to the part the key belongs to.", nameof(part));
        }

        var address = GrantAddress(partKey.Owner, part, partKey.Version, person, wrapper.Id);
        var sealedBytes = Aead.Seal(partKey.Bytes, wrapper.WrapKey, wrapper.Version, address);
        return new PartKeyGrant(partKey.Owner, part, partKey.Version, person, wrapper.Id, wrapper.Version, sealedBytes);
    }

    /// <param name="person">The person logged in; taken from the session, never from the row.</param>
    /// <exception cref="SealBrokenException">Not this person's grant, another wrapping key, or a changed row.</exception>
    public static DataKey OpenGrant(PartKeyGrant row, Guid person, DataKey wrapper)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(wrapper);
        var address = GrantAddress(row.CaseId, row.Part, row.Version, person, wrapper.Id);
        using var bytes = Opened(row.Bytes, wrapper.WrapKey, wrapper.Version, address);
        return new DataKey(row.CaseId, DataKey.PartKind(row.Part), row.CaseId, row.Version, KeyBytes.CopyOf(bytes.Span));
    }

    private static KeyBytes Opened(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> key, int version, byte[] address)
    {
        var plain = Aead.Open(sealedBytes, key, version, address);
        try
        {
            return plain.Length == KeyBytes.Size ? KeyBytes.CopyOf(plain) : throw new SealBrokenException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static byte[] Address(string kind, Guid owner, Guid id, int version) =>
        Aead.Address($"wrap|v1|{kind}|{owner:D}|{id:D}|{version}");

    private static byte[] GrantAddress(Guid caseId, string part, int version, Guid person, Guid wrapper) =>
        Aead.Address($"grant|v1|{caseId:D}|{part}|{version}|{person:D}|{wrapper:D}");
}
