using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

public readonly record struct MailId(Guid Value) : IEntityId<MailId>
{
    public static MailId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// A mail, written in the same commit as its reason and sent at least once under one Message-ID. A mail says that
/// something waits and where; never what it is about (R41): no names of children, no reasons, no case titles.
/// </summary>
public sealed class OutboxMail : IVersioned
{
    public const int MostAttempts = 12;

    /// <summary>Stands in <see cref="LastError"/> of a mail that was not needed any more.</summary>
    public const string Withdrawn = "Withdrawn";

    private OutboxMail()
    {
    }

    public MailId Id { get; private set; }

    public string To { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>The mail server's answer or the type of error; shown to whoever ordered the mail.</summary>
    public string? LastError { get; private set; }

    /// <summary>Given up after <see cref="MostAttempts"/>, about two days.</summary>
    public bool Failed { get; private set; }

    public PersonId OrderedBy { get; private set; }

    public int Version { get; private set; }

    public string MessageId => $"<{Id}@causeway>";

    public static OutboxMail Write(string to, string subject, string body, Scope scope, TimeProvider clock) => new()
    {
        Id = EntityId.New<MailId>(clock),
        To = to,
        Subject = subject,
        Body = body,
        CreatedAt = clock.GetUtcNow(),
        DueAt = clock.GetUtcNow(),
        OrderedBy = scope.Person,
    };

    /// <summary>Takes it for sending: saved first, so that of two copies of the program only one goes on.</summary>
    internal void Claim(DateTimeOffset until) => (Attempts, DueAt) = (Attempts + 1, until);

    internal void Sent(DateTimeOffset now) => (SentAt, LastError) = (now, null);

    internal void NotSent(string error, DateTimeOffset now)
    {
        LastError = error.Length > 200 ? error[..200] : error;
        Failed = Attempts >= MostAttempts;
        DueAt = now.AddMinutes(Math.Min(1 << Attempts, 360));
    }

    /// <summary>What it says is settled: a mail that still waits is not sent any more. One that is being sent cannot be called back.</summary>
    public void Withdraw() => (Failed, LastError) = SentAt is null ? (true, Withdrawn) : (Failed, LastError);

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxMail>
    {
        public void Configure(EntityTypeBuilder<OutboxMail> builder)
        {
            builder.HasKey(m => m.Id);
            builder.Property(m => m.To).HasMaxLength(320);
            builder.Property(m => m.Subject).HasMaxLength(200);
            builder.Property(m => m.LastError).HasMaxLength(200);
            builder.HasIndex(m => new { m.SentAt, m.DueAt });
        }
    }
}

/// <summary>Hands a mail to the outside. Throws when it was not taken; the outbox tries again.</summary>
public interface IMailTransport
{
    Task SendAsync(OutboxMail mail, CancellationToken ct);
}
