namespace Causeway.Instruments;

/// <param name="At">Path such as <c>sections[0].items[2]</c>; empty: the instrument itself.</param>
internal sealed record Spot(string At, string Text, params object[] Values);

/// <summary>What an instrument must be before anybody can answer it.</summary>
internal static class InstrumentCheck
{
    public const int MostSections = 40;
    public const int MostItems = 300;
    public const int MostChoices = 30;
    public const int LongestText = 2000;
    public const int LevelCount = 4;

    private static readonly string[] YesNo = ["yes", "no"];
    private static readonly string[] Ratings = ["1", "2", "3", "4", "5"];

    /// <summary>Null: the item takes a free answer.</summary>
    public static IReadOnlyList<string>? AnswersOf(Item item) => item.Kind switch
    {
        ItemKind.YesNo => YesNo,
        ItemKind.Rating => Ratings,
        ItemKind.OneChoice or ItemKind.ManyChoices or ItemKind.Levels => [.. item.Choices.Select(c => c.Key)],
        _ => null,
    };

    public static IEnumerable<Spot> Of(Instrument instrument)
    {
        var seen = new Dictionary<string, Item>(StringComparer.Ordinal);
        var sections = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<Spot>(Head(instrument));
        for (var s = 0; s < instrument.Sections.Count; s++)
        {
            var (section, at) = (instrument.Sections[s], $"sections[{s}]");
            faults.AddRange(Words(at, section.Key, section.Text, section.Help, section.Translations));
            if (!sections.Add(section.Key))
            {
                faults.Add(new(at, "The section key “{0}” stands here for the second time.", section.Key));
            }

            if (section.Items.Count == 0)
            {
                faults.Add(new(at, "A section needs at least one item."));
            }

            for (var i = 0; i < section.Items.Count; i++)
            {
                faults.AddRange(OfItem(section.Items[i], $"{at}.items[{i}]", seen));
                if (!seen.TryAdd(section.Items[i].Key, section.Items[i]))
                {
                    faults.Add(new($"{at}.items[{i}]", "The item key “{0}” stands here for the second time.", section.Items[i].Key));
                }
            }
        }

        return faults;
    }

    private static IEnumerable<Spot> Head(Instrument instrument)
    {
        foreach (var spot in Words("", instrument.Key, instrument.Text, instrument.Help, instrument.Translations).Concat(
            new[] { instrument.Author, instrument.Idea, instrument.Licence }.SelectMany(t => Text("", t))))
        {
            yield return spot;
        }

        if (instrument.Version is < 1 or > 9999)
        {
            yield return new("", "The version is a whole number from 1.");
        }

        if (instrument.Origin.Length > 0 && !InstrumentText.IsKey(instrument.Origin))
        {
            yield return new("", "“{0}” is not a key: small letters, digits and hyphens, {1} at most.", instrument.Origin, InstrumentText.LongestKey);
        }

        if (!IsLanguage(instrument.Language))
        {
            yield return new("", "“{0}” is not a language tag such as en or pt-BR.", instrument.Language);
        }

        if (instrument.Sections.Count is 0 or > MostSections)
        {
            yield return new("", "An instrument has 1 to {0} sections.", MostSections);
        }

        if (instrument.Items().Count() > MostItems)
        {
            yield return new("", "An instrument has {0} items at most.", MostItems);
        }
    }

    private static List<Spot> OfItem(Item item, string at, Dictionary<string, Item> before)
    {
        var answers = AnswersOf(item);
        var faults = new List<Spot>(Words(at, item.Key, item.Text, item.Help, item.Translations));
        faults.AddRange(item.Evidence.Append(item.Verify).SelectMany(t => Text(at, t)));
        faults.AddRange(item.Evidence.Concat(item.RaisedBy).Where(t => t.Contains(InstrumentText.Between, StringComparison.Ordinal))
            .Select(t => new Spot(at, "“{0}” holds the sign | that stands between values.", t)));
        if (!Enum.IsDefined(item.Kind) || !Enum.IsDefined(item.Polarity))
        {
            faults.Add(new(at, "This kind of item is not known."));
        }

        if (item.Weight is <= 0 or > 100)
        {
            faults.Add(new(at, "A weight is above 0 and 100 at most."));
        }

        faults.AddRange(Flag(item, at, answers));
        faults.AddRange(Choices(item, at));
        if (item.ShownIf is { } shown)
        {
            faults.AddRange(Branch(shown, at, before));
        }

        return faults;
    }

    private static IEnumerable<Spot> Flag(Item item, string at, IReadOnlyList<string>? answers)
    {
        if (item.Polarity == Polarity.Reversed && item.Kind is not (ItemKind.YesNo or ItemKind.Rating))
        {
            yield return new(at, "Only yes/no items and ratings can be reversed.");
        }

        if (item.Polarity == Polarity.RedFlag && (answers is null || item.RaisedBy.Count == 0))
        {
            yield return new(at, "A red flag needs the answers that raise it, and an item with fixed answers.");
        }

        if (item.Polarity != Polarity.RedFlag && item.RaisedBy.Count > 0)
        {
            yield return new(at, "Only a red flag is raised by answers.");
        }

        foreach (var unknown in item.RaisedBy.Where(a => answers?.Contains(a, StringComparer.Ordinal) == false))
        {
            yield return new(at, "“{0}” is not an answer of this item.", unknown);
        }
    }

    private static IEnumerable<Spot> Choices(Item item, string at)
    {
        var (count, needed) = (item.Choices.Count, item.Kind is ItemKind.OneChoice or ItemKind.ManyChoices);
        if (needed ? count is < 2 or > MostChoices : item.Kind != ItemKind.Levels && count > 0)
        {
            yield return new(at, needed ? "A choice has 2 to {0} answers." : "Only choices and levels have answers of their own.", MostChoices);
        }

        if (item.Kind == ItemKind.Levels && (!item.Choices.Select(c => c.Key).SequenceEqual(["1", "2", "3", "4"], StringComparer.Ordinal) || item.Choices.Any(c => c.Help.Length == 0)))
        {
            yield return new(at, "Levels are 1, 2, 3 and 4 in this order, each with a description.");
        }

        for (var c = 0; c < count; c++)
        {
            var choice = item.Choices[c];
            foreach (var spot in Words($"{at}.choices[{c}]", choice.Key, choice.Text, choice.Help, choice.Translations))
            {
                yield return spot;
            }

            if (item.Choices.Take(c).Any(o => o.Key == choice.Key))
            {
                yield return new($"{at}.choices[{c}]", "The answer key “{0}” stands here for the second time.", choice.Key);
            }
        }
    }

    private static IEnumerable<Spot> Branch(ShownIf shown, string at, Dictionary<string, Item> before)
    {
        if (!before.TryGetValue(shown.Item, out var on))
        {
            yield return new(at, "It depends on “{0}”, which is no item before it.", shown.Item);
        }
        else if (shown.Answers.Count == 0 || AnswersOf(on) is not { } possible || shown.Answers.Any(a => !possible.Contains(a, StringComparer.Ordinal)))
        {
            yield return new(at, "It depends on answers that “{0}” does not have.", shown.Item);
        }
    }

    private static IEnumerable<Spot> Words(string at, string key, string text, string help, IReadOnlyList<Translation> translations)
    {
        if (!InstrumentText.IsKey(key))
        {
            yield return new(at, "“{0}” is not a key: small letters, digits and hyphens, {1} at most.", key, InstrumentText.LongestKey);
        }

        if (text.Length == 0)
        {
            yield return new(at, "The text is missing.");
        }

        foreach (var spot in translations.SelectMany(t => new[] { t.Text, t.Help }).Append(text).Append(help).SelectMany(t => Text(at, t)))
        {
            yield return spot;
        }

        foreach (var bad in translations.Where((t, i) => !IsLanguage(t.Language) || t.Text.Length == 0 || translations.Take(i).Any(o => o.Language == t.Language)))
        {
            yield return new(at, "A translation needs a text and a language tag that does not stand twice: “{0}”.", bad.Language);
        }
    }

    // A table program would take such a cell for a formula and run it.
    private static IEnumerable<Spot> Text(string at, string text) =>
        text.Length > LongestText ? [new(at, "A text has {0} characters at most.", LongestText)]
        : text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal) ? [new(at, "A text may not begin with {0}.", text[..1])]
        : text.Any(c => char.IsControl(c) && c != '\n') ? [new(at, "A text holds a sign that cannot be shown.")] : [];

    private static bool IsLanguage(string tag) => tag.Length is >= 2 and <= 35 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(tag[0]);
}
