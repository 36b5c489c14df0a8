using Causeway.Kernel;
using Causeway.Vault;

namespace Causeway.Persistence;

/// <summary>The keys of an opened part. Wiped when disposed, and after five minutes at the latest (K9).</summary>
public abstract class OpenPart : IDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Lock _turn = new();
    private readonly SortedDictionary<int, DataKey> _keys;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _opened;
    private readonly ITimer _end;
    private bool _wiped;

    private protected OpenPart(CasePart part, OrganisationId school, IEnumerable<DataKey> keys, TimeProvider clock)
    {
        (Part, School, _clock, _opened) = (part, school, clock, clock.GetUtcNow());
        _keys = new(keys.ToDictionary(k => k.Version));
        _end = clock.CreateTimer(_ => Wipe(), null, Limit, Timeout.InfiniteTimeSpan);
    }

    public CasePart Part { get; }

    /// <summary>The school whose case it is.</summary>
    public OrganisationId School { get; }

    /// <summary>The version new content is sealed under.</summary>
    public int Version => _keys.Last().Key;

    internal IReadOnlyCollection<int> Versions => _keys.Keys;

    /// <summary>Is true once the keys are wiped.</summary>
    internal bool IsWiped => _wiped;

    /// <summary>Table, column and row, with the case, the part and the school beside them (K2).</summary>
    private protected CellAddress Cell(string table, string column, Guid row) => new(table, column, row, Part.Case, Part.Part, School);

    /// <exception cref="ObjectDisposedException">Disposed, or open for more than five minutes: open it anew.</exception>
    internal T Use<T>(int version, Func<DataKey, T> act)
    {
        // In turn with the wiping: a key must not be zeroed while something is sealed under it.
        lock (_turn)
        {
            if (_clock.GetUtcNow() - _opened > Limit)
            {
                Wipe();
            }

            ObjectDisposedException.ThrowIf(_wiped, this);
            return act(_keys.TryGetValue(version, out var key) ? key : throw new SealBrokenException());
        }
    }

    public void Dispose()
    {
        _end.Dispose();
        Wipe();
        GC.SuppressFinalize(this);
    }

    private void Wipe()
    {
        lock (_turn)
        {
            _wiped = true;
            foreach (var key in _keys.Values)
            {
                key.Dispose();
            }
        }
    }
}

/// <summary>Opens what was sealed in a part. That it was opened stands in the trail already.</summary>
public sealed class PartReader : OpenPart
{
    internal PartReader(CasePart part, OrganisationId school, IEnumerable<DataKey> keys, TimeProvider clock)
        : base(part, school, keys, clock)
    {
    }

    /// <exception cref="SealBrokenException">Changed, or from another row, column, case, part or school.</exception>
    public string OpenText(string table, string column, Guid row, byte[] sealedBytes)
    {
        ArgumentNullException.ThrowIfNull(sealedBytes);
        return Use(Envelope.KeyVersionOf(sealedBytes), key => Envelope.OpenText(sealedBytes, key, Cell(table, column, row)));
    }

    /// <summary>Null in, null out: for what need not be filled in.</summary>
    public string? OpenTextOrNull(string table, string column, Guid row, byte[]? sealedBytes) =>
        sealedBytes is null ? null : OpenText(table, column, row, sealedBytes);
}

/// <summary>
/// Seals into a part, and opens nothing. Whatever is sealed is kept only by a commit at whose moment the key still lives; else
/// that commit is refused like any other change by two people at once.
/// </summary>
public sealed class PartWriter : OpenPart
{
    private readonly AppDbContext _db;

    private readonly PersonId _under;

    internal PartWriter(CasePart part, OrganisationId school, IEnumerable<DataKey> keys, AppDbContext db, PersonId? under = null)
        : base(part, school, keys, db.Clock) => (_db, _under) = (db, under ?? db.Scope.Actor.Person);

    /// <param name="row">Known before the insert.</param>
    public byte[] SealText(string table, string column, Guid row, string text, PadTo pad = PadTo.Text)
    {
        var sealedBytes = Use(Version, key => Envelope.SealText(text, key, Cell(table, column, row), pad));
        Note();
        return sealedBytes;
    }

    public byte[]? SealTextOrNull(string table, string column, Guid row, string? text, PadTo pad = PadTo.Text) =>
        string.IsNullOrEmpty(text) ? null : SealText(table, column, row, text, pad);

    internal void Note() => _db.Seals.Add(new SealedUnder(Part, Version, _under));
}
