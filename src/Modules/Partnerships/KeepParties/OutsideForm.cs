using Causeway.Networks;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>The fields of a body outside, as they are typed.</summary>
internal sealed class OutsideForm
{
    public string? Name { get; set; }

    public OrganisationKind Kind { get; set; }

    public string? Country { get; set; }

    public string? Zone { get; set; }

    public string? Language { get; set; }

    public string? ContactName { get; set; }

    public string? ContactMail { get; set; }

    public Guid? ExaminedBody { get; set; }

    [BindNever]
    public IReadOnlyList<SelectListItem> Examined { get; set; } = [];

    public static IReadOnlyList<SelectListItem> Languages { get; } =
        [new("English", "en"), new("العربية", "ar"), new("Français", "fr"), new("한국어", "ko")];

    public PartyTerms Terms() => new(Name, Kind, Country, Zone, Language, ContactName, ContactMail, ExaminedBody);

    public static OutsideForm Of(Party party) => new()
    {
        Name = party.Name,
        Kind = party.Kind,
        Country = party.Country,
        Zone = party.Zone,
        Language = party.Language,
        ContactName = party.ContactName,
        ContactMail = party.ContactMail,
        ExaminedBody = party.ExaminedBody,
    };
}
