using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Ui;

/// <summary>
/// <c>&lt;cw-script src="accounts/passkey.js" /&gt;</c> in the section <c>Scripts</c>: a script of a room, embedded under
/// <c>wwwroot/</c>, with the nonce of this reply. There is no other way for script onto a page.
/// </summary>
[HtmlTargetElement("cw-script", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ScriptTagHelper : UiTagHelper
{
    public string Src { get; set; } = "";

    /// <summary>An ES module; it may import only other assets by their hashed address.</summary>
    public bool Module { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var services = ViewContext.HttpContext.RequestServices;
        var address = services.GetRequiredService<AssetCatalogue>().Url(Src);
        var nonce = services.GetRequiredService<PageFrame>().Nonce;
        Replace(output, Markup.Of($"<script src=\"{address}\"{Markup.Attr("type", Module ? "module" : null)}{Markup.Attr("nonce", nonce)} defer{Rest(output)}></script>"));
    }
}
