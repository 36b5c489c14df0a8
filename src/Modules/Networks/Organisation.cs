using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

/// <summary>What an organisation says about itself.</summary>
/// <param name="Address">Postal, several lines.</param>
/// <param name="CountryCode">ISO 3166-1, two letters.</param>
/// <param name="CallingCode">Digits of the country calling code.</param>
/// <param name="Zone">IANA time zone: decides which day it is for posts and memberships.</param>
/// <param name="Languages">BCP 47 tags separated by spaces, the main one first.</param>
internal sealed record OrganisationDetails(
    string Name,
    OrganisationKind Kind,
    string Zone,
    string Languages = "en",
    string? ShortName = null,
    string? Address = null,
    string? Area = null,
    string? CountryCode = null,
    string? CallingCode = null)
{
    public static readonly Refusal NoName = new("organisation.no-name", "Write the name of the organisation.", nameof(Name));
    public static readonly Refusal NameTooLong = new("organisation.name-too-long", "The name has more than {0} characters.", nameof(Name), Organisation.LongestName);
    public static readonly Refusal TooLong = new("organisation.too-long", "This text is too long.");
    public static readonly Refusal NoZone = new("organisation.no-zone", "Choose a time zone from the list, such as Asia/Shanghai.", nameof(Zone));
    public static readonly Refusal NoCountry = new("organisation.no-country", "Write the country as two letters, such as CN or DE.", nameof(CountryCode));
    public static readonly Refusal NoCallingCode = new("organisation.no-calling-code", "Write the calling code as digits, such as 86.", nameof(CallingCode));

    internal Refusal? Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            return NoName;
        }

        return Name.Trim().Length > Organisation.LongestName ? NameTooLong
            : ShortName?.Length > 40 ? TooLong with { Field = nameof(ShortName) }
            : Address?.Length > 500 ? TooLong with { Field = nameof(Address) }
            : Area?.Length > 120 ? TooLong with { Field = nameof(Area) }
            : !LocalDay.IsZone(Zone ?? "") ? NoZone
            : !LanguageTags.AreReadable(Languages) ? LanguageTags.Unreadable
            : !string.IsNullOrWhiteSpace(CountryCode) && !(CountryCode.Trim().Length == 2 && CountryCode.Trim().All(char.IsAsciiLetter)) ? NoCountry
            : !string.IsNullOrWhiteSpace(CallingCode) && !(CallingCode.Trim().TrimStart('+') is { Length: > 0 and <= 4 } d && d.All(char.IsAsciiDigit)) ? NoCallingCode
            : null;
    }
}

/// <summary>
/// One line of the registry of names: no tenant owns it, so the module never lists these rows but only looks up those that
/// a row of the reader's scope names (docs/decisions/0006-who-sees-whom.md).
/// </summary>
internal sealed class Organisation : IVersioned
{
    public const int LongestName = 200;

    private Organisation()
    {
    }

    public OrganisationId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? ShortName { get; private set; }

    public OrganisationKind Kind { get; private set; }

    public string? Address { get; private set; }

    public string? Area { get; private set; }

    public string? CountryCode { get; private set; }

    public string? CallingCode { get; private set; }

    public string Zone { get; private set; } = "UTC";

    public string Languages { get; private set; } = "en";

    public Guid? LogoId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public int Version { get; private set; }

    public static (Organisation? Organisation, Refusal? Refusal) Register(OrganisationDetails details, TimeProvider clock)
    {
        var organisation = new Organisation { Id = EntityId.New<OrganisationId>(clock), CreatedAt = clock.GetUtcNow() };
        var refusal = organisation.Describe(details);
        return refusal is null ? (organisation, null) : (null, refusal);
    }

    public Refusal? Describe(OrganisationDetails details)
    {
        if (details.Check() is { } refusal)
        {
            return refusal;
        }

        (Name, ShortName, Kind) = (details.Name.Trim(), Tidy(details.ShortName), details.Kind);
        (Address, Area, Zone) = (Tidy(details.Address), Tidy(details.Area), details.Zone);
        CountryCode = Tidy(details.CountryCode)?.ToUpperInvariant();
        CallingCode = Tidy(details.CallingCode)?.TrimStart('+');
        Languages = LanguageTags.Join(LanguageTags.Split(details.Languages));
        return null;
    }

    public void Wear(Picture logo) => LogoId = logo.Id;

    public OrganisationCard ToCard() => new(Id, Name, Kind, Area ?? "", CallingCode, CountryCode) { Zone = Zone };

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal sealed class Configuration : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> builder)
        {
            builder.HasKey(o => o.Id);
            builder.Property(o => o.Name).HasMaxLength(LongestName);
            builder.Property(o => o.ShortName).HasMaxLength(40);
            builder.Property(o => o.Address).HasMaxLength(500);
            builder.Property(o => o.Area).HasMaxLength(120);
            builder.Property(o => o.CountryCode).HasMaxLength(2);
            builder.Property(o => o.CallingCode).HasMaxLength(4);
            builder.Property(o => o.Zone).HasMaxLength(60);
            builder.Property(o => o.Languages).HasMaxLength(LanguageTags.MaxLength);
            builder.HasOne<Picture>().WithMany().HasForeignKey(o => o.LogoId).OnDelete(DeleteBehavior.SetNull);
        }
    }
}
