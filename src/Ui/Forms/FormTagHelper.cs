using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Ui;

/// <summary>
/// <c>&lt;cw-form&gt;…&lt;/cw-form&gt;</c>: a form that posts to its own page unless <c>action</c> says otherwise, with the
/// antiforgery token and a key by which the server knows a double press. A search form says <c>method="get"</c> and
/// has neither.
/// </summary>
[HtmlTargetElement("cw-form")]
public sealed class FormTagHelper : UiTagHelper
{
    /// <summary>Name of the field with the idempotency key: 32 hexadecimal digits, fresh at every showing of the form.</summary>
    public const string KeyField = "_key";

    public string? Action { get; set; }

    public string Method { get; set; } = "post";

    /// <summary>The page handler that gets the post: <c>handler="Take"</c> calls OnPostTake.</summary>
    public string? Handler { get; set; }

    /// <summary>The form carries files.</summary>
    public bool Files { get; set; }

    /// <summary>Ask before leaving with unsaved words (with script only).</summary>
    public bool Guard { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var isPost = string.Equals(Method, "post", StringComparison.OrdinalIgnoreCase);
        var content = new Markup();
        if (isPost)
        {
            // A refused post saved nothing, so its key is spent on nothing: the next try is a new act with a new key.
            content.Add($"<input type=\"hidden\" name=\"{KeyField}\" value=\"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}\">");
            var generator = ViewContext.HttpContext.RequestServices.GetRequiredService<IHtmlGenerator>();
            content.Add($"{generator.GenerateAntiforgery(ViewContext)}");
        }

        content.Add($"{inside}");
        output.Attributes.SetAttribute("method", isPost ? "post" : "get");
        if (Links.Safe(Address()) is { } address)
        {
            output.Attributes.SetAttribute("action", address);
        }

        if (Files)
        {
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
        }

        if (Guard)
        {
            output.Attributes.SetAttribute("data-cw-guard", Say("You have words here that are not saved."));
        }

        // Errors are told once, in words, by the server; a browser's bubble would hide all but the first.
        output.Attributes.Add(new TagHelperAttribute("novalidate"));
        Wrap(output, "form", null, content);
    }

    private string? Address() => Handler is null
        ? Action
        : (Action ?? "") + "?handler=" + Uri.EscapeDataString(Handler);
}
