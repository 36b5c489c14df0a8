using Causeway.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Networks;

/// <summary>English words of the self-audit; the localizer's keys. A state is always a word, the colour repeats it.</summary>
internal static class ReadinessWords
{
    public static string Of(ReadinessArea area) => area switch
    {
        ReadinessArea.Policy => "Policy and conduct",
        ReadinessArea.People => "People who answer for it",
        ReadinessArea.Recruitment => "Choosing staff and helpers",
        ReadinessArea.Reporting => "Reporting a worry",
        ReadinessArea.Records => "Records",
        ReadinessArea.Children => "Children's own voice",
        ReadinessArea.Parents => "Parents",
        ReadinessArea.Visitors => "Visitors, pictures, rooms",
        _ => throw new ArgumentOutOfRangeException(nameof(area)),
    };

    public static (string Text, StateKind Kind) Of(ReadinessState state) => state switch
    {
        ReadinessState.NotLookedAt => ("Not looked at", StateKind.Unknown),
        ReadinessState.Missing => ("Missing", StateKind.Stop),
        ReadinessState.Underway => ("Under way", StateKind.Wait),
        ReadinessState.InPlace => ("In place", StateKind.Ok),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static (string Text, StateKind Kind) Of(ReadinessBandWord word) => word switch
    {
        ReadinessBandWord.TooEarly => ("Too early to say", StateKind.Unknown),
        ReadinessBandWord.NeedsWork => ("Needs work", StateKind.Stop),
        ReadinessBandWord.OnTheWay => ("On the way", StateKind.Wait),
        ReadinessBandWord.Firm => ("Firm", StateKind.Ok),
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };

    public static (string Text, string Note) Of(ReadinessLevel level) => level switch
    {
        ReadinessLevel.Own => ("Nobody outside our school", "Peers do not even see whether you have begun."),
        ReadinessLevel.Banded => ("One word for each area", "Members of the network see “Firm”, “On the way” or “Needs work” for an area, and no item."),
        ReadinessLevel.Open => ("Each item with its state", "Members of the network see every item, its state and the next look; never your notes and who answers for it."),
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public static IEnumerable<SelectListItem> States { get; } = [.. Enum.GetValues<ReadinessState>().Select(s => new SelectListItem(Of(s).Text, s.ToString()))];

    public static IEnumerable<SelectListItem> Areas { get; } = [.. Enum.GetValues<ReadinessArea>().Select(a => new SelectListItem(Of(a), a.ToString()))];
}
