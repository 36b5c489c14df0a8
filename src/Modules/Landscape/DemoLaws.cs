namespace Causeway.Landscape;

/// <param name="Day">Days from today; so are the others.</param>
internal sealed record DemoKnown(int Day, int NextCheck, string CheckedBy, int? InForceTo = null);

internal sealed record DemoDuty(string Code, string What, string Who, int? AgeTo = 18);

internal sealed record DemoLaw(InstrumentKind Kind, string Title, string Body, LandscapeTopic Topic, int? InForceFrom, DemoKnown[] Known, DemoDuty[] Duties)
{
    public InstrumentForm Form(DemoKnown known, DateOnly today) => new()
    {
        Kind = Kind,
        Title = Title,
        Body = Body,
        Topic = Topic,
        InForceFrom = InForceFrom is { } from ? today.AddDays(from) : null,
        InForceTo = known.InForceTo is { } to ? today.AddDays(to) : null,
        Link = Kind == InstrumentKind.Law ? "https://laws.harbour.example/" + Title.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal) : "",
        KnownOn = today.AddDays(known.Day),
        CheckedBy = known.CheckedBy,
        NextCheck = today.AddDays(known.NextCheck),
    };
}

/// <summary>Laws of a city that does not exist.</summary>
internal static class DemoLaws
{
    public static readonly DemoLaw[] All =
    [
        new(InstrumentKind.Law, "Children's Care Act", "Harbour Assembly", LandscapeTopic.LawAndPolicy, -4000,
            [new(-820, -640, "Samira Benyoucef"), new(-420, -240, "Mara Lindqvist"), new(-60, 120, "Samira Benyoucef")],
            [
                new("CCA-14", "Whoever works in a school reports a reasonable suspicion on the same day.", "Everybody who works in a school"),
                new("CCA-17", "A school names one safeguarding lead and one deputy, and tells families who they are.", "Head"),
                new("CCA-22", "The office answers a school in writing within two working days.", "Child Protection Office"),
            ]),
        new(InstrumentKind.Law, "Schools Staffing Order", "Ministry of Schools", LandscapeTopic.LawAndPolicy, -2500,
            [new(-800, -620, "Samira Benyoucef"), new(-200, -12, "Samira Benyoucef")],
            [new("SSO-3", "No adult begins work with children before references and records were read.", "Head")]),
        new(InstrumentKind.Law, "Guardians' Notice Decree", "Ministry of Justice", LandscapeTopic.LawAndPolicy, -3000,
            [new(-790, -600, "Samira Benyoucef"), new(-150, 200, "Theo Vance", -160)],
            [new("GND-2", "A school tells both guardians before it speaks with an office.", "Head")]),
        new(InstrumentKind.Policy, "City Plan for Children with Disabilities", "Harbour City Council", LandscapeTopic.ContinuumOfCare, -500,
            [new(-480, -300, "Samira Benyoucef"), new(-30, 150, "Anke Brodersen")],
            [new("CPD-5", "Children with disabilities are heard on what concerns them, in a form they can use.", "Every school and office"), new("CPD-8", "A place with therapy on site is offered within six weeks.", "City school office", 21)]),
        new(InstrumentKind.Standard, "Good Practice for Night Duty", "Council of Harbour Hospitals", LandscapeTopic.Structures, -900,
            [new(-310, -130, "Theo Vance"), new(-100, 80, "Theo Vance")],
            [new("GPN-1", "A child brought in at night is seen by a paediatrician within one hour.", "City Hospital")]),
        new(InstrumentKind.Treaty, "Straits Convention on Children", "Assembly of the Straits", LandscapeTopic.LawAndPolicy, -6000,
            [new(-700, -300, "Samira Benyoucef"), new(-5, 360, "Samira Benyoucef")],
            [new("SCC-9", "A child is heard in its own language.", "Every authority")]),
    ];

    public static CountryForm Country(string duty, int years) => new()
    {
        Roles = "Safeguarding lead and deputy in every school.\nA school nurse where more than 300 pupils are taught.",
        Ages = "A child until 18.\nFrom 14 asked on its own about records and therapy.\nFrom 16 agrees alone to counselling.",
        Bodies = "Child Protection Office, duty desk day and night.\nHarbour Police, children's desk.\nFamily Court.",
        DutyToReport = duty,
        Retention = "A child's protection file is kept after the child has left school, then erased.",
        RetentionYears = years,
        Source = "Children's Care Act, sections 14 and 31",
    };
}
