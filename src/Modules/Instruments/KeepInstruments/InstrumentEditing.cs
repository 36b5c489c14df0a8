using Causeway.Kernel;

namespace Causeway.Instruments;

/// <summary>One item as the form holds it: lists are lines.</summary>
internal sealed class ItemForm
{
    public string? Text { get; set; }

    public string? Help { get; set; }

    public ItemKind Kind { get; set; } = ItemKind.YesNo;

    public decimal? Weight { get; set; } = 1;

    public Polarity Polarity { get; set; }

    public string? RaisedBy { get; set; }

    public string? ShownIf { get; set; }

    public string? ShownIfAnswers { get; set; }

    public string? Verify { get; set; }

    public string? Evidence { get; set; }

    /// <summary>"key = text = description", one a line.</summary>
    public string? Choices { get; set; }

    public static ItemForm Of(Item item) => new()
    {
        Text = item.Text,
        Help = item.Help,
        Kind = item.Kind,
        Weight = item.Weight,
        Polarity = item.Polarity,
        RaisedBy = string.Join('\n', item.RaisedBy),
        ShownIf = item.ShownIf?.Item,
        ShownIfAnswers = string.Join('\n', item.ShownIf?.Answers ?? []),
        Verify = item.Verify,
        Evidence = string.Join('\n', item.Evidence),
        Choices = string.Join('\n', item.Choices.Select(c => c.Help.Length > 0 ? $"{c.Key} = {c.Text} = {c.Help}" : $"{c.Key} = {c.Text}")),
    };

    /// <param name="before">Null: a new item. Its key and translations stay.</param>
    public Item Read(Item? before, string key) => InstrumentTidying.TidyItem(new Item
    {
        Key = before?.Key ?? key,
        Text = Text ?? "",
        Help = Help ?? "",
        Kind = Kind,
        Weight = Weight ?? 1,
        Polarity = Polarity,
        RaisedBy = Lines(RaisedBy),
        ShownIf = string.IsNullOrWhiteSpace(ShownIf) ? null : new() { Item = ShownIf, Answers = Lines(ShownIfAnswers) },
        Verify = Verify ?? "",
        Evidence = Lines(Evidence),
        Choices = [.. Lines(Choices).Select(l => Choice(l, before))],
        Translations = before?.Translations ?? [],
    });

    private static Choice Choice(string line, Item? before)
    {
        var parts = line.Split('=', 3, StringSplitOptions.TrimEntries);
        return new() { Key = parts[0], Text = parts.Length > 1 ? parts[1] : parts[0], Help = parts.Length > 2 ? parts[2] : "", Translations = before?.Choices.FirstOrDefault(c => c.Key == parts[0])?.Translations ?? [] };
    }

    private static string[] Lines(string? text) => [.. (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
}

/// <summary>Changes of an instrument in the editor; each answers the changed one or says why not.</summary>
internal static class InstrumentEditing
{
    public static readonly Refusal NoText = new("instrument.no-text", "Write a text, in {0} characters at most.", "Text", InstrumentCheck.LongestText);
    public static readonly Refusal NoSection = new("instrument.no-section", "Write the name of the section.", "SectionText");
    public static readonly Refusal HasItems = new("instrument.has-items", "A section with items is not removed. Remove its items first.");

    public static (Instrument? Changed, Refusal? Refusal) Head(Instrument instrument, string? title, string? help, string? licence)
    {
        var changed = InstrumentTidying.Tidy(instrument with { Text = title ?? "", Help = help ?? "", Licence = licence ?? "" });
        return changed.Text.Length is 0 or > OwnInstrument.LongestTitle ? (null, OwnInstrument.NoTitle) : Checked(changed, "", "Title");
    }

    public static (Instrument? Changed, Refusal? Refusal) Section(Instrument instrument, string? act, string? key, string? text)
    {
        var sections = instrument.Sections.ToList();
        var at = sections.FindIndex(s => s.Key == key);
        if (act is "add" or "rename" && (string.IsNullOrWhiteSpace(text) || text.Trim().Length > OwnInstrument.LongestTitle))
        {
            return (null, NoSection);
        }

        switch (act)
        {
            case "add":
                sections.Add(new() { Key = FreeKey("section-", sections.Select(s => s.Key)), Text = text! });
                break;
            case "rename" when at >= 0:
                sections[at] = sections[at] with { Text = text! };
                break;
            case "up" when at > 0:
                (sections[at - 1], sections[at]) = (sections[at], sections[at - 1]);
                break;
            case "remove" when at >= 0 && sections.Count > 1:
                if (sections[at].Items.Count > 0)
                {
                    return (null, HasItems);
                }

                sections.RemoveAt(at);
                break;
            default:
                return (null, InstrumentPage.Gone);
        }

        return (instrument with { Sections = sections }, null);
    }

    /// <param name="key">Null: a new item of the section.</param>
    public static (Instrument? Changed, Refusal? Refusal) Item(Instrument instrument, string? section, string? key, ItemForm form)
    {
        var before = key is null ? null : instrument.Find(key);
        var at = instrument.Sections.ToList().FindIndex(s => before is null ? s.Key == section : s.Items.Contains(before));
        if (at < 0 || (key is not null && before is null))
        {
            return (null, InstrumentPage.Gone);
        }

        var item = form.Read(before, FreeKey("item-", instrument.Items().Select(i => i.Key)));
        if (item.Text.Length is 0 or > InstrumentCheck.LongestText)
        {
            return (null, NoText);
        }

        var changed = InSection(instrument, at, items => before is null ? [.. items, item] : [.. items.Select(i => i.Key == item.Key ? item : i)]);
        var place = changed.Sections[at].Items.ToList().FindIndex(i => i.Key == item.Key);
        return Checked(changed, $"sections[{at}].items[{place}]", null);
    }

    public static (Instrument? Changed, Refusal? Refusal) Move(Instrument instrument, string key, string? act)
    {
        var at = instrument.Sections.ToList().FindIndex(s => s.Items.Any(i => i.Key == key));
        if (at < 0)
        {
            return (null, InstrumentPage.Gone);
        }

        var items = instrument.Sections[at].Items.ToList();
        var place = items.FindIndex(i => i.Key == key);
        if (act == "remove")
        {
            items.RemoveAt(place);
        }
        else if (place > 0)
        {
            (items[place - 1], items[place]) = (items[place], items[place - 1]);
        }

        return (InSection(instrument, at, _ => items), null);
    }

    /// <summary>Other parts may be unfinished; what was just written has to be right.</summary>
    private static (Instrument? Changed, Refusal? Refusal) Checked(Instrument changed, string at, string? field)
    {
        var spot = InstrumentCheck.Of(changed).FirstOrDefault(s => at.Length == 0 ? s.At.Length == 0 : s.At == at || s.At.StartsWith(at + ".", StringComparison.Ordinal));
        return spot is null ? (changed, null) : (null, new Refusal("instrument.unfit", spot.Text, field, spot.Values));
    }

    private static Instrument InSection(Instrument instrument, int at, Func<IReadOnlyList<Item>, IReadOnlyList<Item>> change) =>
        instrument with { Sections = [.. instrument.Sections.Select((s, n) => n == at ? s with { Items = change(s.Items) } : s)] };

    private static string FreeKey(string beginning, IEnumerable<string> taken)
    {
        var keys = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, keys.Count + 1).Select(n => beginning + n).First(k => !keys.Contains(k));
    }
}
