using System.Security.Cryptography;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Cases;

/// <summary>
/// The cover of a case: what must be known without opening it. Nothing of the child stands here in clear; whatever somebody
/// wrote is a sealed <see cref="CaseEntry"/>. Reached through <see cref="CaseBook"/> and by nothing else.
/// </summary>
internal sealed class CaseFile : IOwnedByOrganisation, IVersioned
{
    public static readonly Refusal NoReview = new("case.no-review", "Choose the day of the next review, from today and within a year.", "NextReviewOn");

    /// <summary>Longest time to the next review, in days.</summary>
    public const int LongestPause = 366;

    /// <summary>No vowels and nothing that looks like something else, so that no code spells a word or initials.</summary>
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXZ";

    private CaseFile()
    {
    }

    public CaseId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>What people call the case aloud and in lists: drawn by lot, unlike any initials or dates.</summary>
    public string Code { get; private set; } = "";

    public PersonId Lead { get; private set; }

    public PersonId? Deputy { get; private set; }

    public CaseState State { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Null only while closed.</summary>
    public DateOnly? NextReviewOn { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State != CaseState.Closed;

    public CasePart Part(CasePartKind kind) => new(Id.Value, kind.Code);

    public bool IsLedBy(PersonId person) => person == Lead || person == Deputy;

    public static (CaseFile? File, Refusal? Refusal) Open(OrganisationId school, PersonId lead, PersonId? deputy, DateOnly? review, DateOnly today, TimeProvider clock)
    {
        if (RefuseReview(review, today) is { } refusal)
        {
            return (null, refusal);
        }

        var code = RandomNumberGenerator.GetString(Alphabet, 6);
        return (new CaseFile
        {
            Id = EntityId.New<CaseId>(clock),
            OrganisationId = school,
            Code = $"{code[..3]}-{code[3..]}",
            Lead = lead,
            Deputy = deputy,
            State = CaseState.Concern,
            OpenedAt = clock.GetUtcNow(),
            NextReviewOn = review,
        }, null);
    }

    /// <summary>Moves the case by what was done. Also for what moves nothing: nobody writes into a closed case.</summary>
    public Refusal? Move(CaseFact fact)
    {
        if (CaseFlow.After(State, fact) is not { } next)
        {
            return fact == CaseFact.Reopened ? CaseFlow.IsOpen : CaseFlow.IsClosed;
        }

        State = next;
        return null;
    }

    public Refusal? Review(DateOnly? next, DateOnly today)
    {
        var refusal = RefuseReview(next, today) ?? Move(CaseFact.Reviewed);
        if (refusal is null)
        {
            NextReviewOn = next;
        }

        return refusal;
    }

    public Refusal? Close(DateTimeOffset at)
    {
        var refusal = Move(CaseFact.Closed);
        if (refusal is null)
        {
            (ClosedAt, NextReviewOn) = (at, null);
        }

        return refusal;
    }

    public Refusal? Reopen(DateOnly? review, DateOnly today)
    {
        var refusal = RefuseReview(review, today) ?? Move(CaseFact.Reopened);
        if (refusal is null)
        {
            (ClosedAt, NextReviewOn) = (null, review);
        }

        return refusal;
    }

    /// <summary>Somebody who may not be in leads nothing: whoever keeps them out takes the lead over.</summary>
    public void Without(PersonId person, PersonId by)
    {
        Deputy = Deputy == person || Deputy == by ? null : Deputy;
        Lead = Lead == person ? by : Lead;
        Deputy = Deputy == Lead ? null : Deputy;
    }

    private static Refusal? RefuseReview(DateOnly? day, DateOnly today) => day is not { } d || d < today || d > today.AddDays(LongestPause) ? NoReview : null;

    internal sealed class Configuration : IEntityTypeConfiguration<CaseFile>
    {
        public void Configure(EntityTypeBuilder<CaseFile> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Code).HasMaxLength(7);
            builder.HasIndex(c => new { c.OrganisationId, c.Code }).IsUnique();
            builder.ToTable(t => t.HasCheckConstraint("ck_case_file_review", "(state = 'Closed') = (next_review_on IS NULL)"));
        }
    }
}
