using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Which of several schools' words is shown. Of what one person has one of (a fee, an age band), the word said last wins
/// and the others stay beside it; of what one may have many of (phones, languages, help), every different one is shown.
/// </summary>
internal static class ClaimRules
{
    private static readonly FactField[] One =
    [
        FactField.Name, FactField.Ages, FactField.Fee, FactField.WaitingTime, FactField.Availability, FactField.Hours, FactField.Days,
        FactField.LicenceUntil, FactField.LeavesOn, FactField.ConfirmedOn, FactField.Status, FactField.Address, FactField.Postcode,
        FactField.City, FactField.Area, FactField.Country, FactField.Organisation, FactField.BodyKind, FactField.MapPoint, FactField.Gender, FactField.Stability,
        FactField.Successor,
    ];

    /// <summary>What holds at one place only: somebody at two clinics has two addresses, and neither beats the other.</summary>
    private static readonly FactField[] AtPlace =
    [
        FactField.Organisation, FactField.BasedAt, FactField.Address, FactField.Postcode, FactField.City, FactField.Area, FactField.MapPoint, FactField.Days,
        FactField.Hours, FactField.Fee, FactField.WaitingTime, FactField.Availability,
    ];

    public static bool HoldsAtPlace(FactField field) => AtPlace.Contains(field);

    public static IReadOnlyList<Claim> Weigh(IReadOnlyCollection<Contribution> say) => Weigh(say, c => c.Added, SaysSecret(say));

    /// <summary>One school's secret binds all.</summary>
    public static bool SaysSecret(IEnumerable<Contribution> say) => say.Any(c => c.Facts.Any(f => f.Code == LentFacts.Secret));

    /// <param name="words">Which of the words that were added to a contribution count.</param>
    public static IReadOnlyList<Claim> Weigh(IReadOnlyCollection<Contribution> say, Func<Contribution, IEnumerable<AddedWord>> words, bool secret)
    {
        var places = EntryPlaces.Of(say);
        var communities = say.SelectMany(c => c.ConfirmedCommunities).ToHashSet(StringComparer.Ordinal);
        // Newest first; the id decides between words of one day, so that every run comes to the same.
        var claims = say.SelectMany(c => words(c).Where(a => !secret || LentFacts.WithoutSecretPlace([a.Fact], secret).Count > 0)
                .Select(a => new Claim(Marked(a.Fact), a.School, a.SourceName, c.Id.Value, a.On, Shown: false, At: At(a.Fact, c), Told: true)))
            .Concat(say.OrderBy(c => c.Id.Value).SelectMany(c => LentFacts.WithoutSecretPlace(c.Facts, secret)
                .Select(f => new Claim(Marked(f), c.Source.Value, c.SourceName, c.Id.Value, c.SaidOn, Shown: false, At: At(f, c)))))
            .OrderByDescending(Weight)
            .ToList();
        return [.. claims.GroupBy(c => c.Fact.Field).OrderBy(g => g.Key).SelectMany(g => g.Key == FactField.Name
            ? Named([.. g])
            : g.GroupBy(c => c.At).OrderBy(at => at.Key).SelectMany(at => Shown([.. at], g.Key)))];

        Fact Marked(Fact fact) => CommunityConfirmation.Mark(fact, communities);

        int At(Fact fact, Contribution said) => AtPlace.Contains(fact.Field) ? places[said.Id] : 0;
    }

    // An answer holds as long as it is fresh: a list that is merely saved again, with its old fee, does not beat it.
    private static DateOnly Weight(Claim claim) => claim.Told
        ? FieldGroups.FreshUntil(FieldGroups.Of(claim.Fact.Field) ?? FieldGroup.Work, claim.SaidOn)
        : claim.SaidOn;

    private static IEnumerable<Claim> Shown(List<Claim> claims, FactField field)
    {
        // Who was asked was asked for all of it: older lists do not add to the answer, newer ones do.
        var told = claims.FindIndex(c => c.Told);
        if (One.Contains(field) || told >= 0)
        {
            var at = One.Contains(field) ? 0 : told;
            var first = claims[at];
            var winners = claims.Where((c, i) => i < at || (c.Listing == first.Listing && c.Source == first.Source && c.Told == first.Told))
                .Select(c => c with { Shown = true, Also = Others(c, claims) }).ToList();
            return winners.Concat(claims.Where(c => !winners.Exists(w => Same(w.Fact, c.Fact)))
                .GroupBy(c => KeyOf(c.Fact), StringComparer.Ordinal).Select(g => g.First() with { Also = Others(g.First(), [.. g]) }));
        }

        return claims.GroupBy(c => KeyOf(c.Fact), StringComparer.Ordinal).Select(g => Best([.. g]) with { Shown = true, Also = Others(g.First(), [.. g]) });
    }

    private static int Others(Claim claim, List<Claim> claims) =>
        claims.Where(c => Same(c.Fact, claim.Fact)).Select(c => c.Source).Distinct().Count() - 1;

    /// <summary>Most schools write it so; of those, the fullest. One "J. Weber" in a new list does not rename "Dr Jonas Weber".</summary>
    private static IEnumerable<Claim> Named(List<Claim> claims)
    {
        var spellings = claims.GroupBy(c => c.Fact.Text, StringComparer.Ordinal)
            .OrderByDescending(g => g.Any(c => c.Told)).ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return spellings.Select((g, i) => g.First() with { Shown = i == 0, Also = Others(g.First(), [.. g]) });
    }

    // A language said with its level tells more than the language alone.
    private static Claim Best(List<Claim> same) => same.Find(c => c.Fact.Detail is not null) ?? same[0];

    private static bool Same(Fact a, Fact b) => KeyOf(a) == KeyOf(b);

    private static string KeyOf(Fact fact) => (fact.From, fact.To) is (null, null)
        ? fact.Code ?? TextFolding.Fold(fact.Text)
        : FormattableString.Invariant($"{fact.From}-{fact.To}-{fact.Detail}");
}
