using System.Globalization;

namespace Causeway.ResourceDirectory;

/// <summary>A listing about to be written, made of a row as it was understood. Import, hand and interface all come through here.</summary>
internal sealed record ListingDraft(ListingPlace Place, EntryKind Kind, string Name, IReadOnlyList<Fact> Facts, string? Note)
{
    public const int LongestName = 300;

    private const int LongestText = 2000;

    private static readonly (ListColumn Column, FactField Field)[] Texts =
    [
        (ListColumn.Profession, FactField.Profession), (ListColumn.Position, FactField.Position), (ListColumn.SchoolRole, FactField.SchoolRole),
        (ListColumn.ContactPerson, FactField.ContactPerson), (ListColumn.Postcode, FactField.Postcode), (ListColumn.City, FactField.City),
        (ListColumn.Area, FactField.Area), (ListColumn.Country, FactField.Country), (ListColumn.HelpOffered, FactField.HelpOffered),
        (ListColumn.Category, FactField.HelpOffered), (ListColumn.Hours, FactField.Hours), (ListColumn.Days, FactField.Days),
        (ListColumn.Availability, FactField.Availability), (ListColumn.Deputy, FactField.Deputy), (ListColumn.ReferralRoute, FactField.ReferralRoute),
        (ListColumn.Cultures, FactField.Cultures), (ListColumn.Description, FactField.Description), (ListColumn.Licence, FactField.Licence),
        (ListColumn.Status, FactField.Status), (ListColumn.OtherName, FactField.OtherName), (ListColumn.Gender, FactField.Gender),
        (ListColumn.BasedAt, FactField.BasedAt), (ListColumn.Methods, FactField.Methods), (ListColumn.DoesNotTake, FactField.DoesNotTake),
        (ListColumn.Powers, FactField.Powers), (ListColumn.Limits, FactField.Limits), (ListColumn.Thresholds, FactField.Thresholds),
        (ListColumn.Insurance, FactField.Insurance), (ListColumn.Successor, FactField.Successor),
    ];

    /// <summary>Columns whose cells are read as amounts or days, where that is possible.</summary>
    private static readonly (ListColumn Column, FactField Field)[] Wordings =
    [
        (ListColumn.Ages, FactField.Ages), (ListColumn.Fee, FactField.Fee), (ListColumn.WaitingTime, FactField.WaitingTime),
        (ListColumn.LeavesOn, FactField.LeavesOn), (ListColumn.LicenceUntil, FactField.LicenceUntil),
    ];

    /// <summary>Columns whose words become codes.</summary>
    private static readonly (ListColumn Column, FactField Field)[] Codes =
    [
        (ListColumn.Concern, FactField.Concern), (ListColumn.BodyKind, FactField.BodyKind), (ListColumn.Stage, FactField.Stage),
        (ListColumn.Stability, FactField.Stability),
    ];

    /// <summary>Null when the row names nobody.</summary>
    /// <param name="list">Which list the row stands on, unless it says it itself.</param>
    public static ListingDraft? From(UnderstoodValues values, ListingPlace list)
    {
        var place = values.InsideSchool switch { true => ListingPlace.Inside, false => ListingPlace.Outside, null => list };
        var kind = values.People.Count > 0 ? EntryKind.Person : EntryKind.Service;
        var name = Cut(values.People.Count > 0 ? NameOf(values.People[0]) : values.Organisations.Count > 0 ? values.Organisations[0] : "", LongestName);
        if (name.Length == 0)
        {
            return null;
        }

        var facts = new List<Fact>();
        AddNames(facts, values, kind, name);
        AddReach(facts, values);
        AddTexts(facts, values, place);
        AddTerms(facts, values);
        AddCodes(facts, values, place);
        return new ListingDraft(
            place,
            kind,
            name,
            Ordered(facts),
            values.Text(ListColumn.Notes) is { } note ? Cut(note, Listing.LongestNote) : null);
    }

    // By field, else in the order they came; each once. A listing has few facts, so that looking at all of them is quickest.
    private static List<Fact> Ordered(List<Fact> facts)
    {
        var ordered = new List<Fact>(facts.Count);
        foreach (var fact in facts)
        {
            if (fact.Text.Length == 0 || ordered.Contains(fact))
            {
                continue;
            }

            var at = ordered.Count;
            while (at > 0 && ordered[at - 1].Field > fact.Field)
            {
                at--;
            }

            ordered.Insert(at, fact);
        }

        return ordered;
    }

    private static void AddNames(List<Fact> facts, UnderstoodValues values, EntryKind kind, string name)
    {
        var original = kind == EntryKind.Person ? values.People[0].Original : null;
        facts.Add(new(FactField.Name, name, Original: original == name ? null : original));

        // More people in one row than one: the first is whom the line is about, the others are reached through it.
        facts.AddRange(values.People.Skip(1).Select(p => new Fact(FactField.ContactPerson, Cut(p.Full, LongestName), Original: p.Original == p.Full ? null : p.Original)));
        if (values.People.Count > 0 && HasNumber(values.People[0].Title))
        {
            facts.Add(new(FactField.Licence, Cut(values.People[0].Title!, LongestText)));
        }

        // The first institution gives a service its name; where more are named, the others are whose service it is.
        facts.AddRange(values.Organisations.Skip(kind == EntryKind.Service && values.Organisations.Count > 1 ? 1 : 0).Select(o => new Fact(FactField.Organisation, Cut(o, LongestName))));
    }

    /// <summary>A column headed "credentials" may hold titles or numbers of licences; a number is no part of anybody's name.</summary>
    private static string NameOf(UnderstoodName name) => HasNumber(name.Title) && name.Full.StartsWith(name.Title!, StringComparison.Ordinal)
        ? name.Full[name.Title!.Length..].Trim()
        : name.Full;

    private static bool HasNumber(string? title) => title is not null && title.Any(char.IsDigit);

    private static void AddReach(List<Fact> facts, UnderstoodValues values)
    {
        foreach (var phone in values.Phones)
        {
            var field = phone.Kind switch
            {
                PhoneKind.Direct => FactField.DirectLine,
                PhoneKind.Mobile => FactField.Mobile,
                PhoneKind.Fax => FactField.Fax,
                _ => FactField.Phone,
            };
            // A local number is recognised by its own grouping; the digits alone are for machines.
            var asTyped = phone.Number is null || (!phone.IsInternational && phone.Extension is null && !phone.Original.Any(char.IsLetter));
            var text = asTyped ? phone.Original : phone.Extension is null ? phone.Number! : $"{phone.Number} ext. {phone.Extension}";
            facts.Add(new(field, Cut(text, 200), phone.Number, Original: phone.Original == text ? null : phone.Original));
        }

        facts.AddRange(values.Emails.Select(e => new Fact(FactField.Email, e.Value, e.Value.ToLowerInvariant(), Original: e.Original == e.Value ? null : e.Original)));
        facts.AddRange(values.Websites.Select(w => new Fact(FactField.Website, w.Value, Original: w.Original == w.Value ? null : w.Original)));
        if ((values.Text(ListColumn.Address) ?? values.Text(ListColumn.Street)) is { } address)
        {
            facts.Add(new(FactField.Address, Cut(address, LongestText)));
        }
    }

    private static void AddTexts(List<Fact> facts, UnderstoodValues values, ListingPlace place)
    {
        // In the order of the table, so that of two columns for one field the better one comes first.
        foreach (var (column, usual) in Texts)
        {
            // "Role" of somebody outside the school is what they do, not a role in the school.
            var field = usual == FactField.SchoolRole && place == ListingPlace.Outside ? FactField.Profession : usual;
            foreach (var text in values.Texts)
            {
                if (text.Column == column)
                {
                    Add(facts, field, Cut(text.Text.Trim(), LongestText));
                }
            }
        }
    }

    private static void Add(List<Fact> facts, FactField field, string text)
    {
        if (field == FactField.BasedAt)
        {
            facts.AddRange(PlacesOf(text));
        }
        else
        {
            facts.Add(new Fact(field, text));
        }
    }

    /// <summary>Square brackets are our own form's; round ones are how people write it.</summary>
    private static IEnumerable<Fact> PlacesOf(string words) => words.Contains('[', StringComparison.Ordinal) ? WorkPlaces.FromWords(words) : Affiliation.Read(words);

    private static void AddTerms(List<Fact> facts, UnderstoodValues values)
    {
        facts.AddRange(values.Languages.Select(l => new Fact(
            FactField.Languages, l.Name, l.Code, l.ThroughInterpreter ? "Interpreter" : l.Level?.ToString(), Original: l.Original == l.Name ? null : l.Original)));
        facts.AddRange(values.Delivery.Select(d => new Fact(FactField.Delivery, d.ToString(), d.ToString())));
        if (values.Ages is { } ages)
        {
            facts.Add(new(FactField.Ages, ages.Original, From: ages.From, To: ages.To));
        }

        if (values.Fee is { } fee)
        {
            facts.Add(new(FactField.Fee, fee.Original, fee.Currency, fee.IsFree ? "Free" : null, fee.From, fee.To));
        }

        if (values.WaitingTime is { } wait)
        {
            facts.Add(new(FactField.WaitingTime, wait.Original, From: wait.FromDays, To: wait.ToDays));
        }

        if (values.TakesNewClients is { } takes && !facts.Has(FactField.Availability))
        {
            facts.Add(new(FactField.Availability, takes ? "Takes new clients" : "Takes no new clients", takes ? "Yes" : "No"));
        }

        AddDate(facts, FactField.ConfirmedOn, values.ConfirmedOn);
        AddDate(facts, FactField.LeavesOn, values.LeavesOn);
        AddDate(facts, FactField.LicenceUntil, values.LicenceUntil);
        AddWordings(facts, values);
    }

    /// <summary>What was not understood stays on the listing as it was written, beside what was.</summary>
    private static void AddWordings(List<Fact> facts, UnderstoodValues values)
    {
        foreach (var (column, field) in Wordings)
        {
            var told = facts.Count;
            foreach (var text in values.Texts)
            {
                if (text.Column == column && !Says(facts, told, field, text.Text))
                {
                    facts.Add(new Fact(field, Cut(text.Text, LongestText)));
                }
            }
        }
    }

    private static bool Says(List<Fact> facts, int first, FactField field, string text)
    {
        for (var i = 0; i < first; i++)
        {
            if (facts[i].Field == field && facts[i].Text == text)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddCodes(List<Fact> facts, UnderstoodValues values, ListingPlace place)
    {
        foreach (var (column, field) in Codes)
        {
            foreach (var text in values.Texts)
            {
                if (text.Column == column)
                {
                    facts.AddRange(CodedFacts.Read(field, Cut(text.Text.Trim(), LongestText)));
                }
            }
        }

        if (!facts.Has(FactField.Concern))
        {
            facts.AddRange(CodedFacts.GuessConcerns(facts));
        }

        if (values.Latitude is { } latitude && values.Longitude is { } longitude)
        {
            facts.Add(new(FactField.MapPoint, FormattableString.Invariant($"{latitude}, {longitude}"), From: (decimal)latitude, To: (decimal)longitude));
        }

        if (place == ListingPlace.Outside)
        {
            var filed = values.Texts.Where(t => t.Column == ListColumn.Family).SelectMany(t => FamilyWords.Named(t.Text)).Distinct().ToList();
            facts.AddRange((filed.Count > 0 ? filed : FamilyWords.Guess(facts)).Select(f => new Fact(FactField.Family, f.ToString(), f.ToString())));
        }
    }

    private static void AddDate(List<Fact> facts, FactField field, UnderstoodDate? date)
    {
        if (date is not null)
        {
            facts.Add(new(field, date.Original, date.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date.Precision.ToString()));
        }
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
