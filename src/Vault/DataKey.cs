namespace Causeway.Vault;

/// <summary>
/// A random 32-byte key in memory: of a school, an outside person, a register or one part of a case. Zeroed on
/// dispose; hold it for as short a time as the work takes, five minutes at most (K9).
/// </summary>
/// <remarks>The key itself never encrypts content; every use has its own key by HKDF-SHA256 with a label.</remarks>
public sealed class DataKey : IDisposable
{
    private readonly KeyBytes _bytes;
    private readonly Lazy<KeyBytes> _field;
    private readonly Lazy<KeyBytes> _wrap;
    private readonly Lazy<KeyBytes> _index;

    internal DataKey(Guid id, string kind, Guid owner, int version, KeyBytes bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Id = id != Guid.Empty ? id : throw new ArgumentException("A key needs an id.", nameof(id));
        Owner = owner != Guid.Empty ? owner : throw new ArgumentException("A key needs an owner.", nameof(owner));
        Kind = CellAddress.Code(kind, nameof(kind));
        Version = version;
        _bytes = bytes;
        _field = new(() => _bytes.Derive(Label.Field));
        _wrap = new(() => _bytes.Derive(Label.Wrap));
        _index = new(() => _bytes.Derive(Label.BlindIndex));
    }

    public Guid Id { get; }

    /// <summary>What sort of key: <c>org</c>, <c>person</c>, <c>register</c>, <c>part-core</c> …; a-z 0-9 -, at most 63.</summary>
    public string Kind { get; }

    /// <summary>The organisation, person or case the key belongs to.</summary>
    public Guid Owner { get; }

    /// <summary>From 1. Written into every envelope.</summary>
    public int Version { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes.Span;

    internal ReadOnlySpan<byte> FieldKey => _field.Value.Span;

    internal ReadOnlySpan<byte> WrapKey => _wrap.Value.Span;

    internal ReadOnlySpan<byte> IndexKey => _index.Value.Span;

    /// <summary>A fresh random key. Not stored anywhere until it is wrapped.</summary>
    /// <exception cref="ArgumentException">An id is empty, or the kind is not in fixed form.</exception>
    public static DataKey New(Guid id, string kind, Guid owner, int version = 1) =>
        new(id, kind, owner, version, KeyBytes.Random());

    /// <summary>A fresh key for one part of one case (K4: a new version is a new key).</summary>
    public static DataKey NewPart(Guid caseId, string part, int version = 1) =>
        New(caseId, PartKind(part), caseId, version);

    internal static string PartKind(string part) => "part-" + CellAddress.Code(part, nameof(part));

    internal bool IsOfPart(string part) => string.Equals(Kind, PartKind(part), StringComparison.Ordinal);

    internal KeyBytes FileKey(Guid file) => _bytes.Derive(Label.File(file));

    public void Dispose()
    {
        foreach (var derived in (Lazy<KeyBytes>[])[_field, _wrap, _index])
        {
            // One not yet derived stays so: deriving it later meets the disposed key and throws.
            if (derived.IsValueCreated)
            {
                derived.Value.Dispose();
            }
        }

        _bytes.Dispose();
    }

    public override string ToString() => $"{Kind} key, version {Version}";
}
