using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Accounts;

/// <summary>Languages a person may ask for. Where a text is not translated yet, its English form stands.</summary>
internal static class ReadingLanguages
{
    /// <summary>Tag and the language's own name for itself.</summary>
    public static readonly IReadOnlyList<(string Tag, string Name)> All =
        [.. ((string[])["en", "de", "fr", "es", "ar", "ko"]).Select(tag => (tag, NameOf(tag)))];

    public static IEnumerable<SelectListItem> Items => All.Select(l => new SelectListItem(l.Name, l.Tag));

    public static bool Known(string tag) => All.Any(l => string.Equals(l.Tag, tag, StringComparison.Ordinal));

    private static string NameOf(string tag)
    {
        var own = CultureInfo.GetCultureInfo(tag);
        return own.TextInfo.ToTitleCase(own.NativeName);
    }
}
