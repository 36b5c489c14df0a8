using Causeway.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Instruments;

/// <summary>English words of instruments and results; the localizer's keys.</summary>
internal static class InstrumentWords
{
    public static string Of(ItemKind kind) => kind switch
    {
        ItemKind.Text => "Open question",
        ItemKind.Number => "Number",
        ItemKind.YesNo => "Yes or no",
        ItemKind.OneChoice => "One answer of several",
        ItemKind.ManyChoices => "Several answers",
        ItemKind.Date => "Day",
        ItemKind.Rating => "Rating from 1 to 5",
        ItemKind.Levels => "Four described levels",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(Polarity polarity) => polarity switch
    {
        Polarity.Normal => "Normal",
        Polarity.Reversed => "Reversed: yes, or a high number, is the gap",
        Polarity.RedFlag => "Red flag: stands above every score",
        _ => throw new ArgumentOutOfRangeException(nameof(polarity)),
    };

    public static (string Text, StateKind Kind) Of(Band band) => band switch
    {
        Band.Holds => ("Holds", StateKind.Ok),
        Band.Talk => ("Talk about it", StateKind.Wait),
        Band.Mend => ("Mend it", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(band)),
    };

    public static (string Text, StateKind Kind) Of(SpreadWord word) => word switch
    {
        SpreadWord.Close => ("Close", StateKind.Ok),
        SpreadWord.Apart => ("Apart", StateKind.Wait),
        SpreadWord.FarApart => ("Far apart", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };

    public static (string Value, string Text)[] Ratings { get; } = [("1", "1 – not at all"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5 – fully")];

    public static IEnumerable<SelectListItem> Kinds { get; } = [.. Enum.GetValues<ItemKind>().Select(k => new SelectListItem(Of(k), k.ToString()))];

    public static IEnumerable<SelectListItem> Polarities { get; } = [.. Enum.GetValues<Polarity>().Select(p => new SelectListItem(Of(p), p.ToString()))];
}
