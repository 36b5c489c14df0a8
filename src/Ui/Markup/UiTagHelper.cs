using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Causeway.Ui;

/// <summary>
/// What all widgets share: words in the reader's language, icons, ids. English text in an attribute is looked up in the
/// texts, so a page writes <c>label="Given name"</c>; what has been translated already passes through unchanged.
/// </summary>
public abstract class UiTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected IStringLocalizer Texts => ViewContext.HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();

    /// <summary>Looks the English text up; null stays null.</summary>
    protected string? Say(string? english) => string.IsNullOrEmpty(english) ? null : Texts[english].Value;

    internal Markup DrawIcon(string name, bool flip = false) =>
        Icons.Draw(ViewContext.HttpContext.RequestServices.GetRequiredService<AssetCatalogue>(), name, flip);

    /// <summary>An id no other element of this page has.</summary>
    protected string FreshId()
    {
        const string key = "causeway-ids";
        var next = (ViewContext.HttpContext.Items[key] as int? ?? 0) + 1;
        ViewContext.HttpContext.Items[key] = next;
        return "cw-" + next.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Writes an element with our class; class and other attributes the page gave stay on it.</summary>
    internal static void Wrap(TagHelperOutput output, string element, string? cssClass, IHtmlContent content)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (cssClass is not null)
        {
            AddClass(output, cssClass);
        }

        output.Content.SetHtmlContent(content);
    }

    internal static void AddClass(TagHelperOutput output, string cssClass)
    {
        var given = output.Attributes["class"]?.Value switch
        {
            null => null,
            string text => text,
            var other => other.ToString(),
        };
        output.Attributes.SetAttribute("class", given is null ? cssClass : cssClass + " " + given);
    }

    /// <summary>The attributes the page gave that no property took, for an element inside the widget.</summary>
    internal static Markup Rest(TagHelperOutput output, params string[] except)
    {
        var result = new Markup();
        foreach (var attribute in output.Attributes.Where(a => !except.Contains(a.Name, StringComparer.OrdinalIgnoreCase)))
        {
            result.Add($" {attribute}");
        }

        output.Attributes.Clear();
        return result;
    }

    /// <summary>Leaves only the content, no element around it.</summary>
    internal static void Replace(TagHelperOutput output, IHtmlContent content)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(content);
    }
}
