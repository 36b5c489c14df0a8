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

    public string Key { get; private set; } = "";

    public string BodyHash { get; private set; } = "";

    public PersonId Person { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Where the answer sent the person; null when the program died before it could say.</summary>
    public string? Answer { get; private set; }

    /// <summary>Writes the row at once, ahead of everything the context holds, and waits for whoever is writing the same key.</summary>
    internal static Task WriteAsync(AppDbContext db, IdempotencyKey key)
    {
        var entity = db.Model.FindEntityType(typeof(IdempotencyRow))!;
        object Stored(string property, object value) => entity.FindProperty(property)!.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
        return db.Database.ExecuteSqlRawAsync(
            "INSERT INTO idempotency_row (key, body_hash, person, at) VALUES ({0}, {1}, {2}, {3})",
            [key.Text, key.BodyHash, Stored(nameof(Person), db.Scope.Person), Stored(nameof(At), db.Clock.GetUtcNow())],
            CancellationToken.None);
    }

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
