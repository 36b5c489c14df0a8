using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary><c>&lt;cw-section title="Waits for you"&gt;</c>: a part of the page with its heading.</summary>
[HtmlTargetElement("cw-section")]
public sealed class SectionTagHelper : UiTagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = FreshId();
        var inside = await output.GetChildContentAsync();
        output.Attributes.SetAttribute("aria-labelledby", id);
        Wrap(output, "section", "cw-sec", Markup.Of($"<h2 id=\"{id}\">{Say(Title)}</h2>{inside}"));
    }
}

/// <summary><c>&lt;cw-box title="Who covers for you"&gt;</c>: something beside the main matter.</summary>
[HtmlTargetElement("cw-box")]
public sealed class BoxTagHelper : UiTagHelper
{
    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        if (Say(Title) is not { } title)
        {
            Wrap(output, "div", "cw-box", inside);
            return;
        }

        var id = FreshId();
        output.Attributes.SetAttribute("aria-labelledby", id);
        Wrap(output, "section", "cw-box", Markup.Of($"<h2 id=\"{id}\">{title}</h2>{inside}"));
    }
}

/// <summary>
/// <c>&lt;cw-duty title="First: is this a matter for the authorities?"&gt;</c>: numbers and the duty to report, above all else.
/// </summary>
[HtmlTargetElement("cw-duty")]
public sealed class DutyTagHelper : UiTagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = FreshId();
        var inside = await output.GetChildContentAsync();
        output.Attributes.SetAttribute("aria-labelledby", id);
        Wrap(output, "section", "cw-duty", Markup.Of($"<h2 id=\"{id}\">{DrawIcon("alert-triangle")} {Say(Title)}</h2>{inside}"));
    }
}

/// <summary>
/// <c>&lt;cw-confirm title="When you take this list in" seen-by="Only your school"&gt;what will happen … buttons&lt;/cw-confirm&gt;</c>:
/// stands beside the button that does it, and says who will see it.
/// </summary>
[HtmlTargetElement("cw-confirm")]
public sealed class ConfirmTagHelper : UiTagHelper
{
    public string Title { get; set; } = "What will happen";

    public string? SeenBy { get; set; }

    /// <summary>How it can be taken back, or that it cannot.</summary>
    public string? Undo { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = FreshId();
        var inside = await output.GetChildContentAsync();
        var content = Markup.Of($"<h2 id=\"{id}\">{Say(Title)}</h2>");
        if (SeenBy is not null)
        {
            content.Add($"<p>{DrawIcon("eye")} <strong>{Say("Who will see it:")}</strong> {Say(SeenBy)}</p>");
        }

        if (Undo is not null)
        {
            content.Add($"<p>{DrawIcon("arrow-back-up", flip: true)} {Say(Undo)}</p>");
        }

        output.Attributes.SetAttribute("aria-labelledby", id);
        Wrap(output, "section", "cw-box cw-confirm", content.Add($"{inside}"));
    }
}

/// <summary><c>&lt;cw-empty title="No list yet" text="Take in your first one." action="Take a list in" href="/imports/new" /&gt;</c>.</summary>
[HtmlTargetElement("cw-empty")]
public sealed class EmptyTagHelper : UiTagHelper
{
    public string Title { get; set; } = "";

    /// <summary>What to do next.</summary>
    public string? Text { get; set; }

    public string? Action { get; set; }

    public string? Href { get; set; }

    public string Icon { get; set; } = "inbox";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var content = Markup.Of($"{DrawIcon(Icon)}<p class=\"cw-empty-title\">{Say(Title)}</p>");
        if (Text is not null)
        {
            content.Add($"<p class=\"cw-soft\">{Say(Text)}</p>");
        }

        if (Action is { Length: > 0 } && Links.Safe(Href) is { } href)
        {
            content.Add($"<p><a class=\"btn btn-primary\" href=\"{href}\">{Say(Action)}</a></p>");
        }

        Wrap(output, "div", "cw-empty", content.Add($"{inside}"));
    }
}

/// <summary><c>&lt;cw-note kind="Ok"&gt;Saved.&lt;/cw-note&gt;</c>: a banner inside a page; it stays, nothing vanishes by itself.</summary>
[HtmlTargetElement("cw-note")]
public sealed class NoteTagHelper : UiTagHelper
{
    public StateKind Kind { get; set; } = StateKind.New;

    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var (cssClass, icon) = StateTagHelper.Look(Kind);
        var mark = icon.Length == 0 ? Markup.Nothing : DrawIcon(icon);
        Wrap(output, "div", "cw-note" + cssClass["cw-st".Length..], Markup.Of($"{mark}<div>{Say(Text)}{inside}</div>"));
    }
}

/// <summary><c>&lt;cw-details summary="How this is counted"&gt;…&lt;/cw-details&gt;</c>: folded until asked for.</summary>
[HtmlTargetElement("cw-details")]
public sealed class DetailsTagHelper : UiTagHelper
{
    public string Summary { get; set; } = "";

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        if (Open)
        {
            output.Attributes.Add(new TagHelperAttribute("open"));
        }

        Wrap(output, "details", "cw-details", Markup.Of($"<summary>{Say(Summary)}</summary><div>{inside}</div>"));
    }
}
