namespace Causeway.Partnerships;

/// <summary>What the plan says of one side that whoever writes to it, or draws a page for it, has to heed.</summary>
/// <param name="Band">Of the plan's internet bands; empty: nobody has said.</param>
/// <param name="Languages">Languages its people have, with their level, as the plan's lines say.</param>
internal sealed record SideProfile(int Side, string Band, IReadOnlyList<PlanRow> Languages)
{
    /// <summary>Text-first pages, and replies by link from the mail.</summary>
    public bool IsLow => Band is "none" or "low";

    /// <summary>Somebody of it needs an interpreter.</summary>
    public bool Interpreter => Languages.Any(r => r["interpreter"] == "yes");

    /// <summary>Somebody of it asked for plain words.</summary>
    public bool Plain => Languages.Any(r => r["plain"] == "yes");

    public static IReadOnlyList<SideProfile> Of(IReadOnlyList<Party> parties, IReadOnlyList<PlanRow> internet, IReadOnlyList<PlanRow> languages) =>
        [.. parties.Select(p => new SideProfile(p.Number, internet.FirstOrDefault(r => r.Side() == p.Number)?["band"] ?? "", [.. languages.Where(r => r.Side() == p.Number)]))];
}

/// <param name="Works">It does on every side, at the bands that they have.</param>
/// <param name="Why">English with {0}; the localizer's key.</param>
internal sealed record ToolLine(string Tool, bool Works, string Why, params object[] Values);

/// <summary>What will work for both: the grid of tools, held against the internet that staff really have. Pure.</summary>
internal static class ToolAdvice
{
    private static readonly string[] Order = ["none", "low", "middle", "good"];

    /// <summary>The thinnest line decides; empty while nobody has told.</summary>
    public static string Band(IEnumerable<SideProfile> sides) => sides.Select(s => s.Band).Where(Order.Contains).OrderBy(b => Array.IndexOf(Order, b)).FirstOrDefault() ?? "";

    public static string For(string band) => band switch
    {
        "none" => "Letters and the telephone. Mail is read now and then: one thing in each, and time to answer.",
        "low" => "Mail without attachments, answered by its links; the telephone for what is urgent. No video.",
        "middle" => "Pages, documents and talks by voice. Pictures small, video only as a favour.",
        "good" => "Video and common documents work, as far as they are allowed on every side.",
        _ => "Nobody has said yet what internet the staff have.",
    };

    public static IReadOnlyList<ToolLine> Of(IReadOnlyList<PlanRow> tools, IReadOnlyList<Party> parties, IReadOnlyList<SideProfile> sides) => [.. tools.Select(row => Of(row, parties, sides))];

    private static ToolLine Of(PlanRow row, IReadOnlyList<Party> parties, IReadOnlyList<SideProfile> sides)
    {
        foreach (var party in parties)
        {
            foreach (var (cell, no) in new[] { ("allowed", "It is not allowed at {0}."), ("works", "It does not work at {0}."), ("account", "Not everybody at {0} has an account.") })
            {
                if (row[$"{cell}.{party.Number}"] != "yes")
                {
                    return new(row["tool"], false, row[$"{cell}.{party.Number}"] == "no" ? no : "Not everything is known of {0} yet.", party.Name);
                }
            }
        }

        return sides.FirstOrDefault(s => s.IsLow) is { } low && row["needs"] == "video"
            ? new(row["tool"], false, "The internet at {0} does not carry video.", parties.First(p => p.Number == low.Side).Name)
            : new(row["tool"], true, "It is allowed, works and has accounts on every side.");
    }
}
