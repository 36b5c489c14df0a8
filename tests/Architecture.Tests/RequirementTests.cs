using System.Text.RegularExpressions;

namespace Causeway.Architecture.Tests;

/// <summary>Every requirement in <c>docs/operate/requirements.csv</c> names a test that exists.</summary>
public sealed partial class RequirementTests
{
    [Fact]
    public void Each_requirement_is_shown_by_a_test_that_exists()
    {
        var tests = Repository.Sources().Where(f => Repository.Relative(f).StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(f => Test().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        File.ReadAllLines(Path.Combine(Repository.Root, "docs", "operate", "requirements.csv")).Skip(1)
            .Select(l => l.Split(',')[^1]).Where(name => !tests.Contains(name)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"(Task|void) (?<name>[A-Z]\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Test();
}
