namespace Causeway.Linkage;

/// <summary>What a record stands for. A person and the service where they work are two entities.</summary>
internal enum EntityKind : byte
{
    Unknown,
    Person,
    Organisation,
}

/// <summary>An organisation's name taken apart.</summary>
/// <param name="Words">Numbers in the organisation word book.</param>
/// <param name="Initials">First letters of the words, to meet acronyms.</param>
internal sealed record OrganisationForm(int[] Words, string Initials);

/// <param name="Number">House number in the value book; 0 where there is none.</param>
/// <param name="Words">Street words in the address word book.</param>
/// <param name="Place">Number of the value "house number and longest word".</param>
internal sealed record AddressForm(int Number, int[] Words, int Place);

/// <summary>
/// Everything comparing needs to know about the records, in canonical order: one number for each record and kind of value, and
/// the taken-apart values behind the numbers. Number 0 is "unknown" throughout.
/// </summary>
internal sealed class RecordFeatures(int count)
{
    public int Count { get; } = count;

    public WordBook NameWords { get; } = new();

    public WordBook OrganisationWords { get; } = new();

    public WordBook AddressWords { get; } = new();

    public List<NameForm> Names { get; } = [NameForm.Empty];

    public List<int> NameRecords { get; } = [0];

    public List<OrganisationForm> Organisations { get; } = [new OrganisationForm([], "")];

    public List<int> OrganisationRecords { get; } = [0];

    public List<AddressForm> Addresses { get; } = [new AddressForm(0, [], 0)];

    public List<MailAddress> Mails { get; } = [default];

    public List<BirthDate> BirthDates { get; } = [default];

    public ValueBook HouseNumbers { get; } = new();

    public ValueBook Places { get; } = new();

    public ValueBook PhoneKeys { get; } = new();

    public ValueBook MailKeys { get; } = new();

    public ValueBook MailLocals { get; } = new();

    public ValueBook Domains { get; } = new();

    public ValueBook Cities { get; } = new();

    public ValueBook Postcodes { get; } = new();

    public ValueBook Births { get; } = new();

    public ValueBook Identifiers { get; } = new();

    public ValueBook Categories { get; } = new();

    public ValueBook Regions { get; } = new();

    public ValueBook Countries { get; } = new();

    public ValueBook Sources { get; } = new();

    public EntityKind[] Kind { get; } = new EntityKind[count];

    public int[] Name { get; } = new int[count];

    public int[] Organisation { get; } = new int[count];

    public int[] Address { get; } = new int[count];

    public int[] Phone { get; } = new int[count];

    public int[] SecondPhone { get; } = new int[count];

    public int[] Mail { get; } = new int[count];

    public int[] MailLocal { get; } = new int[count];

    /// <summary>The domain of the mail address.</summary>
    public int[] MailDomain { get; } = new int[count];

    /// <summary>The host of the web address, in the same book as the mail domains.</summary>
    public int[] Site { get; } = new int[count];

    public int[] City { get; } = new int[count];

    public int[] Postcode { get; } = new int[count];

    public int[] Birth { get; } = new int[count];

    public int[] Identifier { get; } = new int[count];

    public int[] Category { get; } = new int[count];

    public int[] Region { get; } = new int[count];

    public int[] Country { get; } = new int[count];

    public int[] Source { get; } = new int[count];

    /// <summary>Set when all names are read.</summary>
    public NamesakeCounts Namesakes { get; set; } = null!;

    /// <summary>By mail local number: whether it names a desk, found from the words and from the data.</summary>
    public bool[] GenericLocal { get; set; } = [];
}
