namespace Causeway.ResourceDirectory;

/// <summary>The heading says one thing, nearly every value another: the values are right.</summary>
internal static class ValuesOverHeading
{
    private static readonly Rule[] Rules =
    [
        new([], ListColumn.Email, shape => shape.Mails, 0.7, "{0} of {1} values are mail addresses."),
        new([ListColumn.Email, ListColumn.Phone, ListColumn.ContactPerson, ListColumn.Mobile], ListColumn.Website, shape => shape.Webs, 0.8, "{0} of {1} values are web addresses."),
        new([ListColumn.ContactPerson, ListColumn.Email, ListColumn.Website, ListColumn.PersonOrBody], ListColumn.Phone, shape => shape.Phones, 0.7, "{0} of {1} values are phone numbers."),
        new([ListColumn.Position], ListColumn.Title, shape => shape.Titles, 0.6, "{0} of {1} values are titles such as “Dr”."),
        new([ListColumn.Status, ListColumn.Area], ListColumn.ConfirmedOn, shape => shape.Dates, 0.8, "{0} of {1} values are dates."),

        // "Place" above "at the clinic, online" asks how, not in which town; "availability" above "Mon-Fri" asks when.
        new([ListColumn.City, ListColumn.Area], ListColumn.Delivery, shape => shape.Ways, 0.6, "{0} of {1} values say how help is given."),
        new([ListColumn.Availability], ListColumn.Hours, shape => shape.Times, 0.6, "{0} of {1} values are days or times."),
        new([ListColumn.Title], ListColumn.Licence, shape => shape.Registers, 0.6, "{0} of {1} values are numbers of a register."),
    ];

    /// <param name="heading">Folded; one that ends in "id" is never a number to call, whatever its codes look like.</param>
    public static (ListColumn Column, Wording Reason)? Find(ListColumn column, ValueShape shape, string heading = "")
    {
        // "Number" above phone numbers; an identifier has no signs between its digits.
        if (column == ListColumn.RecordId && !heading.EndsWith(" id", StringComparison.Ordinal) && shape.Mostly(shape.Phones, 0.7) && !shape.Mostly(shape.Numbers, 0.5) && !shape.Values.Any(value => value.Any(char.IsAsciiLetter)))
        {
            return (ListColumn.Phone, new Wording("{0} of {1} values are phone numbers.", shape.Phones, shape.Count));
        }

        if (column is ListColumn.RecordId or ListColumn.BirthDate or ListColumn.Source || shape.Count < 2)
        {
            return null;
        }

        var rule = Rules.FirstOrDefault(rule => rule.To != column && (rule.From.Length == 0 || rule.From.Contains(column)) && shape.Mostly(rule.Counted(shape), rule.Share));
        return rule is null ? null : (rule.To, new Wording(rule.Sentence, rule.Counted(shape), shape.Count));
    }

    /// <param name="From">What the heading said; empty for anything.</param>
    private sealed record Rule(ListColumn[] From, ListColumn To, Func<ValueShape, int> Counted, double Share, string Sentence);
}
