namespace Causeway.ResourceDirectory;

/// <summary>What a column of a list may hold. Two columns may hold the same thing.</summary>
internal enum ListColumn
{
    /// <summary>Not guessed: a person chooses.</summary>
    Unknown,

    /// <summary>A person chose to leave it out; the text stays on the raw row.</summary>
    KeepOnly,

    /// <summary>A person in one row, a body in the next.</summary>
    PersonOrBody,
    PersonName,
    GivenName,
    FamilyName,
    OtherName,
    Title,
    Gender,
    Profession,
    Position,
    Organisation,
    BasedAt,
    BodyKind,
    ContactPerson,
    Phone,
    DirectLine,
    Mobile,
    Fax,
    Extension,
    Email,
    Website,
    Address,
    Street,
    City,
    Postcode,
    Area,
    Country,
    Latitude,
    Longitude,
    Languages,
    HelpOffered,
    Category,

    /// <summary>One of the ten families, by its name.</summary>
    Family,
    Concern,
    Stage,
    Methods,
    DoesNotTake,
    Powers,
    Limits,
    Thresholds,
    Ages,
    Fee,
    Insurance,
    Hours,
    Days,
    WaitingTime,
    Availability,
    Delivery,
    InsideSchool,
    SchoolRole,
    Deputy,
    ReferralRoute,
    Cultures,
    Description,

    /// <summary>Seen by the own school alone.</summary>
    Notes,
    Licence,
    LicenceUntil,
    ConfirmedOn,
    Stability,
    LeavesOn,
    Successor,
    Status,

    /// <summary>The identifier of the row in the system it came from.</summary>
    RecordId,
    Source,

    /// <summary>Recognised in order not to be taken: a directory of professionals needs no date of birth. Stays on the raw row.</summary>
    BirthDate,

    /// <summary>Why a row waits, as the reader of a directory found it; such a row is held until a person empties the cell.</summary>
    HeldWhy,
}
