using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct LiaisonId(Guid Value) : IEntityId<LiaisonId>
{
    public static LiaisonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal enum AuthorityKind
{
    Police,
    Hospital,
    ChildProtectionOffice,
    Court,
    Embassy,
    OtherAuthority,
}

/// <param name="School">The member that keeps the tie.</param>
/// <param name="Holder">Who keeps it there; null: the school has named nobody yet.</param>
/// <param name="InEmergency">Stands on the city's emergency page.</param>
internal sealed record LiaisonTerms(
    string Name, AuthorityKind Kind, OrganisationId School, PersonId? Holder, string? Phone, string? Address, string? Hours, string? WillDo, string? WillNotDo, bool InEmergency)
{
    public static readonly Refusal NoName = new("liaison.no-name", "Write the name of the authority or department.", nameof(Name));
    public static readonly Refusal NoPhone = new("liaison.no-phone", "The emergency page needs a number to call.", nameof(Phone));

    internal Refusal? Check() =>
        FormText.Check(Name, AuthorityLiaison.LongestName, nameof(Name), NoName)
        ?? FormText.Check(Phone, 60, nameof(Phone), InEmergency ? NoPhone : null)
        ?? FormText.Check(Address, 300, nameof(Address))
        ?? FormText.Check(Hours, TypedText.Line, nameof(Hours))
        ?? FormText.Check(WillDo, TypedText.Paragraph, nameof(WillDo))
        ?? FormText.Check(WillNotDo, TypedText.Paragraph, nameof(WillNotDo));
}

/// <summary>The network's one record of its tie with an authority: who keeps it, and what may be expected.</summary>
internal sealed class AuthorityLiaison : IOwnedByNetwork, IVersioned
{
    public const int LongestName = 160;
    public const int MonthsUntilAged = 6;

    public static readonly Refusal ConfirmedTomorrow = new("liaison.confirmed-tomorrow", "This day has not come yet.", "ConfirmedOn");

    private AuthorityLiaison()
    {
    }

    public LiaisonId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Name { get; private set; } = "";

    public AuthorityKind Kind { get; private set; }

    public OrganisationId School { get; private set; }

    public PersonId? Holder { get; private set; }

    public string Phone { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string Hours { get; private set; } = "";

    public string WillDo { get; private set; } = "";

    public string WillNotDo { get; private set; } = "";

    public bool InEmergency { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    public string ConfirmedByName { get; private set; } = "";

    /// <summary>Name and what it does, folded for searching.</summary>
    public string SearchKey { get; private set; } = "";

    public int Version { get; private set; }

    public static (AuthorityLiaison? Liaison, Refusal? Refusal) Open(NetworkId network, LiaisonTerms terms, TimeProvider clock)
    {
        var liaison = new AuthorityLiaison { Id = EntityId.New<LiaisonId>(clock), NetworkId = network };
        var refusal = liaison.Agree(terms);
        return refusal is null ? (liaison, null) : (null, refusal);
    }

    public Refusal? Agree(LiaisonTerms terms)
    {
        if (terms.Check() is { } refusal)
        {
            return refusal;
        }

        (Name, Kind, School, Holder, InEmergency) = (FormText.Tidy(terms.Name), terms.Kind, terms.School, terms.Holder, terms.InEmergency);
        (Phone, Address, Hours) = (FormText.Tidy(terms.Phone), FormText.Tidy(terms.Address), FormText.Tidy(terms.Hours));
        (WillDo, WillNotDo) = (FormText.Tidy(terms.WillDo), FormText.Tidy(terms.WillNotDo));
        SearchKey = TypedText.Key(Name, Address, WillDo, WillNotDo);
        return null;
    }

    /// <summary>Somebody asked the authority, and what stands here is right.</summary>
    public Refusal? Confirm(DateOnly on, string byName, DateOnly today)
    {
        if (on > today)
        {
            return ConfirmedTomorrow;
        }

        (ConfirmedOn, ConfirmedByName) = (on, byName);
        return null;
    }

    public bool IsAged(DateOnly today) => ConfirmedOn is null || ConfirmedOn.Value.AddMonths(MonthsUntilAged) < today;

    internal sealed class Configuration : IEntityTypeConfiguration<AuthorityLiaison>
    {
        public void Configure(EntityTypeBuilder<AuthorityLiaison> builder)
        {
            builder.HasKey(l => l.Id);
            builder.Property(l => l.Name).HasMaxLength(LongestName);
            builder.Property(l => l.Phone).HasMaxLength(60);
            builder.Property(l => l.Address).HasMaxLength(300);
            builder.Property(l => l.Hours).HasMaxLength(TypedText.Line);
            builder.Property(l => l.WillDo).HasMaxLength(TypedText.Paragraph);
            builder.Property(l => l.WillNotDo).HasMaxLength(TypedText.Paragraph);
            builder.Property(l => l.ConfirmedByName).HasMaxLength(People.LongestName);
            builder.HasIndex(l => new { l.NetworkId, l.Kind });
            builder.HasOne<Network>().WithMany().HasForeignKey(l => l.NetworkId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(l => l.School).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
