using System.Globalization;
using System.Security.Cryptography;

namespace Causeway.Vault;

/// <summary>The fingerprint of a root key that the database keeps; compared in constant time.</summary>
public sealed class RootKeyCheck : IEquatable<RootKeyCheck>
{
    private readonly byte[] _digest;

    internal RootKeyCheck(int version, byte[] digest)
    {
        Version = version;
        _digest = digest;
    }

    public int Version { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static RootKeyCheck Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1
            || !int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || version < 1
            || text.Length - colon - 1 != 2 * SHA256.HashSizeInBytes)
        {
            throw new FormatException("This is not a root key check.");
        }

        return new RootKeyCheck(version, Convert.FromHexString(text.AsSpan(colon + 1)));
    }

    public bool Equals(RootKeyCheck? other) =>
        other is not null && Version == other.Version && CryptographicOperations.FixedTimeEquals(_digest, other._digest);

    public override bool Equals(object? obj) => Equals(obj as RootKeyCheck);

    public override int GetHashCode() => Version;

    /// <summary>Version, colon, 64 hexadecimal digits.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Version}:{Convert.ToHexStringLower(_digest)}");
}
