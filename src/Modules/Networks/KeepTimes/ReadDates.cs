using System.Globalization;
using System.Text.RegularExpressions;
using Causeway.Calendar;
using Causeway.Kernel;
using NodaTime;

namespace Causeway.Networks;

/// <summary>What was read out of a list or a calendar file: lines for the table, and what was passed over.</summary>
/// <param name="Unread">Numbers of lines without a date that can be read.</param>
/// <param name="LeftOut">Events with a time of day, repeated events, and those of other years.</param>
internal sealed record DatesRead(IReadOnlyList<DateLine> Lines, IReadOnlyList<int> Unread, int LeftOut);

/// <summary>
/// Reads the dates of a school year out of a pasted list or somebody's calendar file, within limits. Nothing is saved: the lines
/// stand in the table to be looked at first.
/// </summary>
internal static partial class ReadDates
{
    public const int MostOctets = 512 * 1024;
    public const int MostCharacters = 20_000;

    public static readonly Refusal TooMuch = new("times.too-much", "This is too much at once. Take the dates of one school year.", "Pasted");
    public static readonly Refusal FileTooLarge = new("times.file-too-large", "The file is larger than {0} kB. Export one calendar only.", "Upload", MostOctets / 1024);
    public static readonly Refusal Nothing = new("times.nothing", "There is no date in it that belongs to this school year.", "Pasted");

    private static readonly string[] Formats =
        ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy", "d. MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy"];

    private static readonly char[] Around = [' ', ',', ':', '-', '–', '—', '"', '(', ')'];

    public static (DatesRead? Read, Refusal? Refusal) List(string text)
    {
        if (text.Length > MostCharacters)
        {
            return (null, TooMuch);
        }

        var (lines, unread, number) = (new List<DateLine>(), new List<int>(), 0);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (lines.Count < SchoolTimes.MostDates && Line(line) is { } read)
            {
                lines.Add(read);
            }
            else
            {
                unread.Add(number);
            }
        }

        return lines.Count == 0 ? (null, Nothing) : (new(lines, unread, 0), null);
    }

    /// <param name="year">Events that begin outside of it are left out.</param>
    public static (DatesRead? Read, Refusal? Refusal) File(byte[] octets, (DateOnly First, DateOnly Last) year)
    {
        if (octets.Length > MostOctets)
        {
            return (null, FileTooLarge);
        }

        if (CalendarReader.Read(octets, out var fault, new CalendarLimits(Octets: MostOctets)) is not { } calendar)
        {
            return (null, new Refusal("times.bad-file", fault!.Message, "Upload"));
        }

        var lines = new List<DateLine>();
        foreach (var read in calendar.Events.Where(e => !e.IsCancelled && e.Start is { IsDate: true } && e.Rule is null).OrderBy(e => e.Start!.Local))
        {
            var from = Day(read.Start!.Local.Date);
            if (from >= year.First && from <= year.Last && lines.Count < SchoolTimes.MostDates)
            {
                lines.Add(Made(read.Title.Length == 0 ? "–" : read.Title, from, LastDay(read)));
            }
        }

        return lines.Count == 0 ? (null, Nothing with { Field = "Upload" }) : (new(lines, [], calendar.Events.Count - lines.Count), null);
    }

    // The end of an all-day event is the day after its last one.
    private static DateOnly LastDay(ReadEvent read)
    {
        var from = Day(read.Start!.Local.Date);
        var after = read.End is { IsDate: true } end ? Day(end.Local.Date) : from.AddDays(read.Length is { } length ? (int)Math.Min(length.TotalDays, 366) : 1);
        return after > from ? after.AddDays(-1) : from;
    }

    private static DateLine? Line(string line)
    {
        var dates = new List<DateOnly>();
        var title = DateText().Replace(line, match =>
        {
            if (dates.Count < 2 && DateOnly.TryParseExact(match.Value.Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day))
            {
                dates.Add(day);
                return "\t";
            }

            return match.Value;
        });
        return dates.Count == 0 ? null : Made(Tidy(title), dates.Min(), dates.Max());
    }

    private static string Tidy(string title)
    {
        var words = title.Split('\t', ';', '|').Select(p => Between().Replace(p.Trim(Around), "").Trim(Around)).Where(p => p.Length > 0).ToList();
        return words.Count == 0 ? "–" : string.Join(", ", words);
    }

    private static DateLine Made(string title, DateOnly from, DateOnly to) => new()
    {
        Kind = KindOf(title).ToString(),
        Title = title.Length > SchoolTimes.LongestTitle ? title[..SchoolTimes.LongestTitle] : title,
        From = DateLine.Text(from),
        To = DateLine.Text(to),
    };

    // A guess that stands in the table to be corrected.
    private static SchoolDateKind KindOf(string title) =>
        ExaminationWord().IsMatch(title) ? SchoolDateKind.Examination
        : TermWord().IsMatch(title) && !HolidayWord().IsMatch(title) ? SchoolDateKind.Term
        : SchoolDateKind.Holiday;

    private static DateOnly Day(LocalDate date) => new(date.Year, date.Month, date.Day);

    private const string Month = @"(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)";

    [GeneratedRegex(@"\b(\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\.?\s" + Month + @"\s\d{4}|" + Month + @"\s\d{1,2},?\s\d{4})\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DateText();

    [GeneratedRegex(@"(^|\s)(to|until|till|bis|au|from|von|du|on|mon|tue|wed|thu|fri|sat|sun)\.?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Between();

    [GeneratedRegex(@"exam|\btest|assessment|mock|prüfung|klausur|examen|시험", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ExaminationWord();

    [GeneratedRegex(@"\bterm\b|semester|trimest|quarter|학기", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex TermWord();

    [GeneratedRegex(@"half|holiday|break|vacation|ferien|vacances", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HolidayWord();
}
