namespace Causeway.Linkage;

/// <summary>Gathers the evidence about a pair of records. One comparer for each thread.</summary>
internal sealed class PairComparer
{
    private readonly RecordFeatures _features;
    private readonly PersonNameComparer _names;
    private readonly OrganisationComparer _organisations;
    private readonly PlaceComparer _places;
    private readonly double _logCount;

    public PairComparer(RecordFeatures features)
    {
        _features = features;
        _logCount = Math.Log2(Math.Max(2, features.Count));
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
            CompareNames(left, right, evidence);
            CompareMail(left, right, evidence);
            _places.ComparePersons(left, right, evidence);
        }

        CompareBirth(left, right, evidence);
        CompareIdentifier(left, right, evidence);
        CompareWord(Signal.Category, f.Categories, f.Category, left, right, evidence);
        CompareSource(left, right, evidence);
    }

    private void CompareNames(int left, int right, Evidence evidence)
    {
        int a = _features.Name[left];
        int b = _features.Name[right];
        if (a == 0 || b == 0)
        {
            return;
        }

        int start = evidence.Count;
        _names.Compare(_features.Names[a], _features.Names[b], evidence);
        double limit = a == b ? _logCount - Math.Log2(Math.Max(1, _features.NameRecords[a] - 1)) : _logCount + 1;
        evidence.CapRarity(start, Math.Max(1, limit));
    }

    private void CompareMail(int left, int right, Evidence evidence)
    {
        RecordFeatures f = _features;
        int a = f.Mail[left];
        int b = f.Mail[right];
        if (a == 0 || b == 0 || f.GenericLocal[f.MailLocal[left]] || f.GenericLocal[f.MailLocal[right]])
        {
            return;
        }

        if (a == b)
        {
            evidence.Add(Signal.Mail, Level.Same, Rarity(f.MailKeys.Records(a)), a, b);
        }
        else if (f.MailLocal[left] == f.MailLocal[right])
        {
            double rarity = Rarity(f.MailLocals.Records(f.MailLocal[left]));
            evidence.Add(Signal.Mail, Level.Partly, Math.Max(0, rarity - 1), a, b);
        }
        else
        {
            string one = f.MailKeys.Text(a);
            string other = f.MailKeys.Text(b);
            bool near = Math.Min(one.Length, other.Length) >= 9 && EditDistance.Between(one, other, 2) <= 2;
            evidence.Add(Signal.Mail, near ? Level.Near : Level.Different, -1, a, b);
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
        bool half = agree == 1 && EditDistance.Between(_features.Births.Text(a), _features.Births.Text(b), 2) <= 2;
        evidence.Add(Signal.Birth, agree == 2 || swapped || slip ? Level.Near : half ? Level.Partly : Level.Different, -1, a, b);
    }

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
