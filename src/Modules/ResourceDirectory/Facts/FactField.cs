namespace Causeway.ResourceDirectory;

/// <summary>What can be said of a professional or a service, in the order pages show it. Stored as words.</summary>
internal enum FactField
{
    Name,
    Profession,
    Position,
    SchoolRole,
    Organisation,
    ContactPerson,
    Phone,
    DirectLine,
    Mobile,
    Fax,
    Email,
    Website,
    Address,
    Postcode,
    City,
    Area,
    Country,
    HelpOffered,
    Family,
    Languages,
    Ages,
    Delivery,
    ReferralRoute,
    WaitingTime,
    Availability,
    Fee,
    Hours,
    Days,
    Deputy,
    Cultures,
    Licence,
    LicenceUntil,
    LeavesOn,
    ConfirmedOn,
    Status,
    Description,
}

/// <summary>A school works with its own staff and with people outside it: two lists that are never mixed.</summary>
internal enum ListingPlace
{
    Outside,
    Inside,
}

internal enum EntryKind
{
    Person,
    Service,
}

/// <summary>Who sees a listing beyond its own school.</summary>
internal enum Sharing
{
    OwnSchool,
    Network,
}

/// <summary>Ten families that mean the same in every country; outside help is filed under them.</summary>
internal enum ProfessionFamily
{
    EducationalAdvice,
    AlternativeDayCare,
    SocialAndChildCare,
    YouthNgoFaith,
    HealthCare,
    PoliceAndPrevention,
    YouthJustice,
    CommunityDevelopment,
    CultureAndLeisure,
    Municipality,
}
