namespace Causeway.Networks;

/// <summary>
/// The items a school begins with: written for Causeway, not a copy of anybody's standard. Each school rewords, adds to and
/// drops them as its law and its own rules ask.
/// </summary>
internal static class ReadinessStart
{
    public static readonly IReadOnlyList<(ReadinessArea Area, string Text)> Items =
    [
        (ReadinessArea.Policy, "Our child protection policy was read and approved by the board within the last year."),
        (ReadinessArea.Policy, "The policy names this country's duty to report, with the law."),
        (ReadinessArea.Policy, "There is a version that children can read."),
        (ReadinessArea.Policy, "Every colleague signed the code of conduct this school year."),
        (ReadinessArea.People, "A safeguarding lead and a deputy are named, and everybody knows their faces."),
        (ReadinessArea.People, "The lead has hours in the timetable for this work."),
        (ReadinessArea.People, "Somebody stands in on trips, at weekends and in the holidays."),
        (ReadinessArea.People, "The board has one member who asks about child protection at every meeting."),
        (ReadinessArea.Recruitment, "Nobody starts before references and police records from every country of the last ten years are in."),
        (ReadinessArea.Recruitment, "Each interview has a question about keeping children safe, and the answer is noted."),
        (ReadinessArea.Recruitment, "Volunteers, coaches and drivers are checked like staff."),
        (ReadinessArea.Reporting, "A new colleague can say on the first day to whom a worry goes."),
        (ReadinessArea.Reporting, "A worry about the head or about the lead has a way of its own."),
        (ReadinessArea.Reporting, "Allegations against adults follow written steps, with an outside contact."),
        (ReadinessArea.Records, "Records of concerns are kept apart from pupils' files, and access is noted."),
        (ReadinessArea.Records, "When a child changes school, its record goes to the next lead with a receipt."),
        (ReadinessArea.Records, "Records that are no longer needed are destroyed on a set day."),
        (ReadinessArea.Children, "Children were taught this year whom to tell, in words of their age."),
        (ReadinessArea.Children, "A child can complain without asking an adult for permission."),
        (ReadinessArea.Children, "We asked children this year where they feel unsafe, and changed something."),
        (ReadinessArea.Parents, "Parents had an evening on child protection this year."),
        (ReadinessArea.Parents, "Parents find the names of lead and deputy without asking."),
        (ReadinessArea.Parents, "What we tell parents stands in every language that ten or more families speak."),
        (ReadinessArea.Visitors, "Every visitor is met, signed in and never alone with children."),
        (ReadinessArea.Visitors, "Our rules for pictures of children cover phones, events and former pupils."),
        (ReadinessArea.Visitors, "Whoever rents our rooms follows our policy, in writing."),
    ];
}
