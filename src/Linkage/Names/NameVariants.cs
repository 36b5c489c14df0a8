namespace Causeway.Linkage;

/// <summary>
/// Groups of names that one person may use for the other: short forms, cognates and the romanisations of common East Asian and
/// Arabic names. General knowledge of names, no list of people; a name may stand in several groups.
/// </summary>
internal static partial class NameVariants
{
    private static readonly Dictionary<string, int[]> GroupsOf = Read(ShortForms + Cognates, Romanisations);

    private static readonly HashSet<string> Givens =
        [.. (ShortForms + Cognates + FurtherGivenNames).Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries)];

    public static bool IsGivenName(string word) => word.Length > 2 && Givens.Contains(word);

    public static int[] Of(string word) => GroupsOf.GetValueOrDefault(word) ?? [];

    public static bool Share(int[] left, int[] right)
    {
        foreach (int group in left)
        {
            if (Array.IndexOf(right, group) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, int[]> Read(params string[] texts)
    {
        var groups = new Dictionary<string, int[]>(StringComparer.Ordinal);
        int number = 0;
        foreach (string group in string.Join(';', texts).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            foreach (string name in group.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                int[] before = groups.GetValueOrDefault(name) ?? [];
                groups[name] = [.. before, number];
            }
        }

        return groups;
    }
}
