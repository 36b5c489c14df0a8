namespace Causeway.ResourceDirectory;

/// <summary>
/// Guesses what each column holds from its heading and from its values, and says why. A choice a person made before
/// beats the guess.
/// </summary>
internal static class ColumnGuess
{
    private const int SampleRows = 800;

    // How a column is read decides nothing about dates here, only whether something is one.
    private static readonly ListReadingOptions AnyTime = new(new DateOnly(2030, 1, 1));

    /// <summary>The form of a heading under which a choice is remembered.</summary>
    public static string KeyOf(string heading) => HeadingWords.Key(heading);

    /// <param name="remembered">Earlier choices by <see cref="KeyOf"/>; they beat the guess.</param>
    public static IReadOnlyList<ColumnReading> Guess(ListSheet sheet, IReadOnlyDictionary<string, ListColumn>? remembered = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);

        // From the whole list, not its beginning: the first page is often kept better than the last.
        var step = Math.Max(1, sheet.RowCount / SampleRows);
        var sample = sheet.Rows().Where((_, index) => index % step == 0).ToList();
        var alone = sample.Select(LoneHeading.OnlyFilled).CountBy(index => index).ToDictionary();
        var columns = sheet.Columns.Select(column => GuessOne(column, sample, remembered) with { Alone = (double)alone.GetValueOrDefault(column.Index) / Math.Max(1, sample.Count) });
        return sheet.Columns.Any(column => column.Meaning is not null) ? [.. columns] : ColumnsTogether.Settle([.. columns], sample);
    }

    /// <summary>The same columns after a person chose some by their index.</summary>
    public static IReadOnlyList<ColumnReading> WithChoices(IReadOnlyList<ColumnReading> columns, IReadOnlyDictionary<int, ListColumn> chosen)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return [.. columns.Select(column => chosen.TryGetValue(column.Index, out var choice) && choice != column.Column
            ? column with { Column = choice, Confidence = choice == ListColumn.Unknown ? GuessConfidence.NeedsYou : GuessConfidence.Remembered, Reason = new Wording("You chose this.") }
            : column)];
    }

    private static ColumnReading GuessOne(SheetColumn column, List<RawRow> sample, IReadOnlyDictionary<string, ListColumn>? remembered)
    {
        var values = sample.Select(row => TextCleaning.OneLine(row.Cell(column.Index))).Where(value => value.Length > 0).ToList();
        var first = values.Distinct(StringComparer.Ordinal).Take(3).Select(Short).ToList();
        if (column.Meaning is { } told and not ListColumn.KeepOnly)
        {
            return new ColumnReading(column, told, GuessConfidence.Sure, new Wording("The format of the file says so."), first);
        }

        if (column.Heading is not null && remembered is not null && remembered.TryGetValue(KeyOf(column.Heading), out var kept))
        {
            return new ColumnReading(column, kept, GuessConfidence.Remembered, new Wording("Chosen for “{0}” in an earlier list.", column.Heading), first);
        }

        if (column.Meaning is { } beside)
        {
            return new ColumnReading(column, beside, GuessConfidence.Sure, new Wording("A directory has no place of its own for this; the text stays on the row."), first);
        }

        var shape = ValueShape.Of(values.Where(value => !NoValue.Is(value)).ToList(), AnyTime);
        var match = column.Heading is null ? null : HeadingWords.Find(column.Heading);
        var (guess, confidence, reason) = match is null ? ByValues(shape) : ByHeading(match, column.Heading!, shape);
        return new ColumnReading(column, guess, confidence, reason, first);
    }

    private static (ListColumn Column, GuessConfidence Confidence, Wording Reason) ByHeading(HeadingMatch match, string heading, ValueShape shape)
    {
        if (ValuesOverHeading.Find(match.Column, shape, HeadingWords.Key(heading)) is { } other)
        {
            return (other.Column, GuessConfidence.Likely, other.Reason);
        }

        if (shape.Count == 0)
        {
            return (match.Column, match.Exact ? GuessConfidence.Sure : GuessConfidence.Likely, new Wording("The heading “{0}” says so; the column is empty.", heading));
        }

        if (match.Column == ListColumn.BirthDate)
        {
            return (match.Column, GuessConfidence.Sure, new Wording("The directory keeps no dates of birth or civil numbers: the column is not taken."));
        }

        var read = Readable(match.Column, shape);
        if (read is { Count: var few } && shape.Count >= 3 && few < shape.Count * 0.2 && match.Column != ListColumn.Languages)
        {
            return (ListColumn.Unknown, GuessConfidence.NeedsYou, new Wording("The heading is “{0}”, but only {1} of {2} values fit it.", heading, few, shape.Count));
        }

        if (read is { } found && found.Count < shape.Count * 0.9)
        {
            return (match.Column, GuessConfidence.Likely, new Wording(found.Sentence, found.Count, shape.Count));
        }

        return match.Exact
            ? (match.Column, GuessConfidence.Sure, new Wording("The heading “{0}” says so.", heading))
            : (match.Column, GuessConfidence.Likely, new Wording("“{0}” in the heading says so.", match.Word));
    }

    private static (int Count, string Sentence)? Readable(ListColumn column, ValueShape shape) => column switch
    {
        ListColumn.Email => (shape.Mails, "{0} of {1} read as mail addresses."),
        ListColumn.Website => (shape.Webs, "{0} of {1} read as web addresses."),
        ListColumn.Phone or ListColumn.DirectLine or ListColumn.Mobile or ListColumn.Fax => (shape.Phones, "{0} of {1} read as phone numbers."),
        ListColumn.ConfirmedOn or ListColumn.LeavesOn or ListColumn.LicenceUntil => (shape.Dates, "{0} of {1} read as dates."),
        ListColumn.Languages => (shape.Languages, "{0} of {1} read as languages."),
        _ => null,
    };

    private static (ListColumn Column, GuessConfidence Confidence, Wording Reason) ByValues(ValueShape shape)
    {
        (ListColumn Column, int Count, double Share, GuessConfidence Confidence, string Sentence)[] kinds =
        [
            (ListColumn.Email, shape.Mails, 0.7, GuessConfidence.Sure, "{0} of {1} values are mail addresses."),
            (ListColumn.Website, shape.Webs, 0.7, GuessConfidence.Sure, "{0} of {1} values are web addresses."),
            (ListColumn.Languages, shape.Languages, 0.7, GuessConfidence.Likely, "{0} of {1} values are names of languages."),
            (ListColumn.Title, shape.Titles, 0.7, GuessConfidence.Likely, "{0} of {1} values are titles such as “Dr”."),
        ];
        foreach (var kind in kinds)
        {
            // One word that happens to name a language proves nothing.
            if (shape.Mostly(kind.Count, kind.Share) && (kind.Confidence == GuessConfidence.Sure || shape.Count >= 3))
            {
                return (kind.Column, kind.Confidence, new Wording(kind.Sentence, kind.Count, shape.Count));
            }
        }

        if (shape.Count == 0)
        {
            return (ListColumn.Unknown, GuessConfidence.NeedsYou, new Wording("The column is empty."));
        }

        if (shape.Mostly(shape.Dates, 0.8) && !shape.Mostly(shape.Numbers, 0.5))
        {
            return (ListColumn.Unknown, GuessConfidence.NeedsYou, new Wording("{0} of {1} values are dates, but the list does not say of what.", shape.Dates, shape.Count));
        }

        if (shape.Mostly(shape.Phones, 0.7))
        {
            return (ListColumn.Phone, GuessConfidence.Likely, new Wording("{0} of {1} values look like phone numbers.", shape.Phones, shape.Count));
        }

        if (shape.Mostly(shape.Ticks, 0.9))
        {
            return (ListColumn.Unknown, GuessConfidence.NeedsYou, new Wording("These are ticks or yes and no, but the list does not say for what."));
        }

        return NamesOrNothing(shape);
    }

    private static (ListColumn Column, GuessConfidence Confidence, Wording Reason) NamesOrNothing(ValueShape shape)
    {
        if (shape.Mostly(shape.Bodies, 0.7) && shape.AllDifferent && !shape.Mostly(shape.Numbers, 0.3) && !shape.Values.Any(value => value.Any(char.IsAsciiDigit)))
        {
            return (ListColumn.Organisation, GuessConfidence.Likely, new Wording("{0} of {1} values look like names of bodies.", shape.Bodies, shape.Count));
        }

        var titled = shape.Values.Count(value => NameReading.People(value)[0].Title is not null);
        return shape.Mostly(shape.People, 0.7) && shape.Mostly(titled, 0.3)
            ? (ListColumn.PersonOrBody, GuessConfidence.Likely, new Wording("{0} of {1} values look like names of people.", shape.People, shape.Count))
            : (ListColumn.Unknown, GuessConfidence.NeedsYou, new Wording("Neither the heading nor the values tell us what this is."));
    }

    private static string Short(string value) => value.Length <= 60 ? value : string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[58]) ? 58 : 59), "…");
}
