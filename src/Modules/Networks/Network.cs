using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

/// <summary>Name and face of a network.</summary>
/// <param name="Kind">In the network's own words: "City safeguarding network".</param>
/// <param name="ContentIsPrivate">Members and what they share are shown to members only.</param>
/// <param name="ExistenceIsListed">Other organisations find the network by name and may ask to join.</param>
internal sealed record NetworkIdentity(
    string Name, string Acronym, string Kind, string Area, string Languages, bool ContentIsPrivate = true, bool ExistenceIsListed = false)
{
    public static readonly Refusal NoName = new("network.no-name", "Write the name of the network.", nameof(Name));
    public static readonly Refusal NoAcronym = new("network.no-acronym", "Write a short form of up to {0} characters.", nameof(Acronym), Network.LongestAcronym);
    public static readonly Refusal NoArea = new("network.no-area", "Write the city or region the network is for.", nameof(Area));
    public static readonly Refusal TooLong = new("network.too-long", "This text is too long.");

    internal Refusal? Check() =>
        string.IsNullOrWhiteSpace(Name) ? NoName
        : Name.Trim().Length > Network.LongestName ? TooLong with { Field = nameof(Name) }
        : string.IsNullOrWhiteSpace(Acronym) || Acronym.Trim().Length > Network.LongestAcronym ? NoAcronym
        : Kind?.Length > 80 ? TooLong with { Field = nameof(Kind) }
        : string.IsNullOrWhiteSpace(Area) ? NoArea
        : Area.Length > 120 ? TooLong with { Field = nameof(Area) }
        : !LanguageTags.AreReadable(Languages) ? LanguageTags.Unreadable
        : null;
}

/// <summary>
/// A network of organisations. Registry row like <see cref="Organisation"/>: shown to members, and beyond them only as far
/// as its two switches say.
/// </summary>
internal sealed class Network : IVersioned
{
    public const int LongestName = 200;
    public const int LongestAcronym = 20;
    public const int LongestNumbers = 1000;
    public const int LongestDuty = 1000;

    public static readonly Refusal UnreadableNumber =
        new("network.unreadable-number", "Write one number a line, like “Police: 110”. This line cannot be read: {0}", "EmergencyNumbers");

    public static readonly Refusal NoDateChecked =
        new("network.no-date-checked", "Say on which day the numbers and the duty to report were checked.", "CheckedOn");

    public static readonly Refusal CheckedTomorrow = new("network.checked-tomorrow", "This day has not come yet.", "CheckedOn");

    private readonly List<NetworkName> _names = [];

    private Network()
    {
    }

    public NetworkId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Acronym { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string Area { get; private set; } = "";

    public string Languages { get; private set; } = "en";

    public bool ContentIsPrivate { get; private set; } = true;

    public bool ExistenceIsListed { get; private set; }

    public Guid? LogoId { get; private set; }

    public DateOnly FoundedOn { get; private set; }

    public OrganisationId FoundedBy { get; private set; }

    /// <summary>One a line, "Police: 110".</summary>
    public string EmergencyNumbers { get; private set; } = "";

    /// <summary>Who must report what to whom here, in one or two sentences; empty: not known yet.</summary>
    public string DutyToReport { get; private set; } = "";

    public DateOnly? EmergencyCheckedOn { get; private set; }

    public int Version { get; private set; }

    /// <summary>Every name it had, so that a closed document can go on carrying the one of its day.</summary>
    public IReadOnlyList<NetworkName> Names => _names;

    public static (Network? Network, Refusal? Refusal) Found(NetworkIdentity identity, OrganisationId by, DateOnly on, TimeProvider clock)
    {
        var network = new Network { Id = EntityId.New<NetworkId>(clock), FoundedBy = by, FoundedOn = on };
        var refusal = network.Identify(identity, clock.GetUtcNow());
        return refusal is null ? (network, null) : (null, refusal);
    }

    public Refusal? Identify(NetworkIdentity identity, DateTimeOffset now)
    {
        if (identity.Check() is { } refusal)
        {
            return refusal;
        }

        var (name, acronym) = (identity.Name.Trim(), identity.Acronym.Trim());
        if (name != Name || acronym != Acronym)
        {
            _names.Add(new NetworkName(Id, now, name, acronym));
        }

        (Name, Acronym, Kind, Area) = (name, acronym, (identity.Kind ?? "").Trim(), identity.Area.Trim());
        (ContentIsPrivate, ExistenceIsListed) = (identity.ContentIsPrivate, identity.ExistenceIsListed);
        Languages = LanguageTags.Join(LanguageTags.Split(identity.Languages));
        return null;
    }

    public Refusal? TellEmergency(string? numbers, string? duty, DateOnly? checkedOn, DateOnly today)
    {
        numbers = FormText.Tidy(numbers);
        duty = (duty ?? "").Trim();
        if (numbers.Split('\n').FirstOrDefault(l => l.Trim().Length > 0 && EmergencyNumber.Read(l) is null) is { } line)
        {
            return UnreadableNumber with { Values = [line.Trim()] };
        }

        if (numbers.Length > LongestNumbers || duty.Length > LongestDuty)
        {
            return NetworkIdentity.TooLong with { Field = numbers.Length > LongestNumbers ? "EmergencyNumbers" : "DutyToReport" };
        }

        if (numbers.Length + duty.Length > 0 && (checkedOn is null || checkedOn > today))
        {
            return checkedOn is null ? NoDateChecked : CheckedTomorrow;
        }

        (EmergencyNumbers, DutyToReport, EmergencyCheckedOn) = (numbers, duty, checkedOn);
        return null;
    }

    public void Wear(Picture logo) => LogoId = logo.Id;

    public NetworkCard ToCard() => new(Id, Name, Acronym, Kind, Area, LanguageTags.Split(Languages));

    public EmergencyCard ToEmergencyCard() => new(
        [.. EmergencyNumbers.Split('\n').Select(EmergencyNumber.Read).OfType<EmergencyNumber>()], DutyToReport, EmergencyCheckedOn);

    internal sealed class Configuration : IEntityTypeConfiguration<Network>
    {
        public void Configure(EntityTypeBuilder<Network> builder)
        {
            builder.HasKey(n => n.Id);
            builder.Property(n => n.Name).HasMaxLength(LongestName);
            builder.Property(n => n.Acronym).HasMaxLength(LongestAcronym);
            builder.Property(n => n.Kind).HasMaxLength(80);
            builder.Property(n => n.Area).HasMaxLength(120);
            builder.Property(n => n.Languages).HasMaxLength(LanguageTags.MaxLength);
            builder.Property(n => n.EmergencyNumbers).HasMaxLength(LongestNumbers);
            builder.Property(n => n.DutyToReport).HasMaxLength(LongestDuty);
            builder.HasMany(n => n.Names).WithOne().HasForeignKey(n => n.NetworkId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(n => n.FoundedBy).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Picture>().WithMany().HasForeignKey(n => n.LogoId).OnDelete(DeleteBehavior.SetNull);
        }
    }
}

/// <summary>A name from a moment on. Never changed, only followed by the next one.</summary>
internal sealed class NetworkName
{
    private NetworkName()
    {
    }

    internal NetworkName(NetworkId network, DateTimeOffset since, string name, string acronym) =>
        (NetworkId, Since, Name, Acronym) = (network, since, name, acronym);

    public NetworkId NetworkId { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public string Name { get; private set; } = "";

    public string Acronym { get; private set; } = "";

    internal sealed class Configuration : IEntityTypeConfiguration<NetworkName>
    {
        public void Configure(EntityTypeBuilder<NetworkName> builder)
        {
            builder.HasKey(n => new { n.NetworkId, n.Since });
            builder.Property(n => n.Name).HasMaxLength(Network.LongestName);
            builder.Property(n => n.Acronym).HasMaxLength(Network.LongestAcronym);
        }
    }
}
