using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct LiaisonOfficerId(Guid Value) : IEntityId<LiaisonOfficerId>
{
    public static LiaisonOfficerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal sealed record OfficerTerms(string Name, string? Position, string? Phone, string? Mail, string? Languages, DateOnly? From, DateOnly? Until)
{
    public static readonly Refusal NoName = new("officer.no-name", "Write the officer's name.", nameof(Name));
    public static readonly Refusal NoStart = new("officer.no-start", "Say since when; if nobody knows, the day you first spoke.", nameof(From));
    public static readonly Refusal EndsBeforeStart = new("officer.ends-before-start", "The last day is before the first day.", nameof(Until));

    internal Refusal? Check() =>
        FormText.Check(Name, People.LongestName, nameof(Name), NoName)
        ?? FormText.Check(Position, TypedText.Line, nameof(Position))
        ?? FormText.Check(Phone, 60, nameof(Phone))
        ?? FormText.Check(Mail, 254, nameof(Mail))
        ?? FormText.Check(Languages, TypedText.Line, nameof(Languages))
        ?? (From is null ? NoStart : Until < From ? EndsBeforeStart : null);
}

/// <summary>A named person at an authority, from, until. After the last day it is history and never a contact.</summary>
internal sealed class LiaisonOfficer : IOwnedByNetwork, IVersioned
{
    private LiaisonOfficer()
    {
    }

    public LiaisonOfficerId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public LiaisonId LiaisonId { get; private set; }

    public string Name { get; private set; } = "";

    public string Position { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public string Mail { get; private set; } = "";

    public string Languages { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    public int Version { get; private set; }

    public static (LiaisonOfficer? Officer, Refusal? Refusal) Appoint(AuthorityLiaison liaison, OfficerTerms terms, TimeProvider clock)
    {
        var officer = new LiaisonOfficer { Id = EntityId.New<LiaisonOfficerId>(clock), NetworkId = liaison.NetworkId, LiaisonId = liaison.Id };
        var refusal = officer.Change(terms);
        return refusal is null ? (officer, null) : (null, refusal);
    }

    public Refusal? Change(OfficerTerms terms)
    {
        if (terms.Check() is { } refusal)
        {
            return refusal;
        }

        (Name, Position, Phone) = (FormText.Tidy(terms.Name), FormText.Tidy(terms.Position), FormText.Tidy(terms.Phone));
        (Mail, Languages, From, Until) = (FormText.Tidy(terms.Mail), FormText.Tidy(terms.Languages), terms.From!.Value, terms.Until);
        return null;
    }

    public bool IsInOffice(DateOnly today) => From <= today && (Until is null || Until >= today);

    internal sealed class Configuration : IEntityTypeConfiguration<LiaisonOfficer>
    {
        public void Configure(EntityTypeBuilder<LiaisonOfficer> builder)
        {
            builder.HasKey(o => o.Id);
            builder.Property(o => o.Name).HasMaxLength(People.LongestName);
            builder.Property(o => o.Position).HasMaxLength(TypedText.Line);
            builder.Property(o => o.Phone).HasMaxLength(60);
            builder.Property(o => o.Mail).HasMaxLength(254);
            builder.Property(o => o.Languages).HasMaxLength(TypedText.Line);
            builder.HasOne<AuthorityLiaison>().WithMany().HasForeignKey(o => o.LiaisonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal enum ContactWay
{
    Meeting,
    Call,
    Letter,
}

/// <summary>That somebody spoke with an authority: when, how, with whom, what about in general. Never about a child.</summary>
internal sealed class LiaisonContact : IOwnedByNetwork
{
    public static readonly Refusal NoSubject = new("contact.no-subject", "Say in a few words what it was about.", "About");
    public static readonly Refusal NoDay = new("contact.no-day", "Say on which day.", "On");
    public static readonly Refusal Tomorrow = new("contact.tomorrow", "This day has not come yet.", "On");
    public static readonly Refusal OfficerGone = new("contact.officer-gone", "This officer was not in office on that day. Choose another one, or nobody by name.", "Officer");
    public static readonly Refusal NotChecked = new("contact.not-checked", "Tick that nobody can recognise a child in what you wrote.", "NoChild");

    private LiaisonContact()
    {
    }

    public Guid Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public LiaisonId LiaisonId { get; private set; }

    public DateOnly On { get; private set; }

    public ContactWay Way { get; private set; }

    public string About { get; private set; } = "";

    public string OfficerName { get; private set; } = "";

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public string ByName { get; private set; } = "";

    /// <param name="officer">Null: nobody by name.</param>
    public static (LiaisonContact? Contact, Refusal? Refusal) Note(
        AuthorityLiaison liaison, (DateOnly? On, ContactWay Way, string? About) said, LiaisonOfficer? officer, Actor by, DateOnly today, TimeProvider clock)
    {
        var refusal = said.On is not { } on ? NoDay : on > today ? Tomorrow
            : FormText.Check(said.About, 500, nameof(About), NoSubject)
            ?? (officer is not null && !officer.IsInOffice(on) ? OfficerGone : null);
        return refusal is not null
            ? (null, refusal)
            : (new LiaisonContact
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                NetworkId = liaison.NetworkId,
                LiaisonId = liaison.Id,
                On = said.On!.Value,
                Way = said.Way,
                About = FormText.Tidy(said.About),
                OfficerName = officer?.Name ?? "",
                School = by.Organisation!.Value,
                SchoolName = by.OrganisationName ?? "",
                ByName = by.Name,
            }, null);
    }

    /// <summary>Who spoke has left the network and takes its words back; that there was a contact stays.</summary>
    public void Withdraw() => (About, SchoolName, ByName) = ("–", "", "");

    internal sealed class Configuration : IEntityTypeConfiguration<LiaisonContact>
    {
        public void Configure(EntityTypeBuilder<LiaisonContact> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.About).HasMaxLength(500);
            builder.Property(c => c.OfficerName).HasMaxLength(People.LongestName);
            builder.Property(c => c.SchoolName).HasMaxLength(Organisation.LongestName);
            builder.Property(c => c.ByName).HasMaxLength(People.LongestName);
            builder.HasIndex(c => new { c.NetworkId, c.On });
            builder.HasOne<AuthorityLiaison>().WithMany().HasForeignKey(c => c.LiaisonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal enum LiaisonAct
{
    Opened,
    Changed,
    HandedOver,
    Confirmed,
    OfficerNamed,
    OfficerChanged,
}

/// <summary>What happened to the record itself, so that the next holder knows how it came to be.</summary>
internal sealed class LiaisonChange : IOwnedByNetwork
{
    private LiaisonChange()
    {
    }

    public Guid Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public LiaisonId LiaisonId { get; private set; }

    public LiaisonAct Act { get; private set; }

    /// <summary>The school or officer it is about; may be empty.</summary>
    public string About { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static LiaisonChange Note(AuthorityLiaison liaison, LiaisonAct act, string about, Actor by, TimeProvider clock) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        NetworkId = liaison.NetworkId,
        LiaisonId = liaison.Id,
        Act = act,
        About = about,
        ByName = by.Name,
        At = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<LiaisonChange>
    {
        public void Configure(EntityTypeBuilder<LiaisonChange> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.About).HasMaxLength(Organisation.LongestName);
            builder.Property(c => c.ByName).HasMaxLength(People.LongestName);
            builder.HasOne<AuthorityLiaison>().WithMany().HasForeignKey(c => c.LiaisonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
