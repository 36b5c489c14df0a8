namespace Causeway.Partnerships;

/// <summary>The parts of a partnership, the same on each of their pages.</summary>
/// <param name="Here">Address of the partnership.</param>
/// <param name="Current">The path of the part that is shown.</param>
internal sealed record PartTabs(string Here, string Current)
{
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
        [("", "Overview"), ("/sheets", "What each wants"), ("/plan", "Plan"), ("/agreement", "Agreement"), ("/projects", "Projects"), ("/files", "Files"), ("/health", "Health"), ("/reviews", "Reviews")];
}
