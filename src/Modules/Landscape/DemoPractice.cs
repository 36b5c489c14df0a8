namespace Causeway.Landscape;

internal sealed record DemoNote(string Writer, string Code, string Place, PracticeState State, WitnessKind Witness, Confidence Confidence, int Seen, int Recheck, string Paper, string Practice)
{
    public string Consequence { get; init; } = "";

    public string Meanwhile { get; init; } = "";

    public string Press { get; init; } = "";

    public CoverKind Cover { get; init; }

    public (string Body, Answer Lawful, Answer Lasting) By { get; init; } = ("", Answer.Unknown, Answer.Unknown);

    public PracticeForm Form(DateOnly today) => new()
    {
        Locality = Place, State = State, OnPaper = Paper, InPractice = Practice, Witness = Witness, Confidence = Confidence, SeenOn = today.AddDays(Seen),
        RecheckOn = today.AddDays(Recheck), Consequence = Consequence, Meanwhile = Meanwhile, Press = Press, Cover = Cover,
        CoveredBy = By.Body, CoverLawful = By.Lawful, CoverLasting = By.Lasting, NoChild = true,
    };
}

internal sealed record DemoEngagement(string Writer, EngagementKind Kind, string Office, string Roles, int Officials, int Day, string About, string Outcome)
{
    public EngagementForm Form(DateOnly today) => new() { Kind = Kind, Office = Office, Roles = Roles, Officials = Officials, On = today.AddDays(Day), About = About, Outcome = Outcome };
}

internal sealed record DemoMechanism(string Writer, string Name, MechanismKind Kind, string LedBy, string Reach, TrustLevel Trust, string Why, string Harm, string Route, int Day)
{
    public MechanismForm Form(DateOnly today) => new()
    {
        Name = Name, Kind = Kind, LedBy = LedBy, Reach = Reach, Trust = Trust, TrustWhy = Why, DoNoHarm = Harm, FormalRoute = Route, SpokenOn = today.AddDays(Day),
    };
}

internal sealed record DemoForum(string Name, string Convenor, string Rhythm, string Terms, string School, (string Person, int From, int Until)[] Seats, (int Day, string Notes)[] Days);

/// <summary>What is seen in a city that does not exist.</summary>
internal static class DemoPractice
{
    private const string Police = "Harbour Police, Children's Desk";
    private const string Care = "Child Protection Office, Duty Desk";
    private const string Hospital = "City Hospital, Children's Emergency Room";
    private const string Court = "Family Court, Registry";

    public static readonly DemoNote[] All =
    [
        new("mara", "CCA-14", "Old Port", PracticeState.InPart, WitnessKind.OurStaff, Confidence.OneTeller, -400, -220, "Reported on the same day.", "Staff waited for the head's word first."),
        new("mara", "CCA-14", "Old Port", PracticeState.AsWritten, WitnessKind.OurStaff, Confidence.SeenByUs, -90, 90, "Reported on the same day.", "The desk answers at once; reports go in the same afternoon."),
        new("anke", "CCA-14", "North Quay", PracticeState.InPart, WitnessKind.OtherSchool, Confidence.TwoTellers, -70, 110, "Reported on the same day.", "After four in the afternoon reports wait until the next morning.")
        {
            Consequence = "A Friday report is read on Monday.", Meanwhile = "Leads ring the night number of the police desk.", Press = "Head of the duty desk", Cover = CoverKind.Somebody, By = (Police, Answer.Yes, Answer.No),
        },
        new("theo", "CCA-22", "Ropewalk", PracticeState.Otherwise, WitnessKind.OurStaff, Confidence.SeenByUs, -45, -3, "A written answer within two working days.", "Of the last nine answers two came in time; four never came.")
        {
            Consequence = "Schools do not know whether anybody looks.", Meanwhile = "The coordinator asks once a week, with numbers and no names.", Press = "Director of the Child Protection Office", Cover = CoverKind.Nobody,
        },
        new("samira", "CCA-22", "Old Port", PracticeState.InPart, WitnessKind.Official, Confidence.TwoTellers, -20, 160, "A written answer within two working days.", "By phone within two days, in writing within three weeks.")
        {
            Meanwhile = "We confirm each call by letter ourselves.", Press = "Head of the duty desk", Cover = CoverKind.Somebody, By = ("Our own schools", Answer.Yes, Answer.Unknown),
        },
        new("anke", "CPD-8", "Saltmarsh", PracticeState.Otherwise, WitnessKind.Families, Confidence.TwoTellers, -30, 60, "A place with therapy within six weeks.", "Families are told to wait a year, or to pay.")
        {
            Consequence = "Children stay at home or in classes without support.", Meanwhile = "Two schools lend their therapist one morning a week.", Press = "City school office", Cover = CoverKind.Somebody, By = ("Saltmarsh Parents' Tea Table", Answer.Unknown, Answer.No),
        },
        new("theo", "GPN-1", "Whole city", PracticeState.Unknown, WitnessKind.Nobody, Confidence.Unknown, -14, 40, "Seen within one hour at night.", ""),
        new("mara", "SCC-9", "Whole city", PracticeState.InPart, WitnessKind.Professional, Confidence.OneTeller, -6, 170, "Heard in its own language.", "In court yes; at the desks an older sister or brother translates.")
        {
            Consequence = "Siblings hear what they should not.", Meanwhile = "We bring our own interpreter.", Press = "Ministry of Justice", Cover = CoverKind.NotAsked,
        },
        new("samira", "SSO-3", "Whole city", PracticeState.AsWritten, WitnessKind.Report, Confidence.ReportOnly, -120, 2, "References and records are read first.", "The yearly report of the ministry says so of all schools."),
    ];

    public static readonly DemoEngagement[] Engagements =
    [
        new("mara", EngagementKind.Training, Police, "Desk officers, night and day", 14, -640, "How a school sounds when it rings at night", "The desk asked for it again next year"),
        new("samira", EngagementKind.Awareness, Care, "Head of the desk, three officers", 4, -560, "What international schools are and are not", "They ask the network before the press"),
        new("theo", EngagementKind.Information, Court, "Registrar", 1, -480, "What a school may be asked for", "A one-page list, in use since"),
        new("samira", EngagementKind.Decision, Care, "Director, head of the desk", 2, -300, "Answers in writing within two days", "Agreed on paper"),
        new("mara", EngagementKind.Training, Police, "New desk officers", 9, -270, "Speaking with a child and somebody it trusts", ""),
        new("anke", EngagementKind.Training, Hospital, "Nurses of the emergency room", 11, -210, "Signs that a school sees and a hospital does not", "Every second month from now on"),
        new("theo", EngagementKind.Awareness, Court, "Two judges, registrar", 3, -150, "Children who speak another language", "A list of interpreters is asked for"),
        new("samira", EngagementKind.Information, Care, "Head of the desk", 1, -80, "Numbers of unanswered reports", "To be looked at in the city table"),
        new("samira", EngagementKind.Decision, "City school office", "Head of the office", 1, -25, "A first round of places with therapy", "Three places before spring"),
        new("mara", EngagementKind.Information, Police, "Head of the desk", 1, -4, "Who is on duty in the holidays", "Names of duties are sent every quarter"),
    ];

    public static readonly DemoMechanism[] Mechanisms =
    [
        new("anke", "Saltmarsh Parents' Tea Table", MechanismKind.Informal, "Two grandmothers of the quarter", "Some forty families, most of them new in the city", TrustLevel.Trusted, "Three years of Thursdays; nothing said there was ever heard elsewhere", "Never ask there about a single family. Never come with anybody in uniform.", "The school's lead rings the duty desk; the table is not asked to report.", -10),
        new("theo", "Interfaith Family Table", MechanismKind.FaithBody, "The table's speaker", "Families of five communities", TrustLevel.WithCare, "Helps fast with beds and food; some speakers prefer to settle harm among families", "Do not leave a child's safety to a talk between families.", "Report first, then ask the table for help with the rest.", -70),
        new("mara", "Harbour Youth Club", MechanismKind.Ngo, "The club's office", "Young people from 12 to 20 in the Old Port", TrustLevel.Trusted, "Staff are trained with ours and report themselves", "No photographs, no lists of who comes.", "The club reports in its own name; the school is told.", -130),
        new("samira", "Night walkers of the quays", MechanismKind.CommunityGroup, "A dockers' society", "Whoever is on the quays at night", TrustLevel.Unknown, "", "Do not send a young person to them before somebody has met them.", "Police desk, day and night.", -420),
    ];

    public static readonly DemoForum[] Forums =
    [
        new("City Table for Children", "Harbour City Council", "Every quarter", "Decides on the city plan for children. Twelve seats, one of them for schools of other languages.", "Lantern Hill International School",
            [("mara", -720, -1), ("mara", 0, 33)], [(-190, "Places with therapy: the office promises numbers for the autumn."), (-98, "Numbers came late. We asked for three places before spring."), (12, "")]),
        new("Round of the Duty Desk", "Child Protection Office", "Every second month", "Schools and the desk talk about how reports go, never about a single one.", "Ropewalk International College",
            [("theo", -300, 400)], [(-61, "Answers in writing: the desk says it lacks a clerk."), (-2, "")]),
        new("Hospital and Schools", "City Hospital", "Twice a year", "What both sides see of the same children, without names.", "North Quay Community School",
            [("anke", -800, -30)], [(-230, "Night duty: an hour is the aim, nobody counts it.")]),
    ];
}

internal sealed record DemoPlan(string Writer, string Reference, string Role, string Support, string Format, int Opened, bool Consent, string? Changed, bool Stopped = false)
{
    public ParticipationForm Form(DateOnly today) => new()
    {
        Reference = Reference, Role = Role, Support = Support, Format = Format, Cover = "The counsellor, the whole time",
        ConsentOn = Consent ? today.AddDays(Opened - 5) : null, AssentOn = Consent ? today.AddDays(Opened - 3) : null,
        AssentHow = Consent ? "Chose the yes card twice, a day apart" : null, BeginsOn = Consent ? today.AddDays(Opened) : null,
    };
}

/// <summary>Plans of schools that do not exist. The references lead nowhere.</summary>
internal static class DemoParticipation
{
    public static readonly DemoPlan[] All =
    [
        new("mara", "LH-204", "Working group on the playground", "A quiet seat, questions a day before", "Pictures", -160, true, "The gate to the garden can be opened from a wheelchair."),
        new("mara", "LH-117", "Reading the safeguarding page of the school", "Time, a reader", "Easy words and sound", -120, true, "The page has a version with pictures and a voice."),
        new("mara", "LH-231", "Working group on the playground", "Signs", "Signs", -60, true, null, true),
        new("mara", "LH-240", "Talk with the City Table for Children", "A rehearsal, a break after ten minutes", "Sound", -6, false, null),
        new("theo", "RW-31", "Choosing the new bus company", "A friend along", "Pictures", -140, true, "The company must have a ramp on every line."),
        new("theo", "RW-44", "Rules of the boarding house", "Large print", "Easy words", -130, true, "Night rounds knock first."),
        new("theo", "RW-52", "Rules of the boarding house", "Time", "Easy words", -80, true, "Nothing yet; the house answers in January."),
        new("anke", "NQ-8", "Interview of new staff", "A short list of questions", "Easy words", -110, true, "One question of every interview is theirs."),
        new("anke", "NQ-12", "Interview of new staff", "A seat by the door", "Easy words", -100, true, "One question of every interview is theirs."),
        new("anke", "NQ-15", "Sports day", "A timer", "Pictures", -70, true, "Two races begin without a shot."),
    ];
}
