using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

/// <summary>The one row that says which root key this database was written with, and whether the made-up city is in it.</summary>
public sealed class Installation
{
    public const int OnlyId = 1;

    private Installation()
    {
    }

    public int Id { get; private set; } = OnlyId;

    /// <summary>Text of a <see cref="RootKeyCheck"/>: proves the key without telling it.</summary>
    public string RootCheck { get; private set; } = "";

    public DateTimeOffset FoundedAt { get; private set; }

    public DateTimeOffset? DemoBuiltAt { get; private set; }

    public static Installation Found(RootKeys roots, TimeProvider clock) =>
        new() { RootCheck = roots.Current.Check.ToString(), FoundedAt = clock.GetUtcNow() };

    /// <exception cref="RootKeyRefusedException">The key is not the one this database was written with (K1).</exception>
    public void Demand(RootKeys roots) => roots.Demand(RootKeyCheck.Parse(RootCheck));

    public void MarkDemoBuilt(TimeProvider clock) => DemoBuiltAt = clock.GetUtcNow();

    internal sealed class Configuration : IEntityTypeConfiguration<Installation>
    {
        public void Configure(EntityTypeBuilder<Installation> builder)
        {
            builder.HasKey(i => i.Id);
            builder.Property(i => i.Id).ValueGeneratedNever();
            builder.Property(i => i.RootCheck).HasMaxLength(200);
        }
    }
}
