using System.Text.RegularExpressions;

namespace Causeway.Architecture.Tests;

/// <summary>Counts the lines of methods by their braces; our formatting puts each method's braces at one indentation.</summary>
internal static partial class MethodLengths
{
    public static IEnumerable<(string Name, int Lines)> Of(string source)
    {
        var lines = source.Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].TrimEnd() != "    {" && lines[i].TrimEnd() != "        {")
            {
                continue;
            }

            var indent = lines[i].TrimEnd()[..^1];
            var head = Head(lines, i, indent);
            if (!Method().IsMatch(head) || NotMethod().IsMatch(head))
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, l => l.TrimEnd() == indent + "}" || l.TrimEnd() == indent + "};");
            yield return (Name().Match(head).Groups["name"].Value, end - i - 1);
        }
    }

    // The signature may run over several lines: go up to the first line at the method's own indentation.
    private static string Head(string[] lines, int brace, string indent)
    {
        var first = brace - 1;
        while (first > 0 && lines[first].StartsWith(indent + " ", StringComparison.Ordinal))
        {
            first--;
        }

        return string.Join(' ', lines[first..brace]);
    }

    [GeneratedRegex(@"^\s*(public|private|internal|protected|static|async|override).*\(", RegexOptions.NonBacktracking)]
    private static partial Regex Method();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum|namespace|switch)\b| = new\b", RegexOptions.NonBacktracking)]
    private static partial Regex NotMethod();

    [GeneratedRegex(@"(?<name>\w+)(<[^>]*>)?\s*\(", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
