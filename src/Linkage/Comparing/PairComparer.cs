namespace Causeway.Linkage;

/// <summary>Gathers the evidence about a pair of records. One comparer for each thread.</summary>
internal sealed class PairComparer
{
    private readonly RecordFeatures _features;
    private readonly PersonNameComparer _names;
    private readonly OrganisationComparer _organisations;
    private readonly PlaceComparer _places;
    private readonly MailComparer _mails;
    private readonly double _logCount;

    public PairComparer(RecordFeatures features)
    {
        _features = features;
        _logCount = Math.Log2(Math.Max(2, features.Count));
        _mails = new MailComparer(features);
        _names = new PersonNameComparer(features.NameWords, features.Count);
        _organisations = new OrganisationComparer(features);
        _places = new PlaceComparer(features, _organisations);
    }

    public void Compare(int left, int right, Evidence evidence)
    {
        RecordFeatures f = _features;
        evidence.Clear();
        EntityKind a = f.Kind[left];
        EntityKind b = f.Kind[right];
        if (a != b && a != EntityKind.Unknown && b != EntityKind.Unknown)
        {
            evidence.Impossible = true;
            return;
        }

        if (a == EntityKind.Organisation || b == EntityKind.Organisation)
        {
            _organisations.Compare(left, right, evidence);
            _places.CompareOrganisations(left, right, evidence);
        }
        else
        {
            (ulong namesakes, double nameRarity) = CompareNames(left, right, evidence);
            _mails.Compare(left, right, namesakes != 0, evidence);
            int start = evidence.Count;
            _places.ComparePersons(left, right, evidence);
            CapTown(left, namesakes, nameRarity, start, evidence);
        }

        CompareBirth(left, right, evidence);
        CompareIdentifier(left, right, evidence);
        CompareWord(Signal.Category, f.Categories, f.Category, left, right, evidence);
        CompareSource(left, right, evidence);
    }

    /// <summary>Compares names; says which two words both share, where they share two, and how many bits the names are worth.</summary>
    private (ulong Namesakes, double Rarity) CompareNames(int left, int right, Evidence evidence)
    {
        int a = _features.Name[left];
        int b = _features.Name[right];
        if (a == 0 || b == 0)
        {
            return (0, 0);
        }

        int start = evidence.Count;
        _names.Compare(_features.Names[a], _features.Names[b], evidence);
        (ulong namesakes, double others) = TwoRarest(evidence.Items[start..]);
        double limit = namesakes == 0 ? _logCount + 1 : Math.Min(_logCount + 1, _features.Namesakes.Limit(namesakes) + 0.5 * others);
        return (namesakes, evidence.CapRarity(start, Math.Max(1, limit)));
    }

    /// <summary>The two rarest words that agree, and the bits of the other ones.</summary>
    private (ulong Key, double Others) TwoRarest(ReadOnlySpan<EvidenceItem> items)
    {
        int first = -1;
        int second = -1;
        double sum = 0;
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Rarity < 0)
            {
                continue;
            }

            sum += items[i].Rarity;
            if (first < 0 || items[i].Rarity > items[first].Rarity)
            {
                (first, second) = (i, first);
            }
            else if (second < 0 || items[i].Rarity > items[second].Rarity)
            {
                second = i;
            }
        }

        if (second < 0)
        {
            return (0, 0);
        }

        ulong key = NamesakeCounts.Key(_features.NameWords, items[first], items[second]);
        return (key, sum - items[first].Rarity - items[second].Rarity);
    }

    /// <summary>Namesakes in one town are counted, too; name and town together are not worth more than that count allows.</summary>
    private void CapTown(int left, ulong namesakes, double nameRarity, int start, Evidence evidence)
    {
        if (namesakes != 0 && _features.City[left] != 0)
        {
            evidence.CapRarityOf(Signal.City, start, Math.Max(0, _features.Namesakes.LimitInTown(namesakes, _features.City[left]) - nameRarity));
        }
    }

    private void CompareBirth(int left, int right, Evidence evidence)
    {
        int a = _features.Birth[left];
        int b = _features.Birth[right];
        if (a == 0 || b == 0)
        {
            return;
        }

        if (a == b)
        {
            evidence.Add(Signal.Birth, Level.Same, Math.Min(Rarity(_features.Births.Records(a)), 14.5), a, b);
            return;
        }

        BirthDate x = _features.BirthDates[a];
        BirthDate y = _features.BirthDates[b];
        int agree = (x.Year == y.Year ? 1 : 0) + (x.Month == y.Month ? 1 : 0) + (x.Day == y.Day ? 1 : 0);
        bool swapped = x.Year == y.Year && x.Month == y.Day && x.Day == y.Month;
        bool slip = EditDistance.Between(_features.Births.Text(a), _features.Births.Text(b), 1) <= 1;
        evidence.Add(Signal.Birth, agree == 2 || swapped || slip ? Level.Near : IsBeside(x, y) ? Level.Partly : Level.Different, -1, a, b);
    }

    /// <summary>Misread or guessed dates are off by one in a part, or by ten in the year.</summary>
    private static bool IsBeside(BirthDate x, BirthDate y) =>
        Math.Abs(x.Year - y.Year) is 0 or 1 or 10 && Math.Abs(x.Month - y.Month) <= 1 && Math.Abs(x.Day - y.Day) <= 1;

    private void CompareIdentifier(int left, int right, Evidence evidence)
    {
        int a = _features.Identifier[left];
        int b = _features.Identifier[right];
        if (a == 0 || b == 0)
        {
            return;
        }

        ValueBook book = _features.Identifiers;
        byte level = a == b ? Level.Same
            : book.Text(a).Length >= 5 && EditDistance.Between(book.Text(a), book.Text(b), 1) <= 1 ? Level.Near
            : Level.Different;
        evidence.Add(Signal.Identifier, level, a == b ? Rarity(book.Records(a)) : -1, a, b);
    }

    private void CompareWord(Signal signal, ValueBook book, int[] values, int left, int right, Evidence evidence)
    {
        int a = values[left];
        int b = values[right];
        if (a != 0 && b != 0)
        {
            evidence.Add(signal, a == b ? Level.Same : Level.Different, a == b ? Rarity(book.Records(a)) : -1, a, b);
        }
    }

    private void CompareSource(int left, int right, Evidence evidence)
    {
        int a = _features.Source[left];
        int b = _features.Source[right];
        if (a != 0 && b != 0 && _features.Sources.Count > 2)
        {
            evidence.Add(Signal.Source, a == b ? Level.Same : Level.Different, -1, a, b);
        }
    }

    private double Rarity(int records) => Math.Max(0, _logCount - Math.Log2(Math.Max(1, records)));
}
