using System.Globalization;

namespace Causeway.Networks;

internal sealed record DayBar(int X, int Width, int Y, DayPartKind Kind, string Words);

internal sealed record DayTick(int X, string Clock);

/// <param name="Y">Top of its lane.</param>
internal sealed record DayLane(int Y, string Name, string Zone, IReadOnlyList<DayBar> Bars, IReadOnlyList<DayTick> Ticks);

/// <summary>One day of several places under each other, each with its own clock below it. Left is the first place's midnight.</summary>
/// <param name="Shared">Where staff can meet everywhere: two lines through all lanes.</param>
internal sealed record DayPicture(int Width, int Height, IReadOnlyList<DayLane> Lanes, IReadOnlyList<(int From, int To)> Shared)
{
    private const int Left = 24, Across = 816, Lane = 84, Top = 8, HoursPerTick = 3;
    private const int WeekMinutes = 7 * DayOverlap.DayMinutes;

    public static DayPicture Of(IReadOnlyList<SchoolTimesCard> places, DifferenceSpan span, DayOfWeek day, Func<DayPartKind, string> words) => new(
        Left + Across + 24,
        Top + (places.Count * Lane),
        [.. places.Select((p, i) => new DayLane(Top + (i * Lane), p.Name, p.Zone, [.. Bars(p, Top + (i * Lane), span.Behind[i], day, words)], [.. Ticks(span.Behind[i])]))],
        [.. DayOverlap.Of(places, span.Behind, day, p => p.StaffDay).Select(s => (X(s.From), X(s.To)))]);

    private static int X(int minute) => Left + (minute * Across / DayOverlap.DayMinutes);

    private static IEnumerable<DayBar> Bars(SchoolTimesCard place, int top, int behind, DayOfWeek day, Func<DayPartKind, string> words)
    {
        foreach (var part in place.Parts.OrderBy(p => p.Kind))
        {
            var length = DayOverlap.Minute(part.To) - DayOverlap.Minute(part.From);
            var at = ((DayOverlap.Index(part.Day) - DayOverlap.Index(day)) * DayOverlap.DayMinutes) + DayOverlap.Minute(part.From) + behind;
            at = ((at % WeekMinutes) + WeekMinutes) % WeekMinutes;
            at = at + length > WeekMinutes ? at - WeekMinutes : at;
            var (from, to) = (Math.Max(at, 0), Math.Min(at + length, DayOverlap.DayMinutes));
            if (from < to)
            {
                var text = $"{words(part.Kind)} {Clock(part.From)}–{Clock(part.To)}{(part.Title.Length > 0 ? ": " + part.Title : "")}";
                yield return new(X(from), X(to) - X(from), top + (part.Kind == DayPartKind.Staff ? 48 : 24), part.Kind, text);
            }
        }
    }

    private static IEnumerable<DayTick> Ticks(int behind)
    {
        for (var minute = 0; minute < DayOverlap.DayMinutes; minute += HoursPerTick * 60)
        {
            var local = (((minute - behind) % DayOverlap.DayMinutes) + DayOverlap.DayMinutes) % DayOverlap.DayMinutes;
            yield return new(X(minute), Clock(new TimeOnly(local / 60, local % 60)));
        }
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
