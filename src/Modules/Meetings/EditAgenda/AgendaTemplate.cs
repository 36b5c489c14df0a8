using System.Globalization;
using Causeway.Kernel;

namespace Causeway.Meetings;

/// <param name="Presenter">Empty: to be settled.</param>
internal sealed record TemplateLine(string Title, int Minutes, string Presenter);

/// <summary>The standing agenda as a person writes it: a line an item, "Actions from last time | 10 | The chair".</summary>
internal static class AgendaTemplate
{
    public const int MostLines = 30;

    public static readonly Refusal BadLine =
        new("template.bad-line", "Line {0}: write “What it is about | minutes | who presents”, the last two if you like.", "Template", 0);

    public static readonly Refusal TooLong = new("template.too-long", "A standing agenda has {0} lines at most.", "Template", MostLines);

    /// <summary>Two schools talk shorter than a network.</summary>
    public static string Default(MeetingKind kind) => kind switch
    {
        MeetingKind.Network =>
            "Welcome and attendance by school | 5\nConflicts of interest | 3\nActions from last time | 10\nChanges in the resource list | 10\nPolicy and training | 10\nNews from authorities | 10\nPeer consultations, no child named | 10\nDecisions | 10\nNext dates | 2",
        MeetingKind.Parent => "Welcome and who is on hand | 5\nThe topic | 40\nQuestions, also unsigned | 20\nWhere to find help | 10",
        _ => "Actions from last time | 10\nProgress | 20\nConcerns | 20\nNext dates | 10",
    };

    public static (IReadOnlyList<TemplateLine> Lines, Refusal? Refusal) Read(string? text)
    {
        var lines = new List<TemplateLine>();
        if ((text ?? "").Length > MeetingSeries.LongestTemplate)
        {
            return (lines, TooLong);
        }

        var number = 0;
        foreach (var raw in (text ?? "").Split('\n'))
        {
            number++;
            var parts = raw.Split('|', StringSplitOptions.TrimEntries);
            if (raw.Trim().Length == 0)
            {
                continue;
            }

            var minutes = 0;
            var fine = parts.Length <= 3 && parts[0].Length is > 0 and <= AgendaItem.LongestTitle
                && (parts.Length < 2 || parts[1].Length == 0 || (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minutes) && minutes <= 600))
                && (parts.Length < 3 || parts[2].Length <= AgendaItem.LongestPresenter);
            if (!fine)
            {
                return (lines, BadLine with { Values = [number] });
            }

            lines.Add(new TemplateLine(parts[0], minutes, parts.Length < 3 ? "" : parts[2]));
        }

        return lines.Count > MostLines ? (lines, TooLong) : (lines, null);
    }
}
