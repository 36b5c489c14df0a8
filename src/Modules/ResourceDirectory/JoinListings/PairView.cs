using Causeway.Kernel;
using Causeway.Linkage;
using Causeway.Ui;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>One field of two listings and how the two compare, in words.</summary>
internal sealed record ComparedField(FactField Field, string Left, string Right, StateKind Kind, string Words)
{
    public bool Differs => Kind == StateKind.Wait;
}

/// <summary>Two contributions side by side, and what joining them would make.</summary>
internal sealed record PairView(JoinProposal Proposal, Contribution Left, Contribution Right, IReadOnlyList<Contribution> Together)
{
    private static readonly FactField[] Compared =
    [
        FactField.Name, FactField.OtherName, FactField.Profession, FactField.Organisation, FactField.Phone, FactField.DirectLine, FactField.Mobile, FactField.Email,
        FactField.Website, FactField.Address, FactField.Area, FactField.City, FactField.Languages, FactField.Ages, FactField.Fee, FactField.Licence, FactField.LeavesOn,
    ];

    // More of one kind is not a contradiction: a second phone, another language.
    private static readonly FactField[] Many =
        [FactField.Phone, FactField.DirectLine, FactField.Mobile, FactField.Email, FactField.Website, FactField.Languages, FactField.OtherName];

    public int Schools => Together.Select(c => c.Source).Distinct().Count();

    public bool WillBeTwoPlaces => EntryPlaces.Of(Together).Values.Distinct().Skip(1).Any();

    public string ShownName => ClaimRules.Weigh(Together).First(c => c is { Shown: true, Fact.Field: FactField.Name }).Fact.Text;

    public IEnumerable<ComparedField> Rows(IStringLocalizer t) => Compared
        .Select(f => Compare(f, Say(Left, f, t), Say(Right, f, t), t))
        .Where(r => r.Left.Length > 0 || r.Right.Length > 0);

    private ComparedField Compare(FactField field, string left, string right, IStringLocalizer t)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return new(field, left, right, StateKind.Unknown, t["Cannot compare"]);
        }

        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return new(field, left, right, StateKind.Ok, t["Same"]);
        }

        var (mine, theirs) = (Keys(Left, field), Keys(Right, field));
        if (mine.SetEquals(theirs))
        {
            return new(field, left, right, StateKind.Ok, t["Same, written differently"]);
        }

        if (mine.Overlaps(theirs))
        {
            return Many.Contains(field)
                ? new(field, left, right, StateKind.Ok, t["No conflict"])
                : new(field, left, right, StateKind.Wait, t["Close, not the same"]);
        }

        var share = Words(left).Overlaps(Words(right));
        return new(field, left, right, StateKind.Wait, share ? t["Close, not the same"] : t["Different"]);
    }

    private static HashSet<string> Keys(Contribution c, FactField field) =>
        c.Facts.Where(f => f.Field == field).Select(f => f.Code ?? Sorted(TextFolding.Fold(f.Text))).ToHashSet(StringComparer.Ordinal);

    private static string Sorted(string folded) => string.Join(' ', folded.Split(' ').Order(StringComparer.Ordinal));

    private static HashSet<string> Words(string text) =>
        TextFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2).ToHashSet(StringComparer.Ordinal);

    private static string Say(Contribution c, FactField field, IStringLocalizer t) =>
        string.Join(", ", c.Facts.Where(f => f.Field == field).Select(f => FactWords.Say(f, t)));
}
