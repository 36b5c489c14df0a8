namespace Causeway.Networks;

/// <summary>English heading and hint of each section; the localizer's keys.</summary>
internal static class CharterWords
{
    public static (string Label, string Hint) Of(CharterSection section) => section switch
    {
        CharterSection.Purpose => ("Purpose", "What will be better for children because you work together?"),
        CharterSection.Driver => ("What began it", "The need or the event that brought you together."),
        CharterSection.Norms => ("How we treat each other", "What you promise instead of rivalry: about pupils, staff, and speaking of each other. A change here asks every school to sign anew."),
        CharterSection.Members => ("Members and their kinds", "Core, affiliate, observer: what each may and must do."),
        CharterSection.Joining => ("Joining", "Who may ask, who decides, how long it takes."),
        CharterSection.Leaving => ("Leaving", "How much notice, and what happens to what was shared."),
        CharterSection.Representation => ("Every school is represented", "How many people of each school come to each meeting."),
        CharterSection.Chair => ("Chair and rotation", "Who chairs, for how long, who comes next."),
        CharterSection.Secretary => ("Secretary", "Who writes the minutes and keeps the papers."),
        CharterSection.Rhythm => ("Rhythm of meetings", "How often, on which day, on whose clock."),
        CharterSection.Quorum => ("Quorum", "How many schools, not people, must be there to decide."),
        CharterSection.DecisionRule => ("How we decide", "By consent, by majority of schools, and what happens when one school says no."),
        CharterSection.Confidentiality => ("Confidentiality", "What stays in the room."),
        CharterSection.NoCaseIdentity => ("No child can be recognised", "How you speak about experience with children without making one known."),
        CharterSection.DataSharing => ("What we share as data", "Which lists, with whom, and who corrects them."),
        CharterSection.CostShare => ("Sharing the cost", "Who pays what, and the rule for schools with less."),
        CharterSection.AuthorityLiaison => ("Ties with authorities", "One school keeps each tie; how others use it."),
        CharterSection.Training => ("Training together", "What you plan to learn together this year."),
        CharterSection.YearlyReport => ("Yearly report", "Who tells whom what became of it."),
        CharterSection.Dispute => ("When we disagree", "The steps, and who helps."),
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    public static (string Text, Ui.StateKind Kind) Of(SigningState state) => state switch
    {
        SigningState.Signed => ("Signed", Ui.StateKind.Ok),
        SigningState.LapsesSoon => ("Signed, lapses soon", Ui.StateKind.Wait),
        SigningState.Lapsed => ("Lapsed: sign again", Ui.StateKind.Stop),
        SigningState.Outdated => ("Signed before the norms changed", Ui.StateKind.Stop),
        SigningState.Unsigned => ("Not signed", Ui.StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
