using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

/// <summary>A data key as it is stored: wrapped by the root key, useless without it. Destroying the row shreds what it sealed.</summary>
public sealed class KeyRow
{
    private KeyRow()
    {
    }

    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    public Guid Owner { get; private set; }

    public int KeyVersion { get; private set; }

    public int RootVersion { get; private set; }

    public byte[] Wrapped { get; private set; } = [];

    internal static KeyRow Keep(WrappedKey key) => new()
    {
        Id = key.Id,
        Kind = key.Kind,
        Owner = key.Owner,
        KeyVersion = key.Version,
        RootVersion = key.RootVersion,
        Wrapped = key.Bytes,
    };

    internal WrappedKey ToWrappedKey() => new(Id, Kind, Owner, KeyVersion, RootVersion, Wrapped);

    internal void Rewrap(RootKeys roots)
    {
        var anew = KeyRing.Rewrap(ToWrappedKey(), roots);
        (RootVersion, Wrapped) = (anew.RootVersion, anew.Bytes);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<KeyRow>
    {
        public void Configure(EntityTypeBuilder<KeyRow> builder)
        {
            builder.HasKey(k => k.Id);
            builder.Property(k => k.Id).ValueGeneratedNever();
            builder.Property(k => k.Kind).HasMaxLength(40);
            builder.HasIndex(k => new { k.Kind, k.Owner, k.KeyVersion }).IsUnique();
        }
    }
}
