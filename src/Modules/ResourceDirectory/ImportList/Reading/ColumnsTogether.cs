using System.Collections.Frozen;

namespace Causeway.ResourceDirectory;

/// <summary>What a column means only beside the others: "Nom" alone is a name, beside "Prénom" it is the family name.</summary>
internal static class ColumnsTogether
{
    private static readonly FrozenSet<string> BareNames = "name|names|nom|noms|nombre|nombres|nome|naam|nazwa|имя|название|ad|adi|isim|الاسم|اسم|이름|성명|名称|名前|氏名|姓名|nev|ten"
        .Split('|').Select(TextCleaning.Fold).ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<ColumnReading> Settle(IReadOnlyList<ColumnReading> columns, IReadOnlyList<RawRow> sample) =>
        NameInTwoScripts(RoleOfOutsiders(NameBesidePart(columns, sample)), sample);

    private static IReadOnlyList<ColumnReading> NameBesidePart(IReadOnlyList<ColumnReading> columns, IReadOnlyList<RawRow> sample)
    {
        var given = columns.FirstOrDefault(column => column.Column == ListColumn.GivenName);
        var family = columns.FirstOrDefault(column => column.Column == ListColumn.FamilyName);
        var bare = columns.Where(IsBareName).ToList();
        if (given is null == family is null || bare.Count != 1 || Repeats(bare[0], (given ?? family)!, sample))
        {
            return columns;
        }

        var other = (given ?? family)!;
        var meant = given is null ? ListColumn.GivenName : ListColumn.FamilyName;
        var reason = new Wording(
            given is null ? "“{0}” beside “{1}” is the given name." : "“{0}” beside “{1}” is the family name.", bare[0].Heading!, other.Heading ?? other.Sheet.Letter);
        return [.. columns.Select(column => column == bare[0] ? column with { Column = meant, Confidence = GuessConfidence.Likely, Reason = reason } : column)];
    }

    // What a person chose stays chosen.
    private static bool IsBareName(ColumnReading column) =>
        column is { Column: ListColumn.PersonOrBody or ListColumn.PersonName, Heading: not null, Confidence: not GuessConfidence.Remembered } && BareNames.Contains(HeadingWords.Key(column.Heading));

    /// <summary>The whole name stands in one column and a part of it once more in the other.</summary>
    private static bool Repeats(ColumnReading name, ColumnReading part, IReadOnlyList<RawRow> sample)
    {
        var both = sample.Select(row => (Name: TextCleaning.Fold(row.Cell(name.Index)), Part: TextCleaning.Fold(row.Cell(part.Index)))).Where(row => row.Name.Length > 0 && row.Part.Length > 0).ToList();
        return both.Count > 0 && both.Count(row => row.Name.Length > row.Part.Length && row.Name.Contains(row.Part, StringComparison.Ordinal)) * 2 > both.Count;
    }

    // "Role" is a role in the school in a list of its own people; in a list of people elsewhere it is what they do.
    private static IReadOnlyList<ColumnReading> RoleOfOutsiders(IReadOnlyList<ColumnReading> columns)
    {
        var kinds = columns.Select(column => column.Column).ToHashSet();
        return !kinds.Contains(ListColumn.Organisation) || kinds.Overlaps([ListColumn.Profession, ListColumn.Position, ListColumn.InsideSchool, ListColumn.Deputy])
            ? columns
            : [.. columns.Select(column => IsBareRole(column)
                ? column with { Column = ListColumn.Profession, Confidence = GuessConfidence.Likely, Reason = new Wording("“{0}” beside institutions is a profession.", column.Heading!) }
                : column)];
    }

    private static bool IsBareRole(ColumnReading column) =>
        column is { Column: ListColumn.SchoolRole, Heading: not null, Confidence: not GuessConfidence.Remembered } && !HeadingWords.Key(column.Heading).Contains(' ', StringComparison.Ordinal);

    // "Name" and "姓名" of the same people are one name twice, not two people.
    private static IReadOnlyList<ColumnReading> NameInTwoScripts(IReadOnlyList<ColumnReading> columns, IReadOnlyList<RawRow> sample)
    {
        var names = columns.Where(column => column is { Column: ListColumn.PersonName or ListColumn.PersonOrBody, Confidence: not GuessConfidence.Remembered }).ToList();
        if (names.Count != 2 || columns.Any(column => column.Column == ListColumn.OtherName))
        {
            return columns;
        }

        var both = sample.Select(row => (First: row.Cell(names[0].Index), Second: row.Cell(names[1].Index))).Where(row => row.First.Any(char.IsLetter) && row.Second.Any(char.IsLetter)).ToList();
        if (both.Count == 0 || both.Count(row => IsLatin(row.First) != IsLatin(row.Second)) * 3 < both.Count * 2)
        {
            return columns;
        }

        var reason = new Wording("The names of “{0}” once more, in another script.", names[0].Heading ?? names[0].Sheet.Letter);
        return [.. columns.Select(column => column == names[1] ? column with { Column = ListColumn.OtherName, Confidence = GuessConfidence.Likely, Reason = reason } : column)];
    }

    // Latin letters with all their marks end where Greek begins; the Vietnamese ones stand apart.
    private static bool IsLatin(string text) => text.Where(char.IsLetter).All(letter => letter < '\u0370' || letter is >= '\u1E00' and < '\u1F00');
}
