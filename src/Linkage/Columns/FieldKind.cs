namespace Causeway.Linkage;

/// <summary>What a column holds. A caller who knows states it; otherwise the engine infers it from header and values.</summary>
public enum FieldKind
{
    /// <summary>Not used as evidence.</summary>
    Ignored,

    /// <summary>The name of a person or of a service, in any order.</summary>
    Name,

    /// <summary>The name of a person, in any order.</summary>
    PersonName,
    GivenName,
    FamilyName,

    /// <summary>The name of a service, clinic, firm or public body.</summary>
    OrganisationName,
    Address,
    HouseNumber,
    City,

    /// <summary>A state, county, district or neighbourhood.</summary>
    Region,
    Postcode,
    Country,
    Phone,
    Email,
    Website,

    /// <summary>A whole date in any usual order.</summary>
    BirthDate,
    BirthYear,
    BirthMonth,
    BirthDay,

    /// <summary>A number that belongs to one person or service, such as a licence or register number.</summary>
    Identifier,

    /// <summary>A word out of a small vocabulary, such as a profession or a kind of service.</summary>
    Category,

    /// <summary>The list a record came from.</summary>
    Source,
}
