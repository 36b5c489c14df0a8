using System.Globalization;
using System.Text.RegularExpressions;

namespace Causeway.Ui.Tests;

/// <summary>The contrast our palette promises (WCAG 2.2: 4.5 for text, 3 for the borders of controls), from the style sheet itself.</summary>
public sealed partial class ContrastTests
{
    private static readonly Dictionary<string, (string Day, string Night)> Palette = Pairs()
        .Matches(File.ReadAllText(Path.Combine(Sources.Folder, "wwwroot/causeway.css")))
        .ToDictionary(m => m.Groups["name"].Value, m => (m.Groups["day"].Value, m.Groups["night"].Value), StringComparer.Ordinal);

    [Theory]
    [InlineData("ink", "surface bg sunk accent-bg ok-bg wait-bg stop-bg", 4.5)]
    [InlineData("soft", "surface bg sunk accent-bg stop-bg ok-bg wait-bg", 4.5)]
    [InlineData("accent", "surface bg sunk accent-bg", 4.5)]
    [InlineData("on-accent", "accent", 4.5)]
    [InlineData("ok", "ok-bg surface bg", 4.5)]
    [InlineData("wait", "wait-bg surface bg", 4.5)]
    [InlineData("stop", "stop-bg surface bg", 4.5)]
    [InlineData("bg", "ink", 4.5)]
    [InlineData("edge", "surface bg", 3)]
    [InlineData("accent", "surface bg", 3)]
    public void A_colour_is_legible_on_its_grounds_by_day_and_by_night(string colour, string grounds, double least)
    {
        foreach (var ground in grounds.Split(' '))
        {
            Contrast(Palette[colour].Day, Palette[ground].Day).ShouldBeGreaterThanOrEqualTo(least, $"{colour} on {ground}, day");
            Contrast(Palette[colour].Night, Palette[ground].Night).ShouldBeGreaterThanOrEqualTo(least, $"{colour} on {ground}, night");
        }
    }

    /// <summary>Shades of a heat map are mixed of accent and surface; ink stands on all but the darkest.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(26)]
    [InlineData(38)]
    public void Numbers_are_legible_on_each_shade_of_a_heat_map(int percent)
    {
        File.ReadAllText(Path.Combine(Sources.Folder, "wwwroot/causeway.css")).ShouldContain($"--shade: {percent}%;");
        Contrast(Palette["ink"].Day, Mixed(Palette["accent"].Day, Palette["surface"].Day, percent)).ShouldBeGreaterThanOrEqualTo(4.5, "day");
        Contrast(Palette["ink"].Night, Mixed(Palette["accent"].Night, Palette["surface"].Night, percent)).ShouldBeGreaterThanOrEqualTo(4.5, "night");
    }

    private static string Mixed(string a, string b, int percent) => "#" + string.Concat(Enumerable.Range(0, 3).Select(i => ((int)Math.Round(((Part(a, i) * percent) + (Part(b, i) * (100 - percent))) / 100.0)).ToString("x2", CultureInfo.InvariantCulture)));

    private static int Part(string colour, int i) => int.Parse((colour.Length == 4 ? string.Concat(colour.Skip(1).Select(c => $"{c}{c}")) : colour[1..]).AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [Fact]
    public void The_formula_is_that_of_the_standard() => Contrast("#000", "#ffffff").ShouldBe(21, 0.001);

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var hex = colour.Length == 4 ? string.Concat(colour.Skip(1).Select(c => $"{c}{c}")) : colour[1..];
        var parts = Enumerable.Range(0, 3)
            .Select(i => int.Parse(hex.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("--(?<name>[a-z-]+): light-dark\\((?<day>#[0-9a-f]+), (?<night>#[0-9a-f]+)\\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pairs();
}
