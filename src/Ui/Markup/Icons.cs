using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

internal static class Icons
{
    /// <summary>Draws an icon of the icon sheet. Icons never carry meaning alone: a word always stands beside.</summary>
    /// <param name="flip">Mirrored where text runs from right to left (arrows, "send").</param>
    public static Markup Draw(AssetCatalogue assets, string name, bool flip = false) =>
        Markup.Of($"<svg class=\"{(flip ? "cw-i cw-flip" : "cw-i")}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{assets.Url("icons.svg")}#{name}\"></use></svg>");
}

/// <summary><c>&lt;cw-icon name="search" /&gt;</c>: one icon of the icon sheet, hidden from screen readers.</summary>
[HtmlTargetElement("cw-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : UiTagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Mirror it where text runs from right to left.</summary>
    public bool Flip { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Replace(output, DrawIcon(Name, Flip));
}
