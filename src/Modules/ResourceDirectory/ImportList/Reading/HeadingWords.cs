using System.Collections.Frozen;
using System.Text;

namespace Causeway.ResourceDirectory;

/// <param name="Exact">The whole heading is a known wording, not only a part of it.</param>
internal sealed record HeadingMatch(ListColumn Column, string Word, bool Exact);

/// <summary>Finds what a heading means by its words.</summary>
internal static class HeadingWords
{
    private const int ShortestPart = 4;

    // Words that mean something alone and nothing inside another heading: "last" in "last action".
    private static readonly FrozenSet<string> OnlyAlone = new[] { "last", "first", "resource", "location", "head", "place", "number", "list", "form", "direct", "form", "check", "parte", "time", "line" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ListColumn> Words = Load();

    private static readonly (string Word, ListColumn Column)[] Parts =
        [.. Words.Where(word => CanBePart(word.Key)).OrderBy(word => IsGeneric(word.Value)).ThenByDescending(word => word.Key.Length).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => (word.Key, word.Value))];

    public static HeadingMatch? Find(string heading)
    {
        if (heading.Trim() is "€" or "$" or "£" or "¥" or "₩" or "Kč" or "zł" or "Ft")
        {
            return new HeadingMatch(ListColumn.Fee, heading.Trim(), Exact: true);
        }

        var folded = Key(heading);
        if (folded.Length == 0)
        {
            return null;
        }

        return Exact(folded) ?? ByPieces(heading) ?? ForeignId(folded) ?? ByContent(folded);
    }

    /// <summary>Folded, camel case opened, numbering such as "Phone 2" or "1. Tel" taken off.</summary>
    public static string Key(string heading)
    {
        var open = new StringBuilder(heading.Length + 4);
        for (var i = 0; i < heading.Length; i++)
        {
            if (i > 0 && char.IsUpper(heading[i]) && char.IsLower(heading[i - 1]))
            {
                open.Append(' ');
            }

            open.Append(heading[i]);
        }

        return TextCleaning.Fold(open.ToString());
    }

    private static HeadingMatch? Exact(string folded)
    {
        if (Words.TryGetValue(folded, out var column))
        {
            return new HeadingMatch(column, folded, Exact: true);
        }

        var bare = folded.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ');
        return bare.Length > 0 && Words.TryGetValue(bare, out column) ? new HeadingMatch(column, bare, Exact: true)
            : Words.TryGetValue(folded.Replace(" ", "", StringComparison.Ordinal), out column) ? new HeadingMatch(column, folded, Exact: true)
            : null;
    }

    // "Name/Praxis", "Telefon (Büro)", "Sprachen: welche?" — the first piece that is known decides, unless two make one meaning.
    private static HeadingMatch? ByPieces(string heading)
    {
        var found = heading
            .Split(['/', '(', ')', ':', ',', ';', '|', '&', '+', '\n', '[', ']', '–', '—', '（', '）', '・', '、', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Select(piece => Exact(Key(piece)))
            .OfType<HeadingMatch>()
            .ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var columns = found.Select(match => match.Column).ToHashSet();
        if (columns.Overlaps([ListColumn.PersonOrBody, ListColumn.PersonName, ListColumn.ContactPerson]) && columns.Contains(ListColumn.Organisation))
        {
            return found[0] with { Column = ListColumn.PersonOrBody };
        }

        if (columns.Contains(ListColumn.GivenName) && columns.Contains(ListColumn.FamilyName))
        {
            return found[0] with { Column = ListColumn.PersonName };
        }

        if (columns.Contains(ListColumn.Street) && columns.Overlaps([ListColumn.City, ListColumn.Postcode]))
        {
            return found[0] with { Column = ListColumn.Address };
        }

        return found[0];
    }

    // "phone_id" is the number of a phone in another table, not a phone.
    private static HeadingMatch? ForeignId(string folded) =>
        folded.EndsWith(" id", StringComparison.Ordinal) || folded.EndsWith(" uuid", StringComparison.Ordinal) ? new HeadingMatch(ListColumn.RecordId, folded, Exact: false) : null;

    private static HeadingMatch? ByContent(string folded)
    {
        var padded = $" {folded} ";
        foreach (var (word, column) in Parts)
        {
            var isWhole = word[0] < 0x2E80 ? padded.Contains($" {word} ", StringComparison.Ordinal) : folded.Contains(word, StringComparison.Ordinal);
            if (isWhole)
            {
                return new HeadingMatch(column, word, Exact: false);
            }
        }

        return null;
    }

    // In "fees description" the fee says what it is; "description" says only that it is prose.
    private static bool IsGeneric(ListColumn column) => column is ListColumn.Description or ListColumn.Category or ListColumn.Notes or ListColumn.Status or ListColumn.PersonOrBody;

    private static bool CanBePart(string word) => !OnlyAlone.Contains(word) && (word[0] < 0x2E80 ? word.Length >= ShortestPart || word is "tel" or "fax" or "plz" or "zip" or "url" or "dob" or "fee" or "age" : word.Length >= 2);

    private static FrozenDictionary<string, ListColumn> Load()
    {
        var words = new Dictionary<string, ListColumn>(StringComparer.Ordinal);
        foreach (var line in (HeadingVocabulary.Lines + "\n" + HeadingVocabularyOfWork.Lines + "\n" + HeadingVocabularyOfDirectory.Lines).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var column = Enum.Parse<ListColumn>(line[..colon]);
            foreach (var word in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries))
            {
                // The first meaning of a word wins; the lines stand in the order of how often lists mean it.
                words.TryAdd(TextCleaning.Fold(word), column);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
