using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Instruments;

internal enum DiligenceState
{
    Gathering,
    Submitted,
    ChangeRequested,
    Accepted,
    Rejected,
    Revoked,
    Dropped,

    /// <summary>Never stored: a conclusion whose last day is over reads so.</summary>
    Expired,
}

internal enum Conclusion
{
    Ready,
    ReadyWithConditions,
    NotNow,
    No,
}

internal sealed record BodyTerms(string? Name, OrganisationKind Kind, string? Country, string? Contact);

/// <summary>
/// The examination of one outside body: who it is, what was found, and the last conclusion. While it is examined again the last
/// conclusion goes on holding until its day.
/// </summary>
internal sealed class DueDiligenceFile : IOwnedByNetwork, IVersioned
{
    public const int LongestName = 200;
    public const int LongestContact = 300;
    public const int LongestNote = 1000;
    public const int MonthsReady = 12;
    public const int MonthsWithConditions = 6;

    public static readonly Refusal NoName = new("diligence.no-name", "Write the name of the body, in {0} characters at most.", "Name", LongestName);
    public static readonly Refusal BadCountry = new("diligence.bad-country", "Write the country as two letters, such as PT.", "Country");
    public static readonly Refusal LongContact = new("diligence.long-contact", "Write the contact in {0} characters at most.", "Contact", LongestContact);
    public static readonly Refusal WrongState = new("diligence.wrong-state", "The file has gone on since; look at where it stands now.");
    public static readonly Refusal OwnProposal = new("diligence.own-proposal", "You proposed this body or submitted its file, so somebody else decides.");
    public static readonly Refusal BlockerOpen = new("diligence.blocker-open", "A blocker is open: only “not now” or “no” is possible.", "Conclusion");
    public static readonly Refusal NoReason = new("diligence.no-reason", "Say why in a sentence, in {0} characters at most.", "Note", LongestNote);
    public static readonly Refusal NoConclusion = new("diligence.no-conclusion", "Choose a conclusion.", "Conclusion");
    public static readonly Refusal NoConditions = new("diligence.no-conditions", "Write at least one condition with its day, or choose another conclusion.", "Conditions");
    public static readonly Refusal Unanswered = new("diligence.unanswered", "Every section needs at least one answer before the file is submitted.");

    private DueDiligenceFile()
    {
    }

    public ExaminedBodyId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Name { get; private set; } = "";

    public OrganisationKind Kind { get; private set; }

    public string? Country { get; private set; }

    public string Contact { get; private set; } = "";

    public DiligenceState State { get; private set; }

    /// <summary>The checklist as it was when the examination began; a newer one is taken by the next examination.</summary>
    public string Definition { get; private set; } = "";

    public string Answers { get; private set; } = "{}";

    public PersonId ProposedBy { get; private set; }

    public string ProposedByName { get; private set; } = "";

    public PersonId? SubmittedBy { get; private set; }

    public Conclusion? Conclusion { get; private set; }

    public string Reason { get; private set; } = "";

    public PersonId? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The last day on which the conclusion holds.</summary>
    public DateOnly? Until { get; private set; }

    public bool IsRevoked { get; private set; }

    public int Version { get; private set; }

    public bool MayBeWritten => State is DiligenceState.Gathering or DiligenceState.ChangeRequested;

    public static (DueDiligenceFile? File, Refusal? Refusal) Propose(NetworkId network, BodyTerms terms, string definition, Actor by, TimeProvider clock)
    {
        var country = terms.Country?.Trim().ToUpperInvariant() is { Length: > 0 } typed ? typed : null;
        Refusal? refusal = string.IsNullOrWhiteSpace(terms.Name) || terms.Name.Trim().Length > LongestName ? NoName
            : country is not null && (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)) ? BadCountry
            : terms.Contact?.Trim().Length > LongestContact ? LongContact : null;
        return refusal is not null ? (null, refusal) : (new DueDiligenceFile
        {
            Id = EntityId.New<ExaminedBodyId>(clock),
            NetworkId = network,
            Name = terms.Name!.Trim(),
            Kind = terms.Kind,
            Country = country,
            Contact = terms.Contact?.Trim() ?? "",
            Definition = definition,
            ProposedBy = by.Person,
            ProposedByName = by.Name,
        }, null);
    }

    public DiligenceState StateOn(DateOnly today) =>
        State == DiligenceState.Accepted && Until < today ? DiligenceState.Expired : State;

    public Refusal? Write(string answers)
    {
        if (!MayBeWritten)
        {
            return WrongState;
        }

        Answers = answers;
        return null;
    }

    public Refusal? Submit(bool everySectionAnswered, Actor by)
    {
        if (!MayBeWritten || !everySectionAnswered)
        {
            return MayBeWritten ? Unanswered : WrongState;
        }

        (State, SubmittedBy) = (DiligenceState.Submitted, by.Person);
        return null;
    }

    /// <summary>The decider is neither who proposed the body nor who submitted its file.</summary>
    public bool MayBeDecidedBy(PersonId person) => person != ProposedBy && person != SubmittedBy;

    public Refusal? Conclude(Conclusion? conclusion, string? reason, bool blockerOpen, int conditions, Actor by, DateOnly today)
    {
        var refusal = CheckDecision(by)
            ?? (conclusion is null || !Enum.IsDefined(conclusion.Value) ? NoConclusion
            : blockerOpen && conclusion is (Instruments.Conclusion.Ready or Instruments.Conclusion.ReadyWithConditions) ? BlockerOpen
            : conclusion == Instruments.Conclusion.ReadyWithConditions && conditions == 0 ? NoConditions
            : CheckReason(reason));
        if (refusal is not null)
        {
            return refusal;
        }

        (State, Conclusion, Reason, IsRevoked) = (DiligenceState.Accepted, conclusion, reason!.Trim(), false);
        (DecidedBy, DecidedByName, DecidedOn) = (by.Person, by.Name, today);
        Until = today.AddMonths(conclusion == Instruments.Conclusion.ReadyWithConditions ? MonthsWithConditions : MonthsReady);
        return null;
    }

    public Refusal? AskForChange(string? reason, Actor by) => GoTo(DiligenceState.ChangeRequested, CheckDecision(by) ?? CheckReason(reason));

    /// <summary>The file itself is no basis for a conclusion: wrong body, made-up papers.</summary>
    public Refusal? Reject(string? reason, Actor by) => GoTo(DiligenceState.Rejected, CheckDecision(by) ?? CheckReason(reason));

    public Refusal? Drop(string? reason) =>
        GoTo(DiligenceState.Dropped, State is DiligenceState.Accepted or DiligenceState.Revoked or DiligenceState.Dropped or DiligenceState.Rejected ? WrongState : CheckReason(reason));

    public Refusal? Revoke(string? reason, Actor by)
    {
        var refusal = Conclusion is null || IsRevoked ? WrongState : by.Person == ProposedBy ? OwnProposal : CheckReason(reason);
        if (refusal is null)
        {
            IsRevoked = true;
        }

        return GoTo(DiligenceState.Revoked, refusal);
    }

    /// <summary>The same body is examined again, with the answers of last time to look over.</summary>
    public Refusal? Renew(string definition, Actor by)
    {
        if (State is not (DiligenceState.Accepted or DiligenceState.Revoked or DiligenceState.Rejected or DiligenceState.Dropped))
        {
            return WrongState;
        }

        (State, Definition, SubmittedBy) = (DiligenceState.Gathering, definition, null);
        (ProposedBy, ProposedByName) = (by.Person, by.Name);
        return null;
    }

    private Refusal? GoTo(DiligenceState state, Refusal? refusal)
    {
        if (refusal is null)
        {
            State = state;
        }

        return refusal;
    }

    private Refusal? CheckDecision(Actor by) => State != DiligenceState.Submitted ? WrongState : MayBeDecidedBy(by.Person) ? null : OwnProposal;

    private static Refusal? CheckReason(string? reason) => reason?.Trim().Length is null or 0 or > LongestNote ? NoReason : null;

    internal sealed class Configuration : IEntityTypeConfiguration<DueDiligenceFile>
    {
        public void Configure(EntityTypeBuilder<DueDiligenceFile> builder)
        {
            builder.HasKey(f => f.Id);
            builder.Property(f => f.Name).HasMaxLength(LongestName);
            builder.Property(f => f.Country).HasMaxLength(2);
            builder.Property(f => f.Contact).HasMaxLength(LongestContact);
            builder.Property(f => f.ProposedByName).HasMaxLength(120);
            builder.Property(f => f.Reason).HasMaxLength(LongestNote);
            builder.Property(f => f.DecidedByName).HasMaxLength(120);
            builder.HasIndex(f => new { f.NetworkId, f.Name });
        }
    }
}
