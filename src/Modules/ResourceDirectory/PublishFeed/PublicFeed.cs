using System.Globalization;
using System.Text.RegularExpressions;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <param name="Slug">Part of the address: <c>/hsds/harbour-city/</c>.</param>
/// <param name="Country">Two letters; stands in addresses that name no country.</param>
/// <param name="Contact">Mail address of a role, for readers who found a mistake.</param>
internal sealed record FeedSettings(bool On, string? Slug, string? About, string? Country, string? Contact);

/// <summary>
/// Whether a network publishes, and under which address. A registry row: somebody who asks for a feed belongs to no network,
/// so it must be found before there is a scope. It holds nothing that its own address does not tell.
/// </summary>
internal sealed partial class PublicFeed : IVersioned
{
    public const int LongestSlug = 40;
    public const int LongestAbout = 600;
    public const int LongestContact = 200;

    public static readonly Refusal UnreadableSlug =
        new("feed.unreadable-slug", "Write three to {0} small letters, digits or hyphens, like “harbour-city”.", nameof(Slug), LongestSlug);

    public static readonly Refusal SlugTaken = new("feed.slug-taken", "Another network publishes under this address. Choose another.", nameof(Slug));

    public static readonly Refusal UnknownCountry = new("feed.unknown-country", "Write the two letters of the country, like DE or KR.", nameof(Country));

    public static readonly Refusal UnreadableContact = new("feed.unreadable-contact", "Write one mail address, best of a role: office@…", nameof(Contact));

    public static readonly Refusal TooLong = new("feed.too-long", "{0} characters at most.", nameof(About), LongestAbout);

    private PublicFeed()
    {
    }

    public NetworkId NetworkId { get; private set; }

    public string Slug { get; private set; } = "";

    public bool On { get; private set; }

    public string Name { get; private set; } = "";

    public string About { get; private set; } = "";

    public string Country { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public string ChangedByName { get; private set; } = "";

    public int Version { get; private set; }

    public static PublicFeed Of(NetworkId network) => new() { NetworkId = network, Version = 1 };

    /// <param name="name">The network's, as its readers will see it.</param>
    public Refusal? Set(FeedSettings settings, string name, Actor by, TimeProvider clock)
    {
        var (slug, country) = ((settings.Slug ?? "").Trim(), (settings.Country ?? "").Trim().ToUpperInvariant());
        var (about, contact) = ((settings.About ?? "").Trim(), (settings.Contact ?? "").Trim());
        var refusal = !Slugs().IsMatch(slug) || slug.Length > LongestSlug ? UnreadableSlug
            : !Countries().IsMatch(country) ? UnknownCountry
            : contact.Length > LongestContact || (contact.Length > 0 && !Mails().IsMatch(contact)) ? UnreadableContact
            : about.Length > LongestAbout ? TooLong : null;
        if (refusal is not null)
        {
            return refusal;
        }

        (On, Slug, Country, About, Contact, Name) = (settings.On, slug, country, about, contact, name);
        (ChangedAt, ChangedByName) = (clock.GetUtcNow(), by.Name);
        return null;
    }

    /// <summary>What an address might be called, from the network's short form.</summary>
    public static string Suggest(string acronym)
    {
        var letters = Linkage.TextFolding.Fold(acronym).Replace(' ', '-').ToLower(CultureInfo.InvariantCulture);
        return Slugs().IsMatch(letters) && letters.Length <= LongestSlug ? letters : "";
    }

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9]){2,}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Slugs();

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Countries();

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mails();

    internal sealed class Configuration : IEntityTypeConfiguration<PublicFeed>
    {
        public void Configure(EntityTypeBuilder<PublicFeed> builder)
        {
            builder.HasKey(f => f.NetworkId);
            builder.Property(f => f.Slug).HasMaxLength(LongestSlug);
            builder.Property(f => f.Name).HasMaxLength(200);
            builder.Property(f => f.About).HasMaxLength(LongestAbout);
            builder.Property(f => f.Country).HasMaxLength(2);
            builder.Property(f => f.Contact).HasMaxLength(LongestContact);
            builder.Property(f => f.ChangedByName).HasMaxLength(300);
            builder.HasIndex(f => f.Slug).IsUnique();
        }
    }
}
