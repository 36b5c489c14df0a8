using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

/// <summary>The key a form carries and the hash of what it said.</summary>
public sealed record IdempotencyKey(string Text, string BodyHash);

/// <summary>Proof that a form was answered. Same key and body: the same answer again. Kept for 72 hours at least.</summary>
public sealed class IdempotencyRow
{
    private IdempotencyRow()
    {
    }

    internal IdempotencyRow(string key, string bodyHash, PersonId person, DateTimeOffset at) =>
        (Key, BodyHash, Person, At) = (key, bodyHash, person, at);

    public string Key { get; private set; } = "";

    public string BodyHash { get; private set; } = "";

    public PersonId Person { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Where the answer sent the person; null when the program died before it could say.</summary>
    public string? Answer { get; internal set; }

    internal sealed class Configuration : IEntityTypeConfiguration<IdempotencyRow>
    {
        public void Configure(EntityTypeBuilder<IdempotencyRow> builder)
        {
            builder.HasKey(r => r.Key);
            builder.Property(r => r.Key).HasMaxLength(64);
            builder.Property(r => r.BodyHash).HasMaxLength(64);
            builder.Property(r => r.Answer).HasMaxLength(500);
            builder.HasIndex(r => r.At);
        }
    }
}
