using Causeway.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <param name="Here">Address of the partnership.</param>
internal sealed record KeepTabs(string Here, string Current)
{
    public static IReadOnlyList<(string Name, string Text)> All { get; } =
        [("health", "Health"), ("contacts", "Contacts"), ("talks", "Talks"), ("balance", "Give and take"), ("learned", "Learned"), ("hand-overs", "Hand-over"), ("sponsors", "Sponsors"), ("reviews", "Reviews")];
}

/// <summary>English words of what keeps a partnership alive; the localizer's keys.</summary>
internal static class KeepWords
{
    public static (string Name, string Title, string Day) Of(ContactKind kind) => kind switch
    {
        ContactKind.Meeting => ("Meeting", "A meeting, held or missed", "Day of the meeting"),
        ContactKind.Message => ("Message", "A message that waits for an answer", "Sent on"),
        ContactKind.Action => ("Action", "An action that was agreed on", "Agreed on"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>{0} the side, {1} the number of the sign; and what may help.</summary>
    public static (string Text, string Next) Of(SignalKind kind) => kind switch
    {
        SignalKind.MissedMeetings => ("{1} meetings in a row were missed.", "Choose a time that suits both clocks, or make the meetings rarer and keep them."),
        SignalKind.LateReply => ("{0} has not answered within the days it promised.", "Ask by another way whether they are well. Then make the promise one that both can keep."),
        SignalKind.OverdueAction => ("{0} has not done an action by its day.", "Ask what stands in the way: do it together, set a new day, or let it go."),
        SignalKind.SingleOwner => ("{0} stands on a single owner.", "Name a second owner before somebody leaves."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<ContributionKind>().Select(k => new SelectListItem(Of(k).Name, k.ToString()))];

    public static (string Name, string Unit) Of(ContributionKind kind) => kind switch
    {
        ContributionKind.Hours => ("Time", "hours"),
        ContributionKind.Hosting => ("Hosting", "guest days"),
        ContributionKind.Travel => ("Travel", "journeys"),
        ContributionKind.Money => ("Money", ""),
        ContributionKind.Materials => ("Materials", "pieces"),
        ContributionKind.DecisionsLed => ("Decisions led", "decisions"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static (string Text, StateKind Kind) OfFelt(int felt) => felt switch
    {
        1 => ("We give far more than comes back", StateKind.Stop),
        2 => ("We give somewhat more", StateKind.Wait),
        3 => ("It evens out", StateKind.Ok),
        4 => ("We receive somewhat more", StateKind.Wait),
        5 => ("We receive far more than we give", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(felt)),
    };

    public static (string Name, string Hint) Of(HandOverPart part) => part switch
    {
        HandOverPart.Contacts => ("Contacts", "Who is who on the other side, and how each likes to be reached."),
        HandOverPart.Files => ("Files", "Where they lie, and who can open them from now on."),
        HandOverPart.Accounts => ("Accounts", "Of the tools you share. Passwords are changed, never passed on."),
        HandOverPart.Actions => ("Open actions", "What this side has promised and not done yet."),
        HandOverPart.NextMeeting => ("Next meeting", "When it is, and that the successor comes along."),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}

/// <summary>Three terms in a school year that turns on the first of August: to December, to April, to July.</summary>
internal static class SchoolTerm
{
    /// <summary>"2026/27-1"; sorts by time.</summary>
    public static string Of(DateOnly day) => $"{Plan.YearOf(day)}-{(day.Month >= 8 ? 1 : day.Month <= 4 ? 2 : 3)}";

    public static string YearOf(string term) => term[..7];

    public static string Words(string term) => term[^1] switch
    {
        '1' => "August to December {0}",
        '2' => "January to April {0}",
        _ => "May to July {0}",
    };

    /// <summary>The calendar year in which the term lies.</summary>
    public static int YearIn(string term) => int.Parse(term.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) + (term[^1] == '1' ? 0 : 1);

    public static DateOnly LastDay(string term) => new(YearIn(term), term[^1] switch { '1' => 12, '2' => 4, _ => 7 }, term[^1] == '2' ? 30 : 31);

    /// <summary>Every term from one day to another, the latest first.</summary>
    public static IReadOnlyList<string> Between(DateOnly from, DateOnly to)
    {
        var terms = new List<string>();
        for (var day = new DateOnly(from.Year, from.Month, 1); day <= to; day = day.AddMonths(1))
        {
            if (terms.Count == 0 || terms[^1] != Of(day))
            {
                terms.Add(Of(day));
            }
        }

        terms.Reverse();
        return terms;
    }
}
