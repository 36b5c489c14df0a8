using System.Collections.Frozen;
using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <summary>The folded text that searches look into, made by the same fold as what a person types.</summary>
internal static class SearchWords
{
    public const int LongestKey = 200;

    private const int MostWords = 400;

    private static readonly FrozenSet<FactField> Searched = new[]
    {
        FactField.Name, FactField.Profession, FactField.Position, FactField.SchoolRole, FactField.Organisation, FactField.ContactPerson,
        FactField.HelpOffered, FactField.Languages, FactField.Area, FactField.City, FactField.Cultures, FactField.Description,
        FactField.Address, FactField.Deputy, FactField.OtherName, FactField.BasedAt, FactField.Concern, FactField.Methods, FactField.Phone, FactField.DirectLine, FactField.Mobile, FactField.Email,
    }.ToFrozenSet();

    /// <summary>What lists are ordered by: Latin letters without marks.</summary>
    public static string Key(string name)
    {
        var key = TextFolding.Fold(name);
        return key.Length > LongestKey ? key[..LongestKey] : key;
    }

    /// <summary>Each word once, in all its written forms, with a blank at each end so that the start of a word can be asked for.</summary>
    public static string Of(IEnumerable<Fact> facts)
    {
        var words = new HashSet<string>(64, StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (!Searched.Contains(fact.Field))
            {
                continue;
            }

            Add(words, TextFolding.SearchForms(fact.Text));
            if (fact.Original is not null)
            {
                Add(words, TextFolding.SearchForms(fact.Original));
            }

            if (fact.PaidBy is not null)
            {
                Add(words, TextFolding.SearchForms(fact.PaidBy));
            }

            if (fact.Field == FactField.Languages && fact.Code is not null)
            {
                Add(words, TextFolding.SearchForms(LanguageChoices.NativeName(fact.Code)));
            }

            if (fact.Field is FactField.Phone or FactField.DirectLine or FactField.Mobile)
            {
                // Numbers are asked for in any grouping: digits alone, too.
                Add(words, new string([.. fact.Text.Where(char.IsAsciiDigit)]));
            }
        }

        return string.Join(' ', words.Prepend("").Append(""));
    }

    /// <summary>The words of a query, folded. Short ones must begin a word, long ones may stand inside one.</summary>
    public static IReadOnlyList<string> Asked(string? query)
    {
        var words = TextFolding.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(12);
        return [.. words.Select(w => w.Length <= 3 && w.All(char.IsAscii) ? " " + w : w)];
    }

    private static void Add(HashSet<string> words, string text)
    {
        // A word that is there already costs no string of its own.
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in text.AsSpan().Split(' '))
        {
            if (!text.AsSpan()[word].IsEmpty && words.Count < MostWords)
            {
                known.Add(text.AsSpan()[word]);
            }
        }
    }
}
