using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct KeyActId(Guid Value) : IEntityId<KeyActId>
{
    public static KeyActId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal enum KeyActKind
{
    /// <summary>Three custodians get the school's recovery key, or a new one.</summary>
    SetKey,

    /// <summary>Two of them let a colleague into every record of the school.</summary>
    LetIn,

    /// <summary>The school takes its keys along, sealed to its recovery key.</summary>
    Export,

    /// <summary>After the receipt of the export nothing of the school opens here any more.</summary>
    Destroy,
}

internal enum KeyActState
{
    WaitsForSecond,

    /// <summary>Agreed; the day in which everybody can object is not over.</summary>
    WaitsForDay,
    Ready,
    Done,
    Stopped,
    Lapsed,
}

/// <param name="Custodians">Three names, for a new key.</param>
/// <param name="LetIn">Whom to let in.</param>
internal sealed record KeyActTerms(KeyActKind Kind, string? Reason, IReadOnlyList<string?> Custodians, PersonId? LetIn);

/// <summary>
/// Something with the keys of a school that no single person may do (R18, R48): asked with a reason, agreed to by a second person who
/// saw exactly this, and carried out by the one who asked, a day later where it could open or end something. All who lead the school
/// are told at once, and each of them can stop it.
/// </summary>
internal sealed class KeyAct : IOwnedByOrganisation, IVersioned
{
    public const int LongestReason = 400;
    public const int LongestName = 120;
    public static readonly TimeSpan Delay = TimeSpan.FromHours(24);

    /// <summary>So long a question waits for the second person, and an agreement for being carried out.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static readonly Refusal NoReason = new("keys.no-reason", "Write why this is needed now.", "Reason");
    public static readonly Refusal NotThree = new("keys.not-three", "Name three different people. Any two of them open the key together; one alone cannot.", "Custodians");
    public static readonly Refusal NotWaiting = new("keys.not-waiting", "This does not wait for a second person any more.");
    public static readonly Refusal SamePerson = new("keys.same-person", "The second person must be somebody else than the one who asked, and than the one to be let in.");
    public static readonly Refusal Other = new("keys.changed", "This is not what you were shown. Look at it again.");
    public static readonly Refusal NotReady = new("keys.not-ready", "This cannot be done now: it waits, was stopped or has lapsed.");
    public static readonly Refusal NotYours = new("keys.not-yours", "Only the person who asked carries it out.");
    public static readonly Refusal Over = new("keys.over", "This is over already.");

    private KeyAct()
    {
    }

    public KeyActId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public KeyActKind Kind { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Names of the three, one a line; empty where the act is not about them.</summary>
    public string Custodians { get; private set; } = "";

    public PersonId? LetIn { get; private set; }

    /// <summary>A day has to pass: what it does could be turned against the school.</summary>
    public bool Waits { get; private set; }

    public PersonId AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public PersonId? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public PersonId? StoppedBy { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<string> CustodianNames => Custodians.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public DateTimeOffset OpensAt => Waits ? AskedAt + Delay : ApprovedAt ?? AskedAt;

    /// <summary>What the second person agrees to, and to nothing else.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Id}|{OrganisationId}|{Kind}|{LetIn}|{AskedBy}|{AskedAt.UtcTicks}|{Custodians}|{Reason}"))));

    /// <param name="hasKey">The school has a recovery key: a new one takes its place, so a day has to pass.</param>
    public static (KeyAct? Act, Refusal? Refusal) Ask(OrganisationId school, KeyActTerms terms, PersonId by, bool hasKey, TimeProvider clock)
    {
        var names = terms.Kind == KeyActKind.SetKey
            ? terms.Custodians.Select(n => FormText.Tidy(n).ReplaceLineEndings(" ")).ToList()
            : [];
        if (FormText.Check(terms.Reason, LongestReason, "Reason", NoReason) is { } refusal)
        {
            return (null, refusal);
        }

        if (terms.Kind == KeyActKind.SetKey && (names.Count != 3 || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != 3
            || names.Exists(n => n.Length is 0 or > LongestName)))
        {
            return (null, NotThree);
        }

        return (new KeyAct
        {
            Id = EntityId.New<KeyActId>(clock),
            OrganisationId = school,
            Kind = terms.Kind,
            Reason = FormText.Tidy(terms.Reason),
            Custodians = string.Join('\n', names),
            LetIn = terms.Kind == KeyActKind.LetIn ? terms.LetIn : null,
            Waits = terms.Kind is KeyActKind.LetIn or KeyActKind.Destroy || (terms.Kind == KeyActKind.SetKey && hasKey),
            AskedBy = by,
            AskedAt = clock.GetUtcNow(),
        }, null);
    }

    public KeyActState StateAt(DateTimeOffset now)
    {
        if (DoneAt is not null || StoppedBy is not null)
        {
            return DoneAt is not null ? KeyActState.Done : KeyActState.Stopped;
        }

        if (ApprovedAt is not { } agreed)
        {
            return now < AskedAt + Life ? KeyActState.WaitsForSecond : KeyActState.Lapsed;
        }

        return now < OpensAt ? KeyActState.WaitsForDay
            : now < (agreed > OpensAt ? agreed : OpensAt) + Life ? KeyActState.Ready : KeyActState.Lapsed;
    }

    /// <param name="shown">The digest of what the second person saw.</param>
    public Refusal? Approve(PersonId by, string? shown, DateTimeOffset now)
    {
        if (StateAt(now) != KeyActState.WaitsForSecond)
        {
            return NotWaiting;
        }

        if (by == AskedBy || by == LetIn)
        {
            return SamePerson;
        }

        if (!string.Equals(shown, Digest, StringComparison.Ordinal))
        {
            return Other;
        }

        (ApprovedBy, ApprovedAt) = (by, now);
        return null;
    }

    public Refusal? Stop(PersonId by, DateTimeOffset now)
    {
        if (StateAt(now) is KeyActState.Done or KeyActState.Stopped or KeyActState.Lapsed)
        {
            return Over;
        }

        StoppedBy = by;
        return null;
    }

    public Refusal? RefuseCarryingOut(PersonId by, DateTimeOffset now) =>
        by != AskedBy ? NotYours : StateAt(now) == KeyActState.Ready ? null : NotReady;

    public void Finish(DateTimeOffset now) => DoneAt = now;

    internal sealed class Configuration : IEntityTypeConfiguration<KeyAct>
    {
        public void Configure(EntityTypeBuilder<KeyAct> builder)
        {
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Reason).HasMaxLength(LongestReason);
            builder.Property(a => a.Custodians).HasMaxLength(3 * (LongestName + 1));
            builder.HasIndex(a => new { a.OrganisationId, a.AskedAt });
            builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
