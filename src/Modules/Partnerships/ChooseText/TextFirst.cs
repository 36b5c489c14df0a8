using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace Causeway.Partnerships;

/// <summary>
/// Pages of this room without script and pictures, for sides whose internet the plan calls low. Who sits somewhere better
/// than their school, or worse, says so on the device; that goes before the plan.
/// </summary>
internal static partial class TextFirst
{
    public const string Cookie = "cw-text";

    public static bool IsOn(HttpContext context, object? model) => context.Request.Cookies[Cookie] switch
    {
        "always" => true,
        "never" => false,
        _ => model is PartnershipPage { View: { Own: { } own } view } && view.ProfileOf(own).IsLow,
    };

    /// <summary>Takes out what would be fetched or drawn: the words that stand beside each picture say the same.</summary>
    /// <param name="encoder">The site's own, which leaves other scripts as they are.</param>
    public static IHtmlContent Bare(IHtmlContent? drawn, HtmlEncoder encoder)
    {
        using var text = new StringWriter();
        drawn?.WriteTo(text, encoder);
        return new HtmlString(Pictures().Replace(text.ToString(), ""));
    }

    [GeneratedRegex(@"<svg\b.*?</svg>|<img\b[^>]*>|<script\b.*?</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Pictures();
}
