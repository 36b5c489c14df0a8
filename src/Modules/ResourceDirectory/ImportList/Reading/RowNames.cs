namespace Causeway.ResourceDirectory;

/// <summary>Gathers the names of one row: whole ones, halves in columns of their own, and the same name in another script.</summary>
internal sealed class RowNames
{
    private readonly List<UnderstoodName> people = [];
    private readonly List<string> organisations = [];
    private readonly List<string> given = [];
    private readonly List<string> family = [];
    private readonly List<(string? Heading, string Text)> others = [];
    private string? title;
    private bool isNamed;

    public IReadOnlyList<UnderstoodName> People => people;

    public IReadOnlyList<string> Organisations => organisations;

    /// <summary>Two people stand in one cell.</summary>
    public bool SeveralInOneCell { get; private set; }

    /// <summary>False when the cell holds no name.</summary>
    public bool Read(ColumnReading column, string text)
    {
        var line = TextCleaning.OneLine(text);
        isNamed |= column.Column is ListColumn.PersonName or ListColumn.PersonOrBody or ListColumn.GivenName or ListColumn.FamilyName
            || (column.Column == ListColumn.Organisation && column.Sheet.Meaning is not null);
        switch (column.Column)
        {
            case ListColumn.GivenName:
                given.Add(line);
                return true;
            case ListColumn.FamilyName:
                family.Add(line);
                return true;
            case ListColumn.Title:
                title = line;
                return true;
            case ListColumn.OtherName:
                others.Add((column.Heading, line));
                return true;
            case ListColumn.PersonName:
            case ListColumn.PersonOrBody when !line.Any(char.IsLetterOrDigit) || NameReading.LooksLikePerson(line):
                return ReadPeople(text, line);
            default:
                organisations.Add(line);
                return true;
        }
    }

    /// <summary>Puts the halves together; answers what is left over as text.</summary>
    public IEnumerable<KeptText> Settle(string? profession)
    {
        if (given.Count == 0 && title is null && family.Count == 1 && NameReading.IsBodyWithoutGivenName(family[0], profession))
        {
            organisations.Insert(0, family[0]);
        }
        else if (given.Count > 0 || family.Count > 0)
        {
            people.Add(NameReading.FromParts(title, Joined(given), Joined(family)));
        }
        else if (title is not null && people.Count == 1 && people[0].Title is null)
        {
            people[0] = people[0] with { Title = title, Full = $"{title} {people[0].Full}" };
        }
        else if (title is not null)
        {
            yield return new KeptText(ListColumn.Title, null, title);
        }

        foreach (var (heading, text) in others)
        {
            // Where only the second name is known it is the name.
            if (!isNamed && text.Any(char.IsLetter))
            {
                isNamed = true;
                if (NameReading.LooksLikePerson(text))
                {
                    people.AddRange(NameReading.People(text));
                }
                else
                {
                    organisations.Insert(0, text);
                }
            }
            else if (!people.Exists(person => string.Equals(person.Full, text, StringComparison.Ordinal)))
            {
                yield return new KeptText(ListColumn.OtherName, heading, text);
            }
        }
    }

    private bool ReadPeople(string text, string line)
    {
        if (!line.Any(char.IsLetter))
        {
            return false;
        }

        var found = NameReading.People(text);
        people.AddRange(found);
        SeveralInOneCell |= found.Count > 1;
        return true;
    }

    private static string? Joined(List<string> parts) => parts.Count == 0 ? null : string.Join(' ', parts);
}
