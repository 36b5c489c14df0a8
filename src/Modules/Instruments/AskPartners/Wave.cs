using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Instruments;

internal readonly record struct WaveId(Guid Value) : IEntityId<WaveId>
{
    public static WaveId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct WaveRowId(Guid Value) : IEntityId<WaveRowId>
{
    public static WaveRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <param name="Kind">Word of the room it belongs to, such as "partnership"; null: about nothing else.</param>
internal sealed record WaveSubject(string? Kind, Guid? Id, string? Label);

internal sealed record WaveTerms(string? Title, DateOnly? ClosesOn, WaveSubject Subject);

/// <summary>A round of asking with one instrument as it was on the day it was opened. Results are there only once it is closed, and then for good.</summary>
internal sealed class Wave : IOwnedByNetwork, IVersioned
{
    public const int LongestTitle = 200;
    public const int LongestConclusion = 2000;

    public static readonly Refusal NoTitle = new("wave.no-title", "Write what the round is about, in {0} characters at most.", "Title", LongestTitle);
    public static readonly Refusal NoDay = new("wave.no-day", "Choose the last day for answers, tomorrow or later.", "ClosesOn");
    public static readonly Refusal Unfinished = new("wave.unfinished", "This instrument is not finished: {0}", "Form", "");
    public static readonly Refusal Closed = new("wave.closed", "This round is closed; no answer is taken any more.");
    public static readonly Refusal StillOpen = new("wave.still-open", "The round is still open.");
    public static readonly Refusal NoConclusion = new("wave.no-conclusion", "Write the conclusion, in {0} characters at most.", "Conclusion", LongestConclusion);

    private Wave()
    {
    }

    public WaveId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Title { get; private set; } = "";

    public string InstrumentKey { get; private set; } = "";

    public int InstrumentVersion { get; private set; }

    public string InstrumentTitle { get; private set; } = "";

    /// <summary>The instrument, frozen.</summary>
    public string Content { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public string ContentHash { get; private set; } = "";

    public string? SubjectKind { get; private set; }

    public Guid? SubjectId { get; private set; }

    public string? SubjectLabel { get; private set; }

    public PersonId OpenedBy { get; private set; }

    public string OpenedByName { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public DateOnly ClosesOn { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>A person's judgement, kept apart from every score.</summary>
    public string Conclusion { get; private set; } = "";

    public string ConclusionByName { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    public Instrument Instrument => InstrumentJson.Open(Content);

    public static (Wave? Wave, Refusal? Refusal) Open(NetworkId network, Instrument instrument, WaveTerms terms, Actor by, TimeProvider clock)
    {
        var spot = InstrumentCheck.Of(instrument).FirstOrDefault();
        Refusal? refusal = spot is not null ? Unfinished with { Values = [spot.Text] }
            : terms.Title?.Trim().Length is null or 0 or > LongestTitle ? NoTitle
            : terms.ClosesOn is null || terms.ClosesOn <= clock.Today(by.Zone) ? NoDay : null;
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var content = InstrumentJson.Write(instrument);
        return (new Wave
        {
            Id = EntityId.New<WaveId>(clock),
            NetworkId = network,
            Title = terms.Title!.Trim(),
            InstrumentKey = instrument.Key,
            InstrumentVersion = instrument.Version,
            InstrumentTitle = instrument.Text,
            Content = content,
            ContentHash = InstrumentText.Hash(content),
            SubjectKind = terms.Subject.Kind,
            SubjectId = terms.Subject.Id,
            SubjectLabel = terms.Subject.Label,
            OpenedBy = by.Person,
            OpenedByName = by.Name,
            OpenedAt = clock.GetUtcNow(),
            ClosesOn = terms.ClosesOn!.Value,
        }, null);
    }

    public Refusal? Close(DateTimeOffset now)
    {
        if (IsClosed)
        {
            return Closed;
        }

        ClosedAt = now;
        return null;
    }

    public Refusal? Conclude(string? text, Actor by)
    {
        if (!IsClosed || text?.Trim().Length is null or 0 or > LongestConclusion)
        {
            return IsClosed ? NoConclusion : StillOpen;
        }

        (Conclusion, ConclusionByName) = (text.Trim(), by.Name);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Wave>
    {
        public void Configure(EntityTypeBuilder<Wave> builder)
        {
            builder.HasKey(w => w.Id);
            builder.Property(w => w.Title).HasMaxLength(LongestTitle);
            builder.Property(w => w.InstrumentKey).HasMaxLength(InstrumentText.LongestKey);
            builder.Property(w => w.InstrumentTitle).HasMaxLength(InstrumentCheck.LongestText);
            builder.Property(w => w.ContentHash).HasMaxLength(64);
            builder.Property(w => w.SubjectKind).HasMaxLength(40);
            builder.Property(w => w.SubjectLabel).HasMaxLength(LongestTitle);
            builder.Property(w => w.OpenedByName).HasMaxLength(120);
            builder.Property(w => w.Conclusion).HasMaxLength(LongestConclusion);
            builder.Property(w => w.ConclusionByName).HasMaxLength(120);
            builder.Ignore(w => w.Instrument);
            builder.HasIndex(w => new { w.NetworkId, w.InstrumentKey, w.OpenedAt });
        }
    }
}
