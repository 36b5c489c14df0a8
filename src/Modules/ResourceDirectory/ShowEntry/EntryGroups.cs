namespace Causeway.ResourceDirectory;

/// <summary>Facts that belong together on the page of an entry.</summary>
/// <param name="Asked">Named as not known where nobody has said them; the others are shown when somebody has.</param>
internal sealed record FactGroup(string Title, IReadOnlyList<FactField> Fields, IReadOnlyList<FactField> Asked);

/// <summary>What everybody says of one fact.</summary>
internal sealed record FactClaims(FactField Field, IReadOnlyList<Claim> Shown, IReadOnlyList<Claim> Otherwise);

/// <summary>In which order and under which headings an entry is read: who, reach, help, terms; places, stability and assurance beside it.</summary>
internal static class EntryGroups
{
    public static readonly FactGroup Who = new("Who they are",
        [FactField.OtherName, FactField.Gender, FactField.Profession, FactField.Position, FactField.SchoolRole, FactField.ContactPerson, FactField.BodyKind, FactField.Family],
        [FactField.Profession, FactField.BodyKind, FactField.Family]);

    public static readonly FactGroup Reach = new("How to reach them",
        [FactField.DirectLine, FactField.Phone, FactField.Mobile, FactField.Fax, FactField.Email, FactField.Website],
        [FactField.Phone, FactField.Email]);

    public static readonly FactGroup Help = new("The help",
        [FactField.HelpOffered, FactField.Concern, FactField.Ages, FactField.Delivery, FactField.Stage, FactField.Methods, FactField.DoesNotTake, FactField.Description],
        [FactField.HelpOffered, FactField.Concern, FactField.Ages, FactField.Delivery, FactField.Stage, FactField.DoesNotTake]);

    public static readonly FactGroup Terms = new("On which terms",
        [FactField.Availability, FactField.WaitingTime, FactField.Fee, FactField.Insurance, FactField.ReferralRoute],
        [FactField.Availability, FactField.WaitingTime, FactField.Fee, FactField.Insurance, FactField.ReferralRoute]);

    public static readonly FactGroup Assurance = new("Licence and checks",
        [FactField.Licence, FactField.LicenceUntil, FactField.Status],
        [FactField.Licence]);

    public static readonly FactGroup Staying = new("Will they stay?",
        [FactField.Stability, FactField.LeavesOn, FactField.Successor],
        [FactField.Stability]);

    /// <summary>What one wants to know of a profession before it is needed.</summary>
    public static readonly FactGroup Powers = new("What they may and may not do",
        [FactField.Powers, FactField.Limits, FactField.Thresholds],
        [FactField.Powers, FactField.Limits, FactField.Thresholds]);

    public static readonly IReadOnlyList<FactField> Place =
        [FactField.Organisation, FactField.BasedAt, FactField.Address, FactField.Postcode, FactField.City, FactField.Area, FactField.Country, FactField.Days, FactField.Hours];

    private static readonly ProfessionFamily[] WithPowers =
        [ProfessionFamily.PoliceAndPrevention, ProfessionFamily.YouthJustice, ProfessionFamily.Municipality];

    public static IReadOnlyList<FactClaims> Of(Entry entry, IEnumerable<FactField> fields)
    {
        var said = entry.Claims.ToLookup(c => c.Fact.Field);
        return [.. fields.Where(said.Contains).Select(f => new FactClaims(f, [.. said[f].Where(c => c.Shown)], [.. said[f].Where(c => !c.Shown)]))];
    }

    /// <summary>What nobody has said. One way to call is enough; an informal group needs no address.</summary>
    public static IReadOnlyList<FactField> NotKnown(Entry entry, FactGroup group)
    {
        var said = entry.Claims.Select(c => c.Fact.Field).ToHashSet();
        var calls = said.Overlaps([FactField.Phone, FactField.DirectLine, FactField.Mobile]);
        return [.. group.Asked.Where(f => !said.Contains(f) && !(f == FactField.Phone && calls) && !(f == FactField.Profession && entry.Kind == EntryKind.Service)
            && !(f == FactField.Licence && entry.Kind == EntryKind.Service))];
    }

    /// <summary>The latest day said of this, of those that count.</summary>
    public static DateOnly? Day(Entry entry, FactField field) => entry.Claims.Where(c => c.Shown && c.Fact.Field == field)
        .Select(c => DateOnly.TryParse(c.Fact.Code, System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null).Max();

    /// <summary>What to call each place somebody works at, by its number; empty where there is one only.</summary>
    public static IReadOnlyDictionary<int, string> PlaceNames(Entry entry)
    {
        FactField[] names = [FactField.BasedAt, FactField.Organisation, FactField.Address, FactField.Area];
        var places = entry.Claims.Where(c => c.Shown && names.Contains(c.Fact.Field)).GroupBy(c => c.At)
            .ToDictionary(g => g.Key, g => g.OrderBy(c => Array.IndexOf(names, c.Fact.Field)).First().Fact.Text);
        return places.Count > 1 ? places : new Dictionary<int, string>();
    }

    public static bool NeedsNoAddress(Entry entry) => entry.Claims.Any(c => c is { Shown: true, Fact: { Field: FactField.BodyKind, Code: nameof(BodyKind.InformalGroup) } });

    /// <summary>Authorities act by law: there it matters what they may do, also where nobody has written it yet.</summary>
    public static bool HasPowers(Entry entry) =>
        entry.Claims.Any(c => Powers.Fields.Contains(c.Fact.Field) || c is { Shown: true, Fact: { Field: FactField.BodyKind, Code: nameof(BodyKind.Statutory) } })
        || WithPowers.Any(f => entry.Families.Contains($"|{f}|", StringComparison.Ordinal));
}
