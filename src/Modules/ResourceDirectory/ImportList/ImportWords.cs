using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>What pages of an import say.</summary>
internal static class ImportWords
{
    public static string Url(ListImport import) => import.State == ImportState.Preview ? $"/directory/import/{import.Id}" : $"/directory/import/{import.Id}/result";

    public static string Column(ListColumn column) => column switch
    {
        ListColumn.Unknown => "Please choose…",
        ListColumn.KeepOnly => "Leave out, but keep the text",
        ListColumn.PersonOrBody => "Name of person or institution",
        ListColumn.PersonName => "Name of the person",
        ListColumn.OtherName => "The same name in another script",
        ListColumn.GivenName => "Given name",
        ListColumn.FamilyName => "Family name",
        ListColumn.Title => "Title",
        ListColumn.Gender => "Gender",
        ListColumn.Profession => "Profession",
        ListColumn.Position => "Position",
        ListColumn.Organisation => "Institution",
        ListColumn.BasedAt => "Works at",
        ListColumn.BodyKind => "Kind of body",
        ListColumn.ContactPerson => "Contact person",
        ListColumn.Phone => "Phone, may hold several",
        ListColumn.DirectLine => "Direct line",
        ListColumn.Mobile => "Mobile phone",
        ListColumn.Fax => "Fax",
        ListColumn.Extension => "Extension",
        ListColumn.Email => "Mail",
        ListColumn.Website => "Website",
        ListColumn.Address => "Address",
        ListColumn.Street => "Street",
        ListColumn.City => "City",
        ListColumn.Postcode => "Postcode",
        ListColumn.Area => "Area",
        ListColumn.Country => "Country",
        ListColumn.Latitude => "Latitude",
        ListColumn.Longitude => "Longitude",
        _ => ColumnOfWork(column),
    };

    private static string ColumnOfWork(ListColumn column) => column switch
    {
        ListColumn.Languages => "Languages with level",
        ListColumn.HelpOffered => "Help offered",
        ListColumn.Category => "Kind of help",
        ListColumn.Family => "Filed under",
        ListColumn.Concern => "Helps with",
        ListColumn.Stage => "Stage of help",
        ListColumn.Methods => "Methods",
        ListColumn.DoesNotTake => "Does not take",
        ListColumn.Powers => "What they can do",
        ListColumn.Limits => "What they cannot do",
        ListColumn.Thresholds => "When they act",
        ListColumn.Ages => "Ages",
        ListColumn.Fee => "Fee",
        ListColumn.Insurance => "Insurance taken",
        ListColumn.Hours => "Hours",
        ListColumn.Days => "Days",
        ListColumn.WaitingTime => "Waiting time",
        ListColumn.Availability => "Takes new clients",
        ListColumn.Delivery => "Where the help happens",
        ListColumn.InsideSchool => "Inside or outside the school",
        ListColumn.SchoolRole => "Role in the school",
        ListColumn.Deputy => "Deputy",
        ListColumn.ReferralRoute => "How to refer",
        ListColumn.Cultures => "Communities worked with",
        ListColumn.Description => "Description",
        ListColumn.Notes => "Note, only our school",
        ListColumn.Licence => "Licence",
        ListColumn.LicenceUntil => "Licence valid until",
        ListColumn.ConfirmedOn => "Date last checked",
        ListColumn.Stability => "Resident or expatriate",
        ListColumn.LeavesOn => "Expected to leave",
        ListColumn.Successor => "Successor",
        ListColumn.Status => "Status",
        ListColumn.RecordId => "Number of the row",
        ListColumn.Source => "Where the row came from",
        ListColumn.HeldWhy => "Why the row waits",
        ListColumn.BirthDate => "Date of birth (never taken)",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public static IReadOnlyList<SelectListItem> Choices(ListColumn now) =>
        [.. Enum.GetValues<ListColumn>().Where(c => c != ListColumn.HeldWhy || now == c).Select(c => new SelectListItem(Column(c), c.ToString(), c == now))];

    public static string Say(IStringLocalizer t, string message, IReadOnlyList<string> values) => t[message, [.. values]];

    public static string Say(IStringLocalizer t, Wording wording) => t[wording.Message, wording.Values];

    public static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
