namespace Causeway.ResourceDirectory;

/// <summary>
/// Reads where somebody works who is paid by another body: "Saltmarsh Academy (Fridays, since 2024); City Clinic (Mon, Tue)".
/// The days present are the detail; what a bracket says of "since" and "until" are days of their own.
/// </summary>
internal static class Affiliation
{
    /// <summary>The day matters to years of two digits only.</summary>
    private static readonly ListReadingOptions Options = new(new DateOnly(2026, 1, 1));

    private static readonly string[] Since = ["since", "from", "seit", "ab", "depuis", "desde"];

    private static readonly string[] Until = ["until", "to", "till", "bis", "jusqu'en", "hasta"];

    public static IEnumerable<Fact> Read(string text) => Bodies(text).Select(One);

    private static Fact One(string typed)
    {
        var bracket = typed.IndexOf('(', StringComparison.Ordinal);
        if (bracket < 1 || !typed.EndsWith(')'))
        {
            return new(FactField.BasedAt, typed);
        }

        var name = typed[..bracket].Trim();
        var fact = new Fact(FactField.BasedAt, name, Original: typed);
        var days = new List<string>();
        foreach (var part in typed[(bracket + 1)..^1].Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', 2);
            var day = words.Length == 2 ? DateReading.Read(words[1], Options)?.Day : null;
            fact = (day, word: words[0].ToLowerInvariant()) switch
            {
                ({ } from, var word) when Since.Contains(word, StringComparer.Ordinal) => fact with { Since = from },
                ({ } to, var word) when Until.Contains(word, StringComparer.Ordinal) => fact with { Until = to },
                _ => fact,
            };
            if (day is null)
            {
                days.Add(part);
            }
        }

        return days.Count == 0 ? fact : fact with { Detail = string.Join(", ", days) };
    }

    /// <summary>A semicolon or a line break parts two bodies, but not inside brackets.</summary>
    private static IEnumerable<string> Bodies(string text)
    {
        var (begin, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (depth == 0 && text[i] is ';' or '\n'))
            {
                if (text[begin..i].Trim() is { Length: > 0 } body)
                {
                    yield return body;
                }

                begin = i + 1;
            }
            else
            {
                depth += text[i] switch { '(' => 1, ')' when depth > 0 => -1, _ => 0 };
            }
        }
    }
}
