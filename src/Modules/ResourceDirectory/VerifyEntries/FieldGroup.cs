namespace Causeway.ResourceDirectory;

/// <summary>Facts that are confirmed together and age together.</summary>
internal enum FieldGroup
{
    Work,
    Reach,
    Place,
    Languages,
    Terms,
    Capacity,
    Credential,
    Stay,
}

/// <summary>
/// How long a fact can be relied on. A waiting time is old after six weeks, an address after a year; a licence and a
/// leaving date end on their own day.
/// </summary>
internal static class FieldGroups
{
    public static readonly IReadOnlyList<FieldGroup> All = Enum.GetValues<FieldGroup>();

    /// <summary>Null: a fact that nobody is asked to confirm.</summary>
    public static FieldGroup? Of(FactField field) => field switch
    {
        FactField.Name or FactField.Profession or FactField.Position or FactField.SchoolRole or FactField.Organisation or FactField.HelpOffered
            or FactField.ContactPerson or FactField.ReferralRoute => FieldGroup.Work,
        FactField.Phone or FactField.DirectLine or FactField.Mobile or FactField.Email => FieldGroup.Reach,
        FactField.Address or FactField.BasedAt or FactField.Delivery => FieldGroup.Place,
        FactField.Languages => FieldGroup.Languages,
        FactField.Fee or FactField.Hours or FactField.Days or FactField.Ages => FieldGroup.Terms,
        FactField.WaitingTime or FactField.Availability => FieldGroup.Capacity,
        FactField.Licence or FactField.LicenceUntil => FieldGroup.Credential,
        FactField.Stability or FactField.LeavesOn or FactField.Successor => FieldGroup.Stay,
        _ => null,
    };

    public static string Label(FieldGroup group) => group switch
    {
        FieldGroup.Work => "Name and work",
        FieldGroup.Reach => "Phone and mail",
        FieldGroup.Place => "Place",
        FieldGroup.Languages => "Languages",
        FieldGroup.Terms => "Ages, fee and hours",
        FieldGroup.Capacity => "Takes new clients, waiting time",
        FieldGroup.Credential => "Licence",
        FieldGroup.Stay => "Staying or leaving",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>What is asked on the phone, word for word.</summary>
    public static string Question(FieldGroup group) => group switch
    {
        FieldGroup.Work => "Do I have your name right, and what you offer?",
        FieldGroup.Reach => "Is this still the right phone number and mail address?",
        FieldGroup.Place => "Do you still work at this address?",
        FieldGroup.Languages => "Which languages do you work in?",
        FieldGroup.Terms => "Which ages do you see, at what fee and hours?",
        FieldGroup.Capacity => "Do you take new clients at present, and how long do they wait?",
        FieldGroup.Credential => "Is this your licence, and until when is it valid?",
        FieldGroup.Stay => "Do you plan to leave the city? Who could follow you?",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>The fields a correction is typed into.</summary>
    public static IReadOnlyList<ListColumn> Columns(FieldGroup group, EntryKind kind) => group switch
    {
        FieldGroup.Work => [kind == EntryKind.Person ? ListColumn.PersonName : ListColumn.Organisation, ListColumn.HelpOffered],
        FieldGroup.Reach => [ListColumn.Phone, ListColumn.Email],
        FieldGroup.Place => [ListColumn.Address],
        FieldGroup.Languages => [ListColumn.Languages],
        FieldGroup.Terms => [ListColumn.Ages, ListColumn.Fee, ListColumn.Hours],
        FieldGroup.Capacity => [ListColumn.Availability, ListColumn.WaitingTime],
        FieldGroup.Credential => [ListColumn.Licence, ListColumn.LicenceUntil],
        FieldGroup.Stay => [ListColumn.LeavesOn, ListColumn.Successor],
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>Last day on which something said or confirmed on <paramref name="on"/> counts as fresh.</summary>
    /// <param name="own">The day the fact itself names: end of a licence, day of leaving.</param>
    public static DateOnly FreshUntil(FieldGroup group, DateOnly on, DateOnly? own = null) => group switch
    {
        FieldGroup.Capacity => on.AddDays(42),
        FieldGroup.Reach => on.AddMonths(6),
        FieldGroup.Languages => on.AddMonths(24),
        FieldGroup.Credential or FieldGroup.Stay when own is { } day => day,
        _ => on.AddMonths(12),
    };
}
