using System.Globalization;
using Causeway.Instruments;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>English words of reviews; the localizer's keys.</summary>
internal static class ReviewWords
{
    public static IReadOnlyList<SelectListItem> Lenses { get; } = [.. Enum.GetValues<Lens>().Select(l => new SelectListItem(Of(l).Name, l.ToString()))];

    public static IReadOnlyList<SelectListItem> AimStates { get; } = [.. Enum.GetValues<AimState>().Select(s => new SelectListItem(Of(s), s.ToString()))];

    public static IReadOnlyList<SelectListItem> Alike { get; } = [.. Enum.GetValues<Alikeness>().Select(a => new SelectListItem(Of(a), a.ToString()))];

    public static IReadOnlyList<SelectListItem> Needs { get; } = [.. Enum.GetValues<StillLive>().Select(n => new SelectListItem(Of(n), n.ToString()))];

    public static IReadOnlyList<SelectListItem> Felt { get; } = [.. Enumerable.Range(1, FeltBalance.Highest).Select(f => new SelectListItem(KeepWords.OfFelt(f).Text, f.ToString(CultureInfo.InvariantCulture)))];

    public static IReadOnlyList<SelectListItem> Steps { get; } = [.. Enum.GetValues<PeerStep>().Select(s => new SelectListItem(Of(s), s.ToString()))];

    public static IReadOnlyList<SelectListItem> Ends { get; } = [.. new[] { FindingEnd.Action, FindingEnd.Decision, FindingEnd.NoAction }.Select(e => new SelectListItem(Of(e).Text, e.ToString()))];

    public static IReadOnlyList<SelectListItem> Outcomes { get; } = [.. Enum.GetValues<ReviewOutcome>().Select(o => new SelectListItem(Of(o), o.ToString()))];

    public static (string Name, string Question, string Hint) Of(Lens lens) => lens switch
    {
        Lens.Purpose => ("Purpose", "Why does this partnership exist today?", "In your own words, without looking anything up."),
        Lens.Aims => ("Aims", "What do we try to bring about, and how far are we?", "Also aims that were dropped quietly, and those that appeared without being decided."),
        Lens.Leadership => ("Leadership", "Who leads, and how did they come to?", "Who leads which part, whose turn is next, who carries too much, who could take over."),
        Lens.Boundaries => ("Boundaries", "What is in, what is out, and who decides?", "Decisions, money, data, what happens in a conflict, how one leaves."),
        Lens.Setting => ("Setting", "What else goes on around us?", "Other partnerships, new rules, people who carry too many, who should be at the table and is not."),
        _ => throw new ArgumentOutOfRangeException(nameof(lens)),
    };

    public static string Of(AimState state) => state switch
    {
        AimState.Reached => "Reached",
        AimState.OnTheWay => "On the way",
        AimState.NotBegun => "Not begun",
        AimState.Dropped => "Dropped",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(Alikeness alike) => alike switch
    {
        Alikeness.Same => "They say the same",
        Alikeness.Near => "Near to each other",
        Alikeness.Different => "Different",
        Alikeness.Opposed => "Against each other",
        _ => throw new ArgumentOutOfRangeException(nameof(alike)),
    };

    public static string Of(StillLive need) => need switch
    {
        StillLive.Yes => "Yes, it is still there",
        StillLive.Fading => "It fades",
        StillLive.No => "No, it has gone",
        _ => throw new ArgumentOutOfRangeException(nameof(need)),
    };

    public static string Of(PeerStep step) => step switch
    {
        PeerStep.Example => "An example to others",
        PeerStep.Secure => "Secure",
        PeerStep.Growing => "Growing",
        PeerStep.NotYet => "Not yet",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static (string Text, StateKind Kind) Of(FindingEnd end) => end switch
    {
        FindingEnd.Open => ("Open", StateKind.Wait),
        FindingEnd.Action => ("Action", StateKind.Ok),
        FindingEnd.Decision => ("Decision", StateKind.Ok),
        FindingEnd.NoAction => ("No action, because", StateKind.Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(end)),
    };

    public static string Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Renew => "We go on",
        ReviewOutcome.Change => "We go on and change what we found",
        ReviewOutcome.End => "We end it",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static (string Text, StateKind Kind) Of(ReaderState state) => state switch
    {
        ReaderState.Proposed => ("Waits for a decision", StateKind.Wait),
        ReaderState.Allowed => ("May read it", StateKind.Ok),
        ReaderState.Refused => ("Refused", StateKind.Stop),
        ReaderState.Ended => ("Taken back", StateKind.Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static (string Text, StateKind Kind) Of(ReviewState state) => state switch
    {
        ReviewState.Open => ("Runs", StateKind.Wait),
        ReviewState.Concluded => ("Concluded", StateKind.Ok),
        ReviewState.CalledOff => ("Called off", StateKind.Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(ReviewKind kind) => kind == ReviewKind.Light ? "Light review" : "Full review";

    public static (string Text, StateKind Kind) Of(ScoreBand band) => band switch
    {
        ScoreBand.Holds => ("Holds", StateKind.Ok),
        ScoreBand.Talk => ("Talk about it", StateKind.Wait),
        ScoreBand.Mend => ("Mend it", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(band)),
    };

    public static (string Text, StateKind Kind) Of(ScoreDistance distance) => distance switch
    {
        ScoreDistance.Close => ("Close", StateKind.Ok),
        ScoreDistance.Apart => ("Apart", StateKind.Wait),
        ScoreDistance.FarApart => ("Far apart", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(distance)),
    };

    /// <summary>{0} is the side.</summary>
    public static string Of(OneSidedReason reason) => reason switch
    {
        OneSidedReason.GivesFarMore => "{0} gives far more than comes back, as it says.",
        OneSidedReason.ReceivesFarMore => "{0} receives far more than it gives, as it says.",
        OneSidedReason.NamesNothing => "{0} names nothing that it has gained.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>One decimal, of a value that was never rounded before.</summary>
    public static string Figure(decimal? value) => value is { } v ? decimal.Round(v, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.CurrentCulture) : "–";
}
