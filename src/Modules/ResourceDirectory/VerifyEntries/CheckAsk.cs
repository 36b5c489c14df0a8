using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal readonly record struct CheckAskId(Guid Value) : IEntityId<CheckAskId>
{
    public static CheckAskId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// One mail address asked in one campaign, however many entries share it. Each mail carries a secret of its own, of which only
/// the hash is kept; all of them open the same page, until it is answered or the time is over.
/// </summary>
internal sealed class CheckAsk : IOwnedByNetwork, IVersioned
{
    public const int LifeDays = 90;

    private CheckAsk()
    {
    }

    public CheckAskId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public CheckCampaignId? CampaignId { get; private set; }

    /// <summary>Folded for comparing; mails go to it as well.</summary>
    public string Address { get; private set; } = "";

    public string Language { get; private set; } = "en";

    public IReadOnlyList<string> SecretHashes { get; private set; } = [];

    /// <summary>Mails written so far: the first, and two reminders at most.</summary>
    public int Mails { get; private set; }

    public MailId? LastMail { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>All its entries are answered, by whomever.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The reader pressed “no more mails”. Holds for later campaigns too.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    public int Version { get; private set; }

    public static CheckAsk Open(NetworkId network, CheckCampaignId? campaign, string address, string language, DateTimeOffset? endsAt, TimeProvider clock) => new()
    {
        Id = EntityId.New<CheckAskId>(clock),
        NetworkId = network,
        CampaignId = campaign,
        Address = address,
        Language = language,
        AskedAt = clock.GetUtcNow(),
        ExpiresAt = endsAt ?? clock.GetUtcNow().AddDays(LifeDays),
    };

    /// <summary>A new secret for the next mail. The earlier ones stay good: a delayed first mail must not lead nowhere.</summary>
    /// <param name="mails">Which mail it is: 1 the first, 2 and 3 the reminders. One that was missed is not made up for.</param>
    public string Secret(int mails)
    {
        var secret = RandomSecret.New();
        SecretHashes = [.. SecretHashes, Convert.ToBase64String(SecretHash.Of(secret))];
        Mails = mails;
        return secret;
    }

    public void Wrote(OutboxMail mail) => LastMail = mail.Id;

    public bool Knows(string? secret) => SecretHashes.Any(h => SecretHash.Matches(secret, Convert.FromBase64String(h)));

    public bool MayBeMailed(DateTimeOffset now) => AnsweredAt is null && StoppedAt is null && now < ExpiresAt;

    public bool IsOpen(DateTimeOffset now) => AnsweredAt is null && now < ExpiresAt;

    /// <summary>One of its entries was answered. Always written, so that of two answers at once the later one sees the other.</summary>
    public void Heard(DateTimeOffset now) => HeardAt = now;

    public void Answered(DateTimeOffset now) => AnsweredAt ??= now;

    public void Stop(DateTimeOffset now) => StoppedAt ??= now;

    internal sealed class Configuration : IEntityTypeConfiguration<CheckAsk>
    {
        public void Configure(EntityTypeBuilder<CheckAsk> builder)
        {
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Address).HasMaxLength(320);
            builder.Property(a => a.Language).HasMaxLength(35);
            builder.Property(a => a.SecretHashes).HasConversion(JsonColumn.Converter<string>(), JsonColumn.Comparer<string>());
            builder.HasIndex(a => new { a.CampaignId, a.Address }).IsUnique();
            builder.HasIndex(a => new { a.NetworkId, a.Address });
        }
    }
}
