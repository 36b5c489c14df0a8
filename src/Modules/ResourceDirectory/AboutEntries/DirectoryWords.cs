using Causeway.Ui;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>Words for what is kept about an entry; English, looked up in the reader's language where it is shown.</summary>
internal static class DirectoryWords
{
    public static string Wait(int from, int to, IStringLocalizer t) =>
        from == to ? t.Count(from, "{0} day", "{0} days") : t["{0} to {1} days", from, to];

    public static string SaidBy(WaitSaidBy by) => by switch
    {
        WaitSaidBy.Provider => "promised by the provider",
        WaitSaidBy.School => "estimated by a school",
        WaitSaidBy.Referral => "measured: a family waited so long",
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    public static string Until(WaitUntil until) => until switch
    {
        WaitUntil.FirstContact => "until the first talk",
        WaitUntil.Treatment => "until the help began",
        _ => throw new ArgumentOutOfRangeException(nameof(until)),
    };

    public static string Outcome(ReferralOutcome outcome) => outcome switch
    {
        ReferralOutcome.Accepted => "Accepted",
        ReferralOutcome.WaitingList => "Put on a waiting list",
        ReferralOutcome.Declined => "Declined",
        ReferralOutcome.Closed => "Helped and closed",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Visit(VisitKind kind) => kind switch
    {
        VisitKind.Introduction => "Introduction",
        VisitKind.WeVisited => "We visited them",
        VisitKind.TheyVisited => "They visited us",
        VisitKind.Call => "Call",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Strength(TieStrength strength) => strength switch
    {
        TieStrength.KnowsOf => "knows of them",
        TieStrength.WorkedWith => "has worked with them",
        TieStrength.Close => "close, works with them often",
        _ => throw new ArgumentOutOfRangeException(nameof(strength)),
    };
}
