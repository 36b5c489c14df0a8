namespace Causeway.ResourceDirectory;

/// <summary>What can be said of a professional or a service, in the order pages show it. Stored as words.</summary>
internal enum FactField
{
    Name,

    /// <summary>The same name in another script or spelling.</summary>
    OtherName,
    Gender,
    Profession,
    Position,
    SchoolRole,
    Organisation,

    /// <summary>Where somebody works who is paid by the institution; <see cref="Fact.Detail"/> holds the days present.</summary>
    BasedAt,
    BodyKind,
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

    /// <summary>Latitude in <see cref="Fact.From"/>, longitude in <see cref="Fact.To"/>, degrees of WGS 84.</summary>
    MapPoint,
    HelpOffered,
    Family,
    Concern,
    Stage,
    Methods,
    DoesNotTake,
    Powers,
    Limits,
    Thresholds,
    Languages,
    Ages,
    Delivery,
    ReferralRoute,
    WaitingTime,
    Availability,
    Fee,
    Insurance,
    Hours,
    Days,
    Deputy,
    Cultures,
    Licence,
    LicenceUntil,
    Stability,
    LeavesOn,
    Successor,
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

    /// <summary>Schools chosen by name; each has a copy of its own (<see cref="LentCopy"/>).</summary>
    NamedSchools,
    Network,

    /// <summary>All schools of the network, and everybody who reads the network's public feed.</summary>
    PublicFeed,
}

internal static class SharingReach
{
    /// <summary>For queries: what the directory of the network is made of.</summary>
    public static readonly Sharing[] InNetwork = [Sharing.Network, Sharing.PublicFeed];

    public static bool ReachesNetwork(this Sharing sharing) => sharing is Sharing.Network or Sharing.PublicFeed;
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

/// <summary>What kind of body gives the help. Small informal groups stand beside ministries.</summary>
internal enum BodyKind
{
    Statutory,
    Ngo,
    FaithBody,
    CommunityGroup,
    InformalGroup,
    IndividualPractitioner,
    School,
}

/// <summary>Where on the way from prevention to after-care a service helps.</summary>
internal enum HelpStage
{
    Prevention,
    EarlyHelp,
    Protection,
    AlternativeCare,
    AfterCare,
}

/// <summary>How likely somebody is to stay in the city. Nothing said: unknown.</summary>
internal enum Stability
{
    Resident,
    Expatriate,
}
