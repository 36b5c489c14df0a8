using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

/// <summary>What a handler says it does; becomes an <see cref="AuditRow"/> in the same commit.</summary>
internal readonly record struct AuditAct(string Act, Guid ObjectId, Guid Chain, string? Reason);

/// <summary>
/// One act: who, what, when, why, from where; no content. Chained per organisation:
/// hash(n) = SHA-256(0x01 ‖ hash(n-1) ‖ canonical row), sequence without gaps. Inserted and read, never changed:
/// triggers (SQLite) and grants (PostgreSQL) refuse update and delete.
/// </summary>
public sealed class AuditRow
{
    private AuditRow()
    {
    }

    /// <summary>Organisation, network, or all zeros for the installation.</summary>
    public Guid ChainId { get; private set; }

    /// <summary>1, 2, 3… within the chain.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public PersonId Person { get; private set; }

    public PostId? Post { get; private set; }

    public string Act { get; private set; } = "";

    public Guid ObjectId { get; private set; }

    public string? Reason { get; private set; }

    public string From { get; private set; } = "";

    public byte[] Hash { get; private set; } = [];

    internal static AuditRow Append(AuditAct act, AuditHead head, Scope scope, DateTimeOffset now)
    {
        var row = new AuditRow
        {
            ChainId = act.Chain,
            Sequence = head.Sequence + 1,
            At = Stored(now),
            Person = scope.Actor.Person,
            Post = scope.Actor.Post,
            Act = act.Act,
            ObjectId = act.ObjectId,
            Reason = act.Reason,
            From = scope.From,
        };
        row.Hash = row.HashAfter(head.Hash);
        head.MoveTo(row);
        return row;
    }

    // PostgreSQL keeps microseconds: a finer moment would come back changed and its hash would no longer fit.
    private static DateTimeOffset Stored(DateTimeOffset now) =>
        new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    internal byte[] HashAfter(byte[] previous)
    {
        using var text = new MemoryStream();
        text.WriteByte(0x01);
        text.Write(previous);
        Number(text, Sequence);
        Number(text, At.UtcTicks);
        text.Write(ChainId.ToByteArray(bigEndian: true));
        text.Write(Person.Value.ToByteArray(bigEndian: true));
        text.Write((Post?.Value ?? Guid.Empty).ToByteArray(bigEndian: true));
        text.Write(ObjectId.ToByteArray(bigEndian: true));
        Text(text, Act);
        Text(text, Reason);
        Text(text, From);
        return SHA256.HashData(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private static void Number(Stream to, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        to.Write(bytes);
    }

    // Length first, so that no two different rows share one canonical form; -1 tells "none" from "empty".
    private static void Text(Stream to, string? value)
    {
        if (value is null)
        {
            Number(to, -1);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(value);
        Number(to, bytes.Length);
        to.Write(bytes);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<AuditRow>
    {
        public void Configure(EntityTypeBuilder<AuditRow> builder)
        {
            builder.HasKey(r => new { r.ChainId, r.Sequence });
            builder.Property(r => r.Act).HasMaxLength(80);
            builder.Property(r => r.Reason).HasMaxLength(2000);
            builder.Property(r => r.From).HasMaxLength(64);
            builder.Property(r => r.Hash).HasMaxLength(32);
            builder.HasIndex(r => new { r.ChainId, r.ObjectId });
        }
    }
}

/// <summary>The end of a chain: the row lock that orders writers, and the count that shows a cut tail.</summary>
public sealed class AuditHead
{
    private AuditHead()
    {
    }

    internal AuditHead(Guid chain) => ChainId = chain;

    public Guid ChainId { get; private set; }

    public long Sequence { get; private set; }

    public byte[] Hash { get; private set; } = [];

    internal void MoveTo(AuditRow row) => (Sequence, Hash) = (row.Sequence, row.Hash);

    internal sealed class Configuration : IEntityTypeConfiguration<AuditHead>
    {
        public void Configure(EntityTypeBuilder<AuditHead> builder)
        {
            builder.HasKey(h => h.ChainId);
            builder.Property(h => h.ChainId).ValueGeneratedNever();
            builder.Property(h => h.Hash).HasMaxLength(32);
        }
    }
}
