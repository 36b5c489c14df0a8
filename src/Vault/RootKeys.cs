namespace Causeway.Vault;

/// <summary>All versions of the root key that a key file holds: the current one, and old ones while a rotation lasts.</summary>
public sealed class RootKeys : IDisposable
{
    private readonly SortedDictionary<int, RootKey> _versions;

    internal RootKeys(Guid id, IEnumerable<RootKey> versions)
    {
        Id = id;
        _versions = new(versions.ToDictionary(v => v.Version));
        Current = _versions.Last().Value;
    }

    /// <summary>Name of this root key over all its versions. No secret.</summary>
    public Guid Id { get; }

    /// <summary>The newest version: what new keys are wrapped by.</summary>
    public RootKey Current { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<int> Versions => _versions.Keys;

    /// <exception cref="RootKeyRefusedException"><see cref="RootKeyProblem.VersionMissing"/>, naming the version (K5).</exception>
    public RootKey At(int version) => _versions.TryGetValue(version, out var root)
        ? root
        : throw new RootKeyRefusedException(
            RootKeyProblem.VersionMissing,
            $"Version {version} of the root key is needed, but the key file holds only {string.Join(", ", _versions.Keys)}. "
            + $"Bring the key file that holds version {version}.");

    /// <summary>Is this the key the database was written with? Call at start, before anything is written (K1).</summary>
    /// <exception cref="RootKeyRefusedException">
    /// <see cref="RootKeyProblem.WrongKey"/> or <see cref="RootKeyProblem.VersionMissing"/>.
    /// </exception>
    public void Demand(RootKeyCheck stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (!At(stored.Version).Check.Equals(stored))
        {
            throw new RootKeyRefusedException(
                RootKeyProblem.WrongKey,
                "The root key file is whole, but it belongs to another installation than this database. "
                + "Bring the key file of this database; nothing was written.");
        }
    }

    public void Dispose()
    {
        foreach (var root in _versions.Values)
        {
            root.Dispose();
        }
    }
}
