using System.Globalization;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Causeway.Meetings;

/// <summary>English words of the module's enums; the localizer's keys.</summary>
internal static class MeetingWords
{
    public static string Of(MeetingKind kind) => kind switch
    {
        MeetingKind.Network => "Network meeting",
        MeetingKind.Training => "Training",
        MeetingKind.Parent => "Parent evening",
        MeetingKind.Pupil => "Meeting with pupils",
        MeetingKind.Review => "Review",
        MeetingKind.CatchUp => "Catch-up",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(MeetingAudience audience) => audience switch
    {
        MeetingAudience.Staff => "Staff",
        MeetingAudience.Pupils => "Pupils, with an adult of each school",
        MeetingAudience.Mixed => "Staff and pupils, with an adult of each school",
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    public static (string Text, StateKind Kind) Of(MeetingState state) => state switch
    {
        MeetingState.Draft => ("Laid out", StateKind.Plain),
        MeetingState.Open => ("Open", StateKind.New),
        MeetingState.InProgress => ("In progress", StateKind.Wait),
        MeetingState.Closed => ("Closed", StateKind.Ok),
        MeetingState.Cancelled => ("Cancelled", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static (string Text, StateKind Kind) Of(Reply reply) => reply switch
    {
        Reply.NeedsAction => ("No answer yet", StateKind.Unknown),
        Reply.Accepted => ("Comes", StateKind.Ok),
        Reply.Tentative => ("Perhaps", StateKind.Wait),
        Reply.Declined => ("Does not come", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    public static (string Text, StateKind Kind) Of(SeatState state) => state switch
    {
        SeatState.Comes => ("Represented", StateKind.Ok),
        SeatState.AlternateComes => ("Alternate comes", StateKind.Ok),
        SeatState.Perhaps => ("Not sure yet", StateKind.Stop),
        SeatState.NoAnswer => ("No answer yet", StateKind.Stop),
        SeatState.NotComing => ("Nobody comes", StateKind.Stop),
        SeatState.NobodyInvited => ("Nobody invited", StateKind.Stop),
        SeatState.Excused => ("Excused", StateKind.Unknown),
        SeatState.Met => ("Met", StateKind.Ok),
        SeatState.Missed => ("Missed", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static (string Text, StateKind Kind) Of(ClashKind kind) => kind switch
    {
        ClashKind.Holiday => ("Holiday", StateKind.New),
        ClashKind.Weekend => ("Weekend", StateKind.New),
        ClashKind.Examination => ("Examinations", StateKind.Wait),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static (string Text, StateKind Kind) Of(VoteAnswer answer) => answer switch
    {
        VoteAnswer.Yes => ("Yes", StateKind.Ok),
        VoteAnswer.IfNeedBe => ("If need be", StateKind.Wait),
        VoteAnswer.No => ("No", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    public static string Of(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Once => "Once",
        Rhythm.Weekly => "Every week on that weekday",
        Rhythm.MonthlyNth => "Every month on that weekday",
        Rhythm.MonthlyLast => "Every month on the last such weekday",
        _ => throw new ArgumentOutOfRangeException(nameof(rhythm)),
    };

    public static string Of(Presence presence) => presence switch
    {
        Presence.Present => "Present",
        Presence.Late => "Late",
        Presence.Apologies => "Apologies",
        Presence.Absent => "Absent",
        _ => throw new ArgumentOutOfRangeException(nameof(presence)),
    };

    public static string Of(Part part) => part switch
    {
        Part.Representative => "Stands for the school",
        Part.Alternate => "Alternate",
        Part.Guest => "Guest",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public static string Of(DecisionRule rule) => rule switch
    {
        DecisionRule.Consent => "Consent: nobody objects",
        DecisionRule.ConsensusWithBlock => "Consensus; one block stops it",
        DecisionRule.Majority => "Majority of votes",
        DecisionRule.Advice => "One decides after taking advice",
        DecisionRule.Gradient => "Gradient of agreement",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    public static string Of(FeedReach reach) => reach switch
    {
        FeedReach.Mine => "Meetings I am invited to",
        FeedReach.School => "Meetings my school is invited to",
        FeedReach.Network => "All meetings of the network",
        _ => throw new ArgumentOutOfRangeException(nameof(reach)),
    };

    public static (string Text, StateKind Kind) Of(MinutesState state) => state switch
    {
        MinutesState.Draft => ("Draft", StateKind.Wait),
        MinutesState.Circulated => ("Circulated", StateKind.New),
        MinutesState.Approved => ("Approved", StateKind.Ok),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static (string Text, StateKind Kind) Of(ActionItem action, DateOnly today) => action.State switch
    {
        ActionState.Done => ("Done", StateKind.Ok),
        ActionState.Dropped => ("Dropped", StateKind.Unknown),
        _ => action.IsLate(today) ? ("Late", StateKind.Stop) : ("Under way", StateKind.Wait),
    };

    /// <summary>"Every month on the second Tuesday, 16:00 (Europe/London)".</summary>
    public static string Rule(MeetingSeries series, IStringLocalizer t) => Rule(series.FirstDay, series.Time, series.Rhythm, series.Interval, series.Zone, t);

    public static string Rule(DateOnly first, TimeOnly time, Rhythm rhythm, int interval, string zone, IStringLocalizer t)
    {
        var weekday = first.ToString("dddd", CultureInfo.CurrentCulture);
        var rule = rhythm switch
        {
            Rhythm.Once => t["Once"].Value,
            Rhythm.Weekly when interval == 1 => t["Every week on {0}", weekday].Value,
            Rhythm.Weekly => t["Every {0} weeks on {1}", interval, weekday].Value,
            Rhythm.MonthlyLast when interval == 1 => t["Every month on the last {0}", weekday].Value,
            Rhythm.MonthlyLast => t["Every {0} months on the last {1}", interval, weekday].Value,
            _ when interval == 1 => t["Every month on the {0} {1}", t[Nth(first)].Value, weekday].Value,
            _ => t["Every {0} months on the {1} {2}", interval, t[Nth(first)].Value, weekday].Value,
        };
        return $"{rule}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)} ({zone})";
    }

    /// <summary>"Every month on the second Tuesday, 16:00 (Europe/London). Over a year 23:00 (7 times), 22:00 (5 times)"; null for a single meeting.</summary>
    public static string? Over(SlotPoll poll, SlotOption option, string zone, IStringLocalizer t)
    {
        if (option.Rhythm == Rhythm.Once)
        {
            return null;
        }

        var rule = Rule(option.Day, option.Time, option.Rhythm, poll.Interval, poll.Zone, t);
        var clocks = PollBook.ClocksIn(poll, option, zone);
        return clocks.Count == 1 ? rule : $"{rule}. {t["Over a year in {0}: {1}", zone, string.Join(", ", clocks.Select(c => $"{c.Clock} ({t.Count(c.Times, "{0} time", "{0} times")})"))]}";
    }

    /// <summary>"D-31, Majority of votes, 5 for, 1 against: The yearly check starts on 1 May. Looked at again on 1 October 2027".</summary>
    public static string Decision(Outcome decision, IStringLocalizer t)
    {
        var votes = decision.For is null ? "" : ", " + t["{0} for, {1} against, {2} abstained", decision.For ?? 0, decision.Against ?? 0, decision.Abstained ?? 0].Value;
        var review = decision.ReviewOn?.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture) ?? "";
        return $"D-{decision.Number} ({t[Of(decision.Rule ?? DecisionRule.Consent)]}{votes}): {decision.Text} {t["Looked at again on {0}.", review]}";
    }

    public static IEnumerable<SelectListItem> VoteAnswers { get; } = [.. Enum.GetValues<VoteAnswer>().Select(a => new SelectListItem(Of(a).Text, a.ToString()))];

    public static IEnumerable<SelectListItem> Rhythms { get; } = [.. Enum.GetValues<Rhythm>().Select(r => new SelectListItem(Of(r), r.ToString()))];

    public static IEnumerable<SelectListItem> Kinds { get; } = [.. Enum.GetValues<MeetingKind>().Select(k => new SelectListItem(Of(k), k.ToString()))];

    public static IEnumerable<SelectListItem> Audiences { get; } = [.. Enum.GetValues<MeetingAudience>().Select(a => new SelectListItem(Of(a), a.ToString()))];

    public static IEnumerable<SelectListItem> Rules { get; } = [.. Enum.GetValues<DecisionRule>().Select(r => new SelectListItem(Of(r), r.ToString()))];

    private static string Nth(DateOnly first) => ((first.Day - 1) / 7) switch
    {
        0 => "first",
        1 => "second",
        2 => "third",
        _ => "fourth",
    };

    /// <summary>"PDF, 120 kB", or that it is an address.</summary>
    public static string Of(MeetingPaper paper, IStringLocalizer t) =>
        paper.FileId is null ? t["Address"].Value
        : $"{t[FileFormat.Of(paper.Ending)?.Label ?? "File"].Value}, {(paper.Bytes < 1_000_000 ? t["{0} kB", Math.Max(1, paper.Bytes / 1000)] : t["{0} MB", (paper.Bytes / 1_000_000m).ToString("0.#", CultureInfo.CurrentCulture)]).Value}";
}
