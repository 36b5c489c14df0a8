namespace Causeway.Kernel;

/// <summary>
/// A "no" that a person can act on. Declared beside the verb that says it; exceptions are for bugs and broken
/// infrastructure only. What is not yours is not refused, it is not there.
/// </summary>
/// <param name="Code">Stable, for tests and interfaces: <c>post.already-ended</c>.</param>
/// <param name="Message">English text with {0}… for <paramref name="Values"/>; also the key for other languages.</param>
/// <param name="Field">Name of the form field it belongs to; null for the whole form.</param>
public sealed record Refusal(string Code, string Message, string? Field = null, params object[] Values)
{
    /// <summary>Someone else saved first. The page keeps what was typed and shows both.</summary>
    public static readonly Refusal ChangedMeanwhile =
        new("changed-meanwhile", "Someone changed this while you were typing. Look at what is saved now, then save again.");
}
