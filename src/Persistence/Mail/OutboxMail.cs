using System.Net.Mail;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

public readonly record struct MailId(Guid Value) : IEntityId<MailId>
{
    public static MailId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A calendar object that a mail carries (RFC 6047).</summary>
/// <param name="Method">The object's own method in capitals, such as <c>REQUEST</c>; stands in the media type as well.</param>
/// <param name="Text">The whole object, CRLF and folded.</param>
public sealed record MailCalendar(string Method, string Text);

/// <summary>
/// A mail, written in the same commit as its reason and sent at least once under one Message-ID. A mail says that
/// something waits and where; never what it is about (R41): no names of children, no reasons, no case titles.
/// </summary>
public sealed class OutboxMail : IVersioned
{
    public const int MostAttempts = 12;

    /// <summary>An address that the server does not know is not better tomorrow; thrice, since some servers say so in error.</summary>
    public const int MostAttemptsAtAddress = 3;

    /// <summary>Stands in <see cref="LastError"/> of a mail that was not needed any more.</summary>
    public const string Withdrawn = "Withdrawn";

    public const int LongestTopic = 80;

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

    /// <summary>Given up after <see cref="MostAttempts"/>, about two days; a wrong address after a quarter of an hour.</summary>
    public bool Failed { get; private set; }

    public PersonId OrderedBy { get; private set; }

    /// <summary>What it is part of, as a kind and an id: mails that still wait are found by it, and withdrawn when a newer one says more.</summary>
    public string? Topic { get; private set; }

    public string? CalendarMethod { get; private set; }

    public string? CalendarText { get; private set; }

    /// <summary>What sort of mail it is, in English; the localizer's key. Null: nobody but whoever ordered it is told that it failed.</summary>
    public string? Kind { get; private set; }

    /// <summary>The organisation or network on whose account it goes: those who run it see that it failed.</summary>
    public OrganisationId? ForOrganisation { get; private set; }

    public NetworkId? ForNetwork { get; private set; }

    /// <summary>The page of this site on which a wrong address is put right.</summary>
    public string? CorrectAt { get; private set; }

    /// <summary>The full address that stops mails like this one, by a press or by the mail program itself (RFC 8058).</summary>
    public string? StopLink { get; private set; }

    public int Version { get; private set; }

    /// <summary>An address alone, without a name beside it, as a mail server takes it.</summary>
    public static bool IsAddress(string text) =>
        text is { Length: <= 254 } && MailAddress.TryCreate(text, out var address) && string.Equals(address.Address, text, StringComparison.Ordinal);

    public string MessageId => $"<{Id}@causeway>";

    /// <summary>What a calendar program takes from it; null for a plain mail.</summary>
    public MailCalendar? Calendar => CalendarText is null ? null : new(CalendarMethod ?? "", CalendarText);

    /// <param name="topic">See <see cref="Topic"/>.</param>
    /// <param name="calendar">See <see cref="Calendar"/>.</param>
    public static OutboxMail Write(
        string to, string subject, string body, Scope scope, TimeProvider clock, string? topic = null, MailCalendar? calendar = null) => new()
    {
        Id = EntityId.New<MailId>(clock),
        To = to,
        Subject = subject,
        Body = body,
        CreatedAt = clock.GetUtcNow(),
        DueAt = clock.GetUtcNow(),
        OrderedBy = scope.Person,
        Topic = topic,
        CalendarMethod = calendar?.Method,
        CalendarText = calendar?.Text,
    };

    /// <summary>Says what sort of mail it is, on whose account it goes, and where its address is put right.</summary>
    public OutboxMail About(string kind, string? correctAt = null, OrganisationId? organisation = null, NetworkId? network = null)
    {
        (Kind, CorrectAt, ForOrganisation, ForNetwork) = (kind, correctAt, organisation, network);
        return this;
    }

    public OutboxMail StopsAt(string link)
    {
        StopLink = link;
        return this;
    }

    /// <summary>Takes it for sending: saved first, so that of two copies of the program only one goes on.</summary>
    internal void Claim(DateTimeOffset until) => (Attempts, DueAt) = (Attempts + 1, until);

    internal void Sent(DateTimeOffset now) => (SentAt, LastError) = (now, null);

    internal void NotSent(string error, DateTimeOffset now)
    {
        LastError = error.Length > 200 ? error[..200] : error;
        Failed = Attempts >= (MailAnswer.IsOfAddress(LastError) ? MostAttemptsAtAddress : MostAttempts);
        DueAt = now.AddMinutes(Math.Min(1 << Attempts, 360));
    }

    /// <summary>What it says is settled: a mail that still waits is not sent any more. One that is being sent cannot be called back.</summary>
    public void Withdraw() => (Failed, LastError) = SentAt is null ? (true, Withdrawn) : (Failed, LastError);

    /// <summary>What was given up is tried anew, under the same Message-ID.</summary>
    public Refusal? SendAgain(DateTimeOffset now)
    {
        if (!Failed || string.Equals(LastError, Withdrawn, StringComparison.Ordinal))
        {
            return Settled;
        }

        (Failed, Attempts, LastError, DueAt) = (false, 0, null, now);
        return null;
    }

    public static readonly Refusal Settled = new("mail.settled", "This mail was sent meanwhile, or is not needed any more.");

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxMail>
    {
        public void Configure(EntityTypeBuilder<OutboxMail> builder)
        {
            builder.HasKey(m => m.Id);
            builder.Property(m => m.To).HasMaxLength(320);
            builder.Property(m => m.Subject).HasMaxLength(200);
            builder.Property(m => m.LastError).HasMaxLength(200);
            builder.Property(m => m.Topic).HasMaxLength(LongestTopic);
            builder.Property(m => m.CalendarMethod).HasMaxLength(20);
            builder.Ignore(m => m.Calendar);
            builder.Property(m => m.Kind).HasMaxLength(60);
            builder.Property(m => m.CorrectAt).HasMaxLength(200);
            builder.Property(m => m.StopLink).HasMaxLength(300);
            builder.HasIndex(m => new { m.SentAt, m.DueAt });
            builder.HasIndex(m => m.Topic);
        }
    }
}

/// <summary>Hands a mail to the outside. Throws when it was not taken; the outbox tries again.</summary>
public interface IMailTransport
{
    Task SendAsync(OutboxMail mail, CancellationToken ct);
}
