using System.Globalization;
using System.Text.RegularExpressions;
using Causeway.Kernel;

namespace Causeway.Networks;

/// <summary>BCP 47 tags in one column, separated by spaces; the first is the main language.</summary>
internal static partial class LanguageTags
{
    public const int MaxLength = 200;

    public static readonly Refusal Unreadable =
        new("languages.unreadable", "Write languages as short codes such as “en” or “zh-Hans”, separated by spaces, the main one first.", "Languages");

    public static IReadOnlyList<string> Split(string tags) =>
        tags.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

    public static string Join(IEnumerable<string> tags) => string.Join(' ', tags);

    /// <summary>"English, French" in the reader's language; a tag that the system does not know stays as it is.</summary>
    public static string Words(string tags) => string.Join(", ", Split(tags).Select(Word));

    /// <summary>At least one, each in the form of a tag; whether the language exists is the writer's knowledge.</summary>
    public static bool AreReadable(string? tags) =>
        tags is { Length: > 0 and <= MaxLength } && Split(tags) is { Count: > 0 } all && all.All(t => Tag().IsMatch(t));

    private static string Word(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).DisplayName is { } name && !name.StartsWith("Unknown", StringComparison.Ordinal) ? name : tag;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
