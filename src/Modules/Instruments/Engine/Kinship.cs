using System.Runtime.CompilerServices;
using System.Text;

namespace Causeway.Instruments;

/// <summary>
/// Which questionnaires ask the same thing under different names (docs/decisions/0018-kin-of-questionnaires.md). A copy says where it
/// comes from; what was taken in from a file need not, so the questions themselves are compared too.
/// </summary>
internal static class Kinship
{
    // Folding a text is dear, and a page of many rounds compares each with each.
    private static readonly ConditionalWeakTable<Section, HashSet<string>> Known = [];

    /// <summary>The same key, the same origin, or one question in common.</summary>
    public static bool AreKin(Instrument one, Instrument other) =>
        SameFamily(one, other) || one.Sections.Any(s => Matching(one, s, other).Any());

    /// <summary>The parts of the other one that ask, in part at least, what this part asks.</summary>
    public static IEnumerable<Section> Matching(Instrument one, Section part, Instrument other)
    {
        var (family, asked) = (SameFamily(one, other), Questions(part));
        return other.Sections.Where(s => (family && s.Key == part.Key) || asked.Overlaps(Questions(s)));
    }

    private static bool SameFamily(Instrument one, Instrument other) =>
        string.Equals(one.Key, other.Key, StringComparison.Ordinal) || string.Equals(Family(one), Family(other), StringComparison.Ordinal)
        || string.Equals(Family(one), other.Key, StringComparison.Ordinal) || string.Equals(one.Key, Family(other), StringComparison.Ordinal);

    private static string Family(Instrument instrument) => instrument.Origin.Length > 0 ? instrument.Origin : instrument.Key;

    // In whatever language it was copied, with whatever signs and capitals. Open questions are left out: "Anything else?" is no kin.
    private static HashSet<string> Questions(Section section) => Known.GetValue(section, static s =>
        s.Items.Where(i => i.Kind != ItemKind.Text).SelectMany(i => i.Translations.Select(t => t.Text).Append(i.Text)).Select(Fold).Where(t => t.Length > 0).ToHashSet(StringComparer.Ordinal));

    private static string Fold(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            letters.Append(Rune.ToUpperInvariant(rune));
        }

        return letters.ToString();
    }
}
