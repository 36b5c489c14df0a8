using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

internal sealed record UnsurePair(ListingId A, ListingId B, double Score, IReadOnlyList<JoinReason> Reasons);

/// <summary>Listings that are surely one, each in exactly one group; and pairs of groups that a person should look at.</summary>
internal sealed record LinkOutcome(IReadOnlyList<IReadOnlyList<ListingId>> Groups, IReadOnlyList<UnsurePair> Unsure);

/// <summary>
/// Hands the network's contributions to the joining engine, each column named for what it holds. The engine's clusters are
/// its best guess; an entry is made only of what is sure within them, and of what people said. The rest is asked.
/// </summary>
internal static class ListingLinker
{
    private const string PersonName = "PersonName";

    private static readonly (FactField Field, FieldKind Kind)[] Columns =
    [
        (FactField.Organisation, FieldKind.OrganisationName), (FactField.Profession, FieldKind.Category), (FactField.Phone, FieldKind.Phone),
        (FactField.DirectLine, FieldKind.Phone), (FactField.Mobile, FieldKind.Phone), (FactField.Email, FieldKind.Email),
        (FactField.Website, FieldKind.Website), (FactField.Address, FieldKind.Address), (FactField.Postcode, FieldKind.Postcode),
        (FactField.City, FieldKind.City), (FactField.Area, FieldKind.Region), (FactField.Licence, FieldKind.Identifier),
    ];

    public static LinkOutcome Link(IReadOnlyList<Contribution> contributions, IReadOnlyList<JoinDecision> decisions, CancellationToken ct) =>
        Link([.. contributions.Select(RecordOf)], decisions, ct);

    /// <param name="records">Of <see cref="RecordOf"/>: what the engine needs of a contribution is a small part of it.</param>
    public static LinkOutcome Link(IReadOnlyList<LinkRecord> records, IReadOnlyList<JoinDecision> decisions, CancellationToken ct)
    {
        if (records.Count == 0)
        {
            return new([], []);
        }

        var options = new LinkageOptions
        {
            MustLink = Pairs(decisions.Where(d => d.Joins)),
            NeverLink = Pairs(decisions.Where(d => !d.Joins)),
        };
        var result = LinkageEngine.Link(RecordTable.From(records, Kinds()), options, cancellation: ct);
        var people = records.Where(r => r.Fields.ContainsKey(PersonName)).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var parts = SureParts(result, options, people);
        var groups = records.GroupBy(r => parts.Root(r.Id), StringComparer.Ordinal)
            .Select(g => (IReadOnlyList<ListingId>)[.. g.Select(r => Id(r.Id))]);
        return new([.. groups], Ask(result, options, parts, decisions, people));
    }

    // A person and the clinic that bears the name are not the same thing, however alike their lines are.
    private static Parts SureParts(LinkageResult result, LinkageOptions options, HashSet<string> people)
    {
        var parts = new Parts();
        foreach (var pair in result.Pairs(options.SureFrom).Where(p => result.ClusterOf(p.LeftId) == result.ClusterOf(p.RightId) && people.Contains(p.LeftId) == people.Contains(p.RightId)))
        {
            parts.Join(pair.LeftId, pair.RightId);
        }

        // People's word reaches further than the engine's clusters, but never over their own "different".
        var known = result.RecordIds.ToHashSet(StringComparer.Ordinal);
        foreach (var (left, right) in options.MustLink.Where(p => known.Contains(p.Left) && known.Contains(p.Right) && result.ClusterOf(p.Left) == result.ClusterOf(p.Right)))
        {
            parts.Join(left, right);
        }

        return parts;
    }

    /// <summary>One question for two groups: their likeliest pair. None where a person said that two of them are different.</summary>
    private static List<UnsurePair> Ask(
        LinkageResult result, LinkageOptions options, Parts parts, IReadOnlyList<JoinDecision> decisions, HashSet<string> people)
    {
        var settled = decisions.Where(d => d.Verdict == JoinVerdict.Different)
            .Select(d => Between(parts, d.Left.ToString(), d.Right.ToString())).ToHashSet();
        return [.. result.Pairs(options.ReviewFrom)
            .Where(p => people.Contains(p.LeftId) == people.Contains(p.RightId) && parts.Root(p.LeftId) != parts.Root(p.RightId) && !settled.Contains(Between(parts, p.LeftId, p.RightId)))
            .GroupBy(p => Between(parts, p.LeftId, p.RightId))
            .Select(g => g.MaxBy(p => p.Probability))
            .Select(p => new UnsurePair(Id(p.LeftId), Id(p.RightId), p.Probability, Reasons(result, p)))];
    }

    private static JoinReason[] Reasons(LinkageResult result, ScoredPair pair) =>
        [.. result.Explain(pair.LeftId, pair.RightId).Reasons.Select(r => new JoinReason(r.Pattern, r.Values, Math.Round(r.Bits, 2)))];

    private static (string, string) Between(Parts parts, string a, string b)
    {
        var (left, right) = (parts.Root(a), parts.Root(b));
        return string.CompareOrdinal(left, right) <= 0 ? (left, right) : (right, left);
    }

    private static List<(string Left, string Right)> Pairs(IEnumerable<JoinDecision> decisions) =>
        [.. decisions.Select(d => (d.Left.ToString(), d.Right.ToString()))];

    private static ListingId Id(string text) => new(Guid.Parse(text));

    public static LinkRecord RecordOf(Contribution contribution)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [contribution.Kind == EntryKind.Person ? PersonName : nameof(FactField.Organisation)] = contribution.Name,
        };
        foreach (var fact in contribution.Facts.Where(f => Array.Exists(Columns, c => c.Field == f.Field)))
        {
            var column = fact.Field.ToString();
            if (!fields.TryAdd(column, fact.Code ?? fact.Text) && fact.Field == FactField.Phone)
            {
                fields.TryAdd(column + "2", fact.Code ?? fact.Text);
            }
        }

        return new LinkRecord(contribution.Id.ToString(), fields, contribution.Source.ToString());
    }

    private static Dictionary<string, FieldKind> Kinds()
    {
        var kinds = Columns.ToDictionary(c => c.Field.ToString(), c => c.Kind, StringComparer.Ordinal);
        kinds[PersonName] = FieldKind.PersonName;
        kinds[nameof(FactField.Phone) + "2"] = FieldKind.Phone;
        return kinds;
    }

    /// <summary>Sets that grow together; the root is the smallest id, so the order of pairs does not matter.</summary>
    private sealed class Parts
    {
        private readonly Dictionary<string, string> _up = new(StringComparer.Ordinal);

        public string Root(string id)
        {
            while (_up.TryGetValue(id, out var up))
            {
                id = up;
            }

            return id;
        }

        public void Join(string a, string b)
        {
            var (left, right) = (Root(a), Root(b));
            if (left != right)
            {
                var (low, high) = string.CompareOrdinal(left, right) < 0 ? (left, right) : (right, left);
                _up[high] = low;
            }
        }
    }
}
