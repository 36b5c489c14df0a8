using System.Globalization;

namespace Causeway.Instruments;

/// <summary>Instruments as CSV (RFC 4180, UTF-8): a row for the instrument, for each section, item, answer and translation (docs/instruments.md).</summary>
internal static class InstrumentCsv
{
    private static readonly string[] Columns =
    [
        "row", "key", "text", "help", "kind", "weight", "polarity", "raised_by", "shown_if", "shown_if_answers", "verify", "evidence",
        "language", "version", "author", "idea", "licence", "origin",
    ];

    public static string Write(Instrument instrument)
    {
        var rows = new List<Dictionary<string, string>>
        {
            new(StringComparer.Ordinal)
            {
                ["row"] = "instrument", ["key"] = instrument.Key, ["text"] = instrument.Text, ["help"] = instrument.Help, ["language"] = instrument.Language,
                ["version"] = instrument.Version.ToString(CultureInfo.InvariantCulture), ["author"] = instrument.Author, ["idea"] = instrument.Idea, ["licence"] = instrument.Licence, ["origin"] = instrument.Origin,
            },
        };
        rows.AddRange(instrument.Translations.Select(Row));
        foreach (var section in instrument.Sections)
        {
            rows.Add(new(StringComparer.Ordinal) { ["row"] = "section", ["key"] = section.Key, ["text"] = section.Text, ["help"] = section.Help });
            rows.AddRange(section.Translations.Select(Row));
            foreach (var item in section.Items)
            {
                rows.Add(Row(item));
                rows.AddRange(item.Translations.Select(Row));
                foreach (var choice in item.Choices)
                {
                    rows.Add(new(StringComparer.Ordinal) { ["row"] = "choice", ["key"] = choice.Key, ["text"] = choice.Text, ["help"] = choice.Help });
                    rows.AddRange(choice.Translations.Select(Row));
                }
            }
        }

        return string.Concat(rows.Select(r => CsvText.Line(Columns.Select(c => r.GetValueOrDefault(c, "")))).Prepend(CsvText.Line(Columns)));
    }

    public static (Instrument? Instrument, IReadOnlyList<Fault> Faults) Read(string csv)
    {
        var (rows, broken) = CsvText.Read(csv);
        if (broken is not null || rows.Count == 0)
        {
            return (null, [broken ?? new(1, "The file is empty.")]);
        }

        var head = rows[0].Cells.Select(c => c.Trim().ToLowerInvariant()).ToList();
        if (head.FirstOrDefault(c => !Columns.Contains(c)) is { } unknown)
        {
            return (null, [new(1, "The column “{0}” is not known.", unknown)]);
        }

        if (head.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
        {
            return (null, [new(1, "The column “{0}” stands twice.", twice)]);
        }

        if (new[] { "row", "key", "text" }.FirstOrDefault(c => !head.Contains(c)) is { } missing)
        {
            return (null, [new(1, "The column “{0}” is missing.", missing)]);
        }

        var building = new CsvBuilding();
        foreach (var (line, cells) in rows.Skip(1).Where(r => r.Cells.Any(c => c.Length > 0)))
        {
            if (cells.Count > head.Count)
            {
                building.Faults.Add(new(line, "The row has more cells than the first one."));
                continue;
            }

            building.Take(line, name => head.IndexOf(name) is var at and >= 0 && at < cells.Count ? cells[at].Trim() : "");
        }

        return building.Finish();
    }

    private static Dictionary<string, string> Row(Translation t) =>
        new(StringComparer.Ordinal) { ["row"] = "translation", ["language"] = t.Language, ["text"] = t.Text, ["help"] = t.Help };

    private static Dictionary<string, string> Row(Item item) => new(StringComparer.Ordinal)
    {
        ["row"] = "item",
        ["key"] = item.Key,
        ["text"] = item.Text,
        ["help"] = item.Help,
        ["kind"] = Spelling(item.Kind),
        ["weight"] = item.Weight == 1 ? "" : item.Weight.ToString(CultureInfo.InvariantCulture),
        ["polarity"] = item.Polarity == Polarity.Normal ? "" : Spelling(item.Polarity),
        ["raised_by"] = string.Join(InstrumentText.Between, item.RaisedBy),
        ["shown_if"] = item.ShownIf?.Item ?? "",
        ["shown_if_answers"] = string.Join(InstrumentText.Between, item.ShownIf?.Answers ?? []),
        ["verify"] = item.Verify,
        ["evidence"] = string.Join(InstrumentText.Between, item.Evidence),
    };

    private static string Spelling(Enum value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

/// <summary>Puts an instrument together row by row and remembers on which line each part stood.</summary>
internal sealed class CsvBuilding
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal) { [""] = 1 };
    private Instrument? _instrument;

    public List<Fault> Faults { get; } = [];

    public void Take(int line, Func<string, string> cell)
    {
        var row = cell("row").ToLowerInvariant();
        if (_instrument is null != (row == "instrument"))
        {
            Faults.Add(new(line, _instrument is null ? "The first row has to be the instrument." : "There is one row for the instrument, the first one."));
            _instrument ??= new();
            return;
        }

        var taken = row switch
        {
            "instrument" => Head(line, cell),
            "section" => Section(line, cell),
            "item" => Item(line, cell),
            "choice" => Choice(line, cell),
            "translation" => Translation(cell),
            _ => false,
        };
        if (!taken)
        {
            Faults.Add(new(line, row is "section" or "item" or "choice" or "translation" or "instrument" ? "“{0}” cannot stand here." : "“{0}” is no kind of row.", row));
        }
    }

    public (Instrument? Instrument, IReadOnlyList<Fault> Faults) Finish()
    {
        if (_instrument is null)
        {
            return (null, Faults.Count > 0 ? Faults : [new(1, "The file is empty.")]);
        }

        if (Faults.Count == 0)
        {
            _instrument = InstrumentTidying.Tidy(_instrument);
            Faults.AddRange(InstrumentCheck.Of(_instrument).Select(s => new Fault(_lines.GetValueOrDefault(s.At, 1), s.Text, s.Values)));
        }

        return Faults.Count == 0 ? (_instrument, []) : (null, Faults);
    }

    private bool Head(int line, Func<string, string> cell)
    {
        if (!int.TryParse(cell("version") is { Length: > 0 } typed ? typed : "1", NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            Faults.Add(new(line, "The version is a whole number from 1."));
        }

        _lines[""] = line;
        _instrument = new()
        {
            Key = cell("key"), Text = cell("text"), Help = cell("help"), Version = version, Author = cell("author"), Idea = cell("idea"), Licence = cell("licence"), Origin = cell("origin"),
            Language = cell("language") is { Length: > 0 } language ? language : "en",
        };
        return true;
    }

    private bool Section(int line, Func<string, string> cell)
    {
        _lines[$"sections[{_instrument!.Sections.Count}]"] = line;
        _instrument = _instrument with { Sections = [.. _instrument.Sections, new() { Key = cell("key"), Text = cell("text"), Help = cell("help") }] };
        return true;
    }

    private bool Item(int line, Func<string, string> cell)
    {
        if (_instrument!.Sections.Count == 0)
        {
            return false;
        }

        var weight = 1m;
        if (cell("weight") is { Length: > 0 } typed && !decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weight))
        {
            Faults.Add(new(line, "A weight is a number such as 2 or 0.5."));
        }

        var item = new Item
        {
            Key = cell("key"), Text = cell("text"), Help = cell("help"), Weight = weight, Verify = cell("verify"),
            Kind = Known<ItemKind>(line, cell("kind")), Polarity = Known<Polarity>(line, cell("polarity")),
            RaisedBy = Split(cell("raised_by")), Evidence = Split(cell("evidence")),
            ShownIf = cell("shown_if") is { Length: > 0 } on ? new() { Item = on, Answers = Split(cell("shown_if_answers")) } : null,
        };
        _lines[$"sections[{_instrument.Sections.Count - 1}].items[{_instrument.Sections[^1].Items.Count}]"] = line;
        Last(s => s with { Items = [.. s.Items, item] });
        return true;
    }

    private bool Choice(int line, Func<string, string> cell)
    {
        if (_instrument!.Sections.Count == 0 || _instrument.Sections[^1].Items.Count == 0)
        {
            return false;
        }

        var (section, items) = (_instrument.Sections.Count - 1, _instrument.Sections[^1].Items);
        _lines[$"sections[{section}].items[{items.Count - 1}].choices[{items[^1].Choices.Count}]"] = line;
        LastItem(i => i with { Choices = [.. i.Choices, new() { Key = cell("key"), Text = cell("text"), Help = cell("help") }] });
        return true;
    }

    private bool Translation(Func<string, string> cell)
    {
        var one = new Translation { Language = cell("language"), Text = cell("text"), Help = cell("help") };
        if (_instrument!.Sections.Count == 0)
        {
            _instrument = _instrument with { Translations = [.. _instrument.Translations, one] };
        }
        else if (_instrument.Sections[^1].Items.Count == 0)
        {
            Last(s => s with { Translations = [.. s.Translations, one] });
        }
        else if (_instrument.Sections[^1].Items[^1].Choices.Count == 0)
        {
            LastItem(i => i with { Translations = [.. i.Translations, one] });
        }
        else
        {
            LastItem(i => i with { Choices = [.. i.Choices.SkipLast(1), i.Choices[^1] with { Translations = [.. i.Choices[^1].Translations, one] }] });
        }

        return true;
    }

    private void Last(Func<Section, Section> change) =>
        _instrument = _instrument! with { Sections = [.. _instrument.Sections.SkipLast(1), change(_instrument.Sections[^1])] };

    private void LastItem(Func<Item, Item> change) => Last(s => s with { Items = [.. s.Items.SkipLast(1), change(s.Items[^1])] });

    private static string[] Split(string cell) => cell.Split(InstrumentText.Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private T Known<T>(int line, string typed)
        where T : struct, Enum
    {
        if (typed.Length == 0)
        {
            return default;
        }

        if (char.IsAsciiLetter(typed[0]) && Enum.TryParse<T>(typed.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        Faults.Add(new(line, "“{0}” is not known here.", typed));
        return default;
    }
}
