using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <summary>One thing the records say.</summary>
/// <param name="Text">English with {0}… for the values; the localizer's key.</param>
/// <param name="Warns">Worth a question in the talk.</param>
internal sealed record FactLine(string Text, IReadOnlyList<string> Values, bool Warns = false)
{
    public static FactLine Plain(string words) => new("{0}", [words]);

    public static FactLine Say(string text, params string[] values) => new(text, values);

    public static FactLine Ask(string text, params string[] values) => new(text, values, true);

    /// <summary>In the reader's language. A concluded review keeps its facts for readers of every language, so a day is kept as a day.</summary>
    public string In(IStringLocalizer t) => t[Text, [.. Values.Select(v =>
        DateOnly.TryParseExact(v, ReviewFacts.DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture) : v)]];
}

/// <summary>What the records say under one heading of a lens.</summary>
/// <param name="OnlyOwn">From what only the reader's own side may see; it stands in no report.</param>
internal sealed record FactGroup(Lens Lens, string Label, IReadOnlyList<FactLine> Lines, bool OnlyOwn = false);
