using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary><c>&lt;cw-actions&gt;</c>: buttons in a row; one of them is primary.</summary>
[HtmlTargetElement("cw-actions")]
public sealed class ActionsTagHelper : UiTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Wrap(output, "div", "cw-acts", await output.GetChildContentAsync());
}

/// <summary>
/// <c>&lt;cw-button text="Take 260 rows in" primary name="take" /&gt;</c> submits; with <c>href</c> it is a link that looks the same.
/// </summary>
[HtmlTargetElement("cw-button")]
public sealed class ButtonTagHelper : UiTagHelper
{
    public string? Text { get; set; }

    public string? Href { get; set; }

    public bool Primary { get; set; }

    public string? Icon { get; set; }

    /// <summary>The icon shows a direction and is mirrored where text runs from right to left.</summary>
    public bool Flip { get; set; }

    /// <summary>A single key that presses it, once the reader has switched shortcuts on (<c>cw-keys</c>).</summary>
    public string? Key { get; set; }

    /// <summary>Dashed: counts what nobody knows.</summary>
    public bool Unknown { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var content = Icon is null ? new Markup() : Markup.Of($"{DrawIcon(Icon, Flip)}");
        content.Add($"{Say(Text)}{inside}");
        if (Key is not null)
        {
            output.Attributes.SetAttribute("data-cw-key", Key);
            content.Add($"<kbd aria-hidden=\"true\">{Key.ToUpperInvariant()}</kbd>");
        }

        if (Links.Safe(Href) is { } href)
        {
            output.Attributes.SetAttribute("href", href);
        }
        else if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        var look = Primary ? "btn btn-primary" : Unknown ? "btn cw-unk" : "btn";
        Wrap(output, output.Attributes.ContainsName("href") ? "a" : "button", look, content);
    }
}

/// <summary>
/// <c>&lt;cw-link href="@entry.Website"&gt;…&lt;/cw-link&gt;</c>: a link to an address that came from outside. Only http, https,
/// mailto and tel become links; anything else stays plain text.
/// </summary>
[HtmlTargetElement("cw-link")]
public sealed class LinkTagHelper : UiTagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var content = inside.IsEmptyOrWhiteSpace ? Markup.Of($"{Href}") : Markup.Of($"{inside}");
        if (Links.Safe(Href) is not { } href)
        {
            Replace(output, content);
            return;
        }

        output.Attributes.SetAttribute("href", href);
        if (!Links.IsLocal(href))
        {
            output.Attributes.SetAttribute("rel", "noopener noreferrer external");
        }

        Wrap(output, "a", null, content);
    }
}

/// <summary><c>&lt;cw-print /&gt;</c>: prints this page. Without script it says how the browser does it.</summary>
[HtmlTargetElement("cw-print", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PrintTagHelper : UiTagHelper
{
    public string Text { get; set; } = "Print";

    public override void Process(TagHelperContext context, TagHelperOutput output) => Wrap(
        output,
        "span",
        "cw-print",
        Markup.Of($"<button class=\"btn cw-script\" type=\"button\" data-cw-print>{DrawIcon("printer")}{Say(Text)}</button><span class=\"cw-src cw-noscript\">{Say("To print, press Ctrl and P, or choose Print in the menu of your browser.")}</span>"));
}

/// <summary>
/// <c>&lt;cw-keys /&gt;</c>: the switch for single-key shortcuts of this page. Off until the reader turns it on, because
/// dictation software types letters too (WCAG 2.1.4). Shown only where script runs.
/// </summary>
[HtmlTargetElement("cw-keys", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeysTagHelper : UiTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.Add(new TagHelperAttribute("data-cw-keys"));
        Wrap(output, "div", "cw-keys cw-script", Markup.Of(
            $"<label class=\"cw-pick\"><input type=\"checkbox\"> <span>{Say("Single keys press these buttons")}<span class=\"cw-src\">{Say("Every key has a button; the keys work on this device only.")}</span></span></label>"));
    }
}
