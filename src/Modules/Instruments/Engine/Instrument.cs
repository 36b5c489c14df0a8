namespace Causeway.Instruments;

internal enum ItemKind
{
    Text,
    Number,
    YesNo,
    OneChoice,
    ManyChoices,
    Date,

    /// <summary>1 "not at all" to 5 "fully".</summary>
    Rating,

    /// <summary>Four described levels, whole numbers agreed in a consensus meeting.</summary>
    Levels,
}

internal enum Polarity
{
    Normal,

    /// <summary>A yes is the gap; a high rating is bad.</summary>
    Reversed,

    /// <summary>One of <see cref="Item.RaisedBy"/> overrides every score.</summary>
    RedFlag,
}

/// <summary>The same text in another language. An empty help falls back.</summary>
internal sealed record Translation
{
    public string Language { get; init; } = "";

    public string Text { get; init; } = "";

    public string Help { get; init; } = "";
}

internal sealed record Choice
{
    public string Key { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Of a level: what it looks like.</summary>
    public string Help { get; init; } = "";

    public IReadOnlyList<Translation> Translations { get; init; } = [];
}

/// <summary>Shown only when an earlier item was answered with one of these.</summary>
internal sealed record ShownIf
{
    public string Item { get; init; } = "";

    public IReadOnlyList<string> Answers { get; init; } = [];
}

internal sealed record Item
{
    public string Key { get; init; } = "";

    public ItemKind Kind { get; init; }

    public string Text { get; init; } = "";

    public string Help { get; init; } = "";

    public decimal Weight { get; init; } = 1;

    public Polarity Polarity { get; init; }

    /// <summary>Of a red flag: the answers that raise it.</summary>
    public IReadOnlyList<string> RaisedBy { get; init; } = [];

    public ShownIf? ShownIf { get; init; }

    /// <summary>How an answer can be checked.</summary>
    public string Verify { get; init; } = "";

    /// <summary>What counts as a proof.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public IReadOnlyList<Translation> Translations { get; init; } = [];
}

/// <summary>In a form of ratings a section is a theme.</summary>
internal sealed record Section
{
    public string Key { get; init; } = "";

    public string Text { get; init; } = "";

    public string Help { get; init; } = "";

    public IReadOnlyList<Item> Items { get; init; } = [];

    public IReadOnlyList<Translation> Translations { get; init; } = [];
}

/// <summary>A questionnaire as data (docs/instruments.md). A wave keeps the one it was opened with, word by word.</summary>
internal sealed record Instrument
{
    public string Key { get; init; } = "";

    public int Version { get; init; } = 1;

    public string Text { get; init; } = "";

    public string Help { get; init; } = "";

    /// <summary>BCP 47 tag of the texts.</summary>
    public string Language { get; init; } = "en";

    public string Author { get; init; } = "";

    /// <summary>Where the idea comes from.</summary>
    public string Idea { get; init; } = "";

    public string Licence { get; init; } = "";

    /// <summary>Of a copy: the key of the first one it was copied from, through however many copies.</summary>
    public string Origin { get; init; } = "";

    public IReadOnlyList<Section> Sections { get; init; } = [];

    public IReadOnlyList<Translation> Translations { get; init; } = [];

    public IEnumerable<Item> Items() => Sections.SelectMany(s => s.Items);

    public Item? Find(string key) => Items().FirstOrDefault(i => i.Key == key);
}

/// <summary>The text in the reader's language, or the original one, which is then marked.</summary>
internal readonly record struct Told(string Text, string Help, string Language, bool IsFallback)
{
    public static Told Of(string text, string help, IReadOnlyList<Translation> translations, string original, string wanted)
    {
        if (Same(original, wanted))
        {
            return new(text, help, original, false);
        }

        var found = translations.FirstOrDefault(t => Same(t.Language, wanted));
        return found is null ? new(text, help, original, true) : new(found.Text, found.Help.Length > 0 ? found.Help : help, found.Language, false);
    }

    // "fr-CA" reads "fr": nearer than another language.
    private static bool Same(string one, string other) => string.Equals(one.Split('-')[0], other.Split('-')[0], StringComparison.OrdinalIgnoreCase);
}
