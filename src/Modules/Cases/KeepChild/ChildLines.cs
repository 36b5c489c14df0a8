using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Causeway.Cases;

/// <summary>Who the child is, line by line, as far as it is known.</summary>
internal static class ChildLines
{
    public static IReadOnlyList<(string Label, string Value)> Of(ChildWords child, IStringLocalizer t) => [.. All(child, t).Where(l => l.Value.Length > 0)];

    /// <summary>Only what differs.</summary>
    public static IEnumerable<(string Label, string Mine, string Saved)> Clash(ChildWords mine, ChildWords saved, IStringLocalizer t) =>
        All(mine, t).Zip(All(saved, t)).Where(p => p.First.Value != p.Second.Value).Select(p => (p.First.Label, p.First.Value, p.Second.Value));

    private static (string Label, string Value)[] All(ChildWords c, IStringLocalizer t) =>
    [
        ("Given names", c.GivenNames), ("Family name", c.FamilyName), ("Called every day", c.UsedName),
        ("Date of birth", c.Born?.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture) ?? ""), ("Class", c.Class), ("Class teacher", c.ClassTeacher),
        ("Place of birth", c.Birthplace), ("Languages at home", c.HomeLanguages), ("Who cares for the child", c.Carers),
    ];
}
