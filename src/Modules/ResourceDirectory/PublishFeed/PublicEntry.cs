using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What of one entry the public may read. Every rule of the feed stands here: listings that are not public can take away
/// from it (a departure, a secret address, the fact that this is a person) and never add to it.
/// </summary>
/// <param name="Until">Last day of the consent it rests on; null: an institution.</param>
/// <param name="Assured">Day somebody who may be quoted last confirmed anything.</param>
/// <param name="IsDormant">Two checks in a row ended without a word.</param>
internal sealed record PublicEntry(IReadOnlyList<Claim> Claims, EntryKind Kind, bool IsSecret, DateOnly? Until, DateOnly? Assured, bool IsDormant)
{
    /// <summary>
    /// Fields that may go out at all. Left out: people's names beside the entry's own (contact, deputy, successor), direct
    /// lines, what is known of somebody's plans, and whatever schools observe, such as waits.
    /// </summary>
    public static readonly IReadOnlySet<FactField> Fields = new HashSet<FactField>
    {
        FactField.Name, FactField.OtherName, FactField.Profession, FactField.Organisation, FactField.Phone, FactField.Mobile, FactField.Fax, FactField.Email,
        FactField.Website, FactField.Address, FactField.Postcode, FactField.City, FactField.Area, FactField.Country, FactField.MapPoint, FactField.HelpOffered,
        FactField.Family, FactField.Concern, FactField.Languages, FactField.Ages, FactField.Delivery, FactField.ReferralRoute, FactField.Fee, FactField.Hours,
        FactField.Days, FactField.Licence, FactField.ConfirmedOn, FactField.Status, FactField.Description,
    };

    /// <param name="all">Every contribution of the entry, public or not.</param>
    /// <returns>Null: nothing of it is public.</returns>
    public static PublicEntry? Of(IReadOnlyCollection<Contribution> all, IReadOnlyCollection<PublicConsent> consents, DateOnly today)
    {
        if (all.Any(c => c.LeftOn is not null))
        {
            return null;
        }

        var isPerson = all.Any(c => c.NeedsConsent || c.Kind == EntryKind.Person);
        var ends = consents.Where(c => c.Holds(today)).GroupBy(c => c.ListingId).ToDictionary(g => g.Key, g => g.Max(c => c.Until));
        var say = all.Where(c => c.IsPublic && c.Place == ListingPlace.Outside && (!isPerson || ends.ContainsKey(c.Id))).ToList();
        if (say.Count == 0)
        {
            return null;
        }

        var secret = ClaimRules.SaysSecret(all);
        var claims = ClaimRules.Weigh(say, MayBeQuoted, secret).Where(c => c.Shown && Fields.Contains(c.Fact.Field)).ToList();
        return new(
            claims,
            say.Exists(c => c.Kind == EntryKind.Person) ? EntryKind.Person : EntryKind.Service,
            secret,
            isPerson ? say.Min(c => ends[c.Id]) : null,
            say.SelectMany(Confirmed).Max(),
            say.TrueForAll(c => c.SilentChecks >= Freshness.SilentUntilDormant));
    }

    /// <summary>A practice that is one person is that person, however the list calls it.</summary>
    public static bool IsPerson(EntryKind kind, IReadOnlyList<Fact> facts) =>
        kind == EntryKind.Person || facts.Any(f => f.Field == FactField.BodyKind && f.Code == nameof(BodyKind.IndividualPractitioner));

    // A correction by the listing's own school or by the professional replaces what the school made public; it never adds to it.
    private static IEnumerable<AddedWord> MayBeQuoted(Contribution said) =>
        said.Added.Where(a => (a.School == said.Source.Value || a.School == Guid.Empty) && said.Facts.Any(f => f.Field == a.Fact.Field));

    private static IEnumerable<DateOnly?> Confirmed(Contribution said) => said.Assured
        .Where(a => a.Way == CheckWay.Link || a.SchoolName == said.SourceName).Select(a => (DateOnly?)a.On)
        .Concat(said.Facts.Of(FactField.ConfirmedOn).Select(Freshness.DayOf));
}
