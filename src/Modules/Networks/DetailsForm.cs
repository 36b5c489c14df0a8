using Microsoft.AspNetCore.Http;

namespace Causeway.Networks;

/// <summary>The fields of an organisation, as posted.</summary>
internal sealed class DetailsForm
{
    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public OrganisationKind Kind { get; set; }

    public string? Address { get; set; }

    public string? Area { get; set; }

    public string? CountryCode { get; set; }

    public string? CallingCode { get; set; }

    public string? Zone { get; set; }

    public string? Languages { get; set; } = "en";

    public IFormFile? Logo { get; set; }

    public static DetailsForm Of(Organisation o) => new()
    {
        Name = o.Name,
        ShortName = o.ShortName,
        Kind = o.Kind,
        Address = o.Address,
        Area = o.Area,
        CountryCode = o.CountryCode,
        CallingCode = o.CallingCode,
        Zone = o.Zone,
        Languages = o.Languages,
    };

    public OrganisationDetails ToDetails() => new(
        Name ?? "", Kind, Zone ?? "", Languages ?? "", ShortName, Address, Area, CountryCode, CallingCode);
}
