using System.Security.Cryptography;
using System.Text;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct CharterVersionId(Guid Value) : IEntityId<CharterVersionId>
{
    public static CharterVersionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>The charter as the coordinator works on it. Nobody else reads it; publishing makes a version of it.</summary>
internal sealed class CharterDraft : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal TooLong = new("charter.too-long", "Write no more than {0} characters.", null, CharterTerms.LongestSection);

    private CharterDraft()
    {
    }

    public NetworkId NetworkId { get; private set; }

    public string Terms { get; private set; } = "{}";

    public DateOnly? ReviewOn { get; private set; }

    public string ChangeSummary { get; private set; } = "";

    public string EditedByName { get; private set; } = "";

    public DateTimeOffset EditedAt { get; private set; }

    public int Version { get; private set; }

    public static CharterDraft Begin(NetworkId network) => new() { NetworkId = network };

    public Refusal? Write(CharterTerms terms, DateOnly? reviewOn, string? summary, Actor by, DateTimeOffset now)
    {
        if (terms.Written.Where(s => terms[s].Length > CharterTerms.LongestSection).Select(s => (CharterSection?)s).FirstOrDefault() is { } tooLong)
        {
            return TooLong with { Field = $"Texts[{tooLong}]" };
        }

        if (FormText.Check(summary, CharterVersion.LongestSummary, "Summary") is { } refusal)
        {
            return refusal;
        }

        (Terms, ReviewOn, ChangeSummary) = (terms.Write(), reviewOn, FormText.Tidy(summary));
        (EditedByName, EditedAt) = (by.Name, now);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CharterDraft>
    {
        public void Configure(EntityTypeBuilder<CharterDraft> builder)
        {
            builder.HasKey(d => d.NetworkId);
            builder.Property(d => d.NetworkId).ValueGeneratedNever();
            builder.Property(d => d.ChangeSummary).HasMaxLength(CharterVersion.LongestSummary);
            builder.Property(d => d.EditedByName).HasMaxLength(People.LongestName);
            builder.HasOne<Network>().WithMany().HasForeignKey(d => d.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A published charter. Never changed: the next one follows it, and signatures name the one that was read.</summary>
internal sealed class CharterVersion : IOwnedByNetwork
{
    public const int LongestSummary = 500;

    public static readonly Refusal Incomplete = new("charter.incomplete", "The charter needs this section before it can be published.");
    public static readonly Refusal NothingChanged = new("charter.nothing-changed", "Nothing differs from the charter that is in force, so there is nothing to publish.");
    public static readonly Refusal NoReview = new("charter.no-review", "Say on which day you will look at the charter again.", "ReviewOn");
    public static readonly Refusal ReviewPast = new("charter.review-past", "The day of the review has to come yet.", "ReviewOn");
    public static readonly Refusal NoSummary = new("charter.no-summary", "Say in a sentence what is different now.", "Summary");

    private CharterVersion()
    {
    }

    public CharterVersionId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    /// <summary>Signatures of this number and later still count: a version that changed no norm keeps them.</summary>
    public int SignedFrom { get; private set; }

    public string Terms { get; private set; } = "{}";

    /// <summary>SHA-256 of the terms, in capital hexadecimal digits; on every signature and every print.</summary>
    public string TextHash { get; private set; } = "";

    public string ChangeSummary { get; private set; } = "";

    public DateOnly ReviewOn { get; private set; }

    public DateOnly PublishedOn { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public string PublishedByName { get; private set; } = "";

    public CharterTerms Read() => CharterTerms.Read(Terms);

    /// <param name="before">The version in force; null for the first.</param>
    /// <param name="asksAll">The coordinator says that the change is large enough to ask every school again.</param>
    public static (CharterVersion? Version, Refusal? Refusal) Publish(
        CharterDraft draft, CharterVersion? before, bool asksAll, Actor by, DateOnly today, TimeProvider clock)
    {
        var terms = CharterTerms.Read(draft.Terms);
        var changed = terms.ChangedFrom(before?.Read() ?? CharterTerms.Empty);
        var missing = CharterTerms.Sections.Where(s => CharterTerms.Needed.Contains(s) && terms[s].Length == 0).ToList();
        var refusal = missing.Count > 0 ? Incomplete with { Field = $"Texts[{missing[0]}]" }
            : changed.Count == 0 && draft.ReviewOn == before?.ReviewOn ? NothingChanged
            : draft.ReviewOn is null ? NoReview
            : draft.ReviewOn <= today ? ReviewPast
            : before is not null && draft.ChangeSummary.Length == 0 ? NoSummary
            : null;
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var number = (before?.Number ?? 0) + 1;
        return (new CharterVersion
        {
            Id = EntityId.New<CharterVersionId>(clock),
            NetworkId = draft.NetworkId,
            Number = number,
            SignedFrom = before is null || asksAll || changed.Contains(CharterSection.Norms) ? number : before.SignedFrom,
            Terms = draft.Terms,
            TextHash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(draft.Terms))),
            ChangeSummary = draft.ChangeSummary,
            ReviewOn = draft.ReviewOn!.Value,
            PublishedOn = today,
            PublishedAt = clock.GetUtcNow(),
            PublishedByName = by.Name,
        }, null);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CharterVersion>
    {
        public void Configure(EntityTypeBuilder<CharterVersion> builder)
        {
            builder.HasKey(v => v.Id);
            builder.Property(v => v.TextHash).HasMaxLength(64);
            builder.Property(v => v.ChangeSummary).HasMaxLength(LongestSummary);
            builder.Property(v => v.PublishedByName).HasMaxLength(People.LongestName);
            builder.HasIndex(v => new { v.NetworkId, v.Number }).IsUnique();
            builder.HasOne<Network>().WithMany().HasForeignKey(v => v.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
