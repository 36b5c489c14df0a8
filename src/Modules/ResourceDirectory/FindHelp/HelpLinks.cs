namespace Causeway.ResourceDirectory;

internal static class HelpLinks
{
    /// <summary>The same search, letting through those of whom nobody knows this; back on its first page.</summary>
    public static string AlsoUnknown(HelpNeed need, string key) => To(need with { Unknown = [.. need.Unknown, key] });

    public static string To(HelpNeed need) => "/find-help" + HelpQuery.Write(need);

    /// <summary>First the duty to report, then this search.</summary>
    public static string Duty(HelpNeed need) => "/find-help/duty?back=" + Uri.EscapeDataString(HelpQuery.Write(need));

    public static string Booklet(HelpNeed need) => "/find-help/booklet" + HelpQuery.Write(need);
}
