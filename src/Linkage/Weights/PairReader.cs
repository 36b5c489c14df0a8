namespace Causeway.Linkage;

/// <summary>Puts the evidence about a pair into words.</summary>
internal sealed class PairReader(RecordFeatures features, WeightTable weights, PinnedPairs pinned)
{
    public IReadOnlyList<LearnedWeight> Weights => weights.Learned();

    public (double Bits, IReadOnlyList<PairReason> Reasons) Read(int left, int right)
    {
        if (pinned.Verdict(left, right) is { } verdict)
        {
            double sure = verdict ? 64 : -64;
            return (sure, [new PairReason(verdict ? "Somebody said that they are the same" : "Somebody said that they are not the same", [], sure)]);
        }

        var evidence = new Evidence();
        new PairComparer(features).Compare(left, right, evidence);
        if (evidence.Impossible)
        {
            return (-64, [new PairReason("One is a person, the other a service", [], -64)]);
        }

        var reasons = new List<PairReason>();
        double sum = weights.PriorBits;
        foreach (EvidenceItem item in evidence.Items)
        {
            double bits = weights.Bits(item);
            sum += bits;
            reasons.Add(Say(item, left, right, bits));
        }

        reasons.Sort((a, b) => Math.Abs(b.Bits).CompareTo(Math.Abs(a.Bits)));
        reasons.Add(new PairReason("Two records taken by chance are seldom the same", [], weights.PriorBits));
        return (sum, reasons);
    }

    private PairReason Say(EvidenceItem item, int left, int right, double bits) => item.Signal switch
    {
        Signal.NameWord => new PairReason(NamePattern(item), Present(Word(item.Left), Word(item.Right)), bits),
        Signal.Organisation => new PairReason(
            item.Level switch
            {
                OrganisationLevel.Same => "The names of the services agree",
                OrganisationLevel.High => "The names of the services agree in most words",
                OrganisationLevel.Medium => "The names of the services are partly alike",
                OrganisationLevel.Low => "The names of the services have little in common",
                _ => "The names of the services differ",
            }, [], bits),
        Signal.Place => new PairReason(
            item.Level <= PlaceLevel.One ? "They share the place where they work ({0})" : "Nothing says that they work at the same place",
            item.Level <= PlaceLevel.One ? [Shared(item.Left)] : [], bits),
        Signal.Source => new PairReason(
            item.Level == Level.Same ? "Both are on the same list" : "They are on different lists", [], bits),
        _ => Plain(item, Value(item.Signal, item.Left, left), Value(item.Signal, item.Right, right), bits),
    };

    private static string NamePattern(EvidenceItem item) => item.Level switch
    {
        WordLevel.Same => "Both bear the name “{0}”",
        WordLevel.Variant => "“{0}” and “{1}” are spellings or forms of one name",
        WordLevel.Slip => "“{0}” and “{1}” are one slip of the pen apart",
        WordLevel.Weak => "“{0}” and “{1}” are somewhat alike",
        WordLevel.Initial => "“{0}” and “{1}” begin with the same letter",
        WordLevel.Different => "“{0}” and “{1}” are different names",
        _ => "Only one of them bears “{0}”",
    };

    /// <summary>Values that count as one although they are written in two ways are not shown as equal.</summary>
    private static PairReason Plain(EvidenceItem item, string left, string right, double bits)
    {
        bool written = item.Level != Level.Same || left.Length == 0 || string.Equals(left, right, StringComparison.Ordinal);
        return new PairReason(written ? Pattern(item) : "“{0}” and “{1}” are nearly the same", Present(left, right), bits);
    }

    private static string Pattern(EvidenceItem item) => (item.Signal, item.Level) switch
    {
        (Signal.Mail, Level.Same) => "Both have the mail address {0}",
        (Signal.Mail, Level.Near or Level.Resembling) => "The mail addresses {0} and {1} are nearly the same",
        (Signal.Mail, Level.Partly) => "The mail addresses {0} and {1} begin alike",
        (Signal.Mail, _) => "The mail addresses {0} and {1} differ",
        (Signal.Birth, Level.Same) => "Both were born on {0}",
        (Signal.Birth, Level.Near or Level.Partly) => "The birth dates {0} and {1} are nearly the same",
        (Signal.Birth, _) => "The birth dates {0} and {1} differ",
        (Signal.Identifier, Level.Same) => "Both have the number {0}",
        (Signal.Identifier, Level.Near) => "The numbers {0} and {1} are one slip apart",
        (Signal.Identifier, _) => "The numbers {0} and {1} differ",
        (Signal.Phone, Level.Same) => "The phone numbers agree",
        (Signal.Phone, Level.Near) => "The phone numbers are one digit apart",
        (Signal.Phone, _) => "The phone numbers differ",
        (Signal.Address, Level.Same) => "The addresses agree",
        (Signal.Address, Level.Near or Level.Partly) => "The addresses agree in part",
        (Signal.Address, _) => "The addresses differ",
        (Signal.Website, Level.Same) => "The web domains agree",
        (Signal.Website, _) => "The web domains differ",
        (_, Level.Same) => "Both say “{0}”",
        (_, Level.Near or Level.Partly) => "“{0}” and “{1}” are nearly the same",
        _ => "“{0}” and “{1}” differ",
    };

    private string Word(int word) => word >= 0 ? features.NameWords.Text(word) : "";

    private string Value(Signal signal, int number, int row) => signal switch
    {
        Signal.City => features.Cities.Text(number),
        Signal.Postcode => features.Postcodes.Text(number),
        Signal.Region => features.Regions.Text(number),
        Signal.Mail => features.MailKeys.Text(number),
        Signal.Birth => features.Births.Text(number),
        Signal.Identifier => features.Identifiers.Text(number),
        Signal.Category => features.Categories.Text(features.Category[row]),
        _ => "",
    };

    private static string[] Present(string left, string right) => left.Length == 0 ? [right, left] : [left, right];

    private static string Shared(int mask) => string.Join(", ", new[] { "phone", "address", "organisation", "web domain" }.Where((_, i) => (mask >> i & 1) != 0));
}
