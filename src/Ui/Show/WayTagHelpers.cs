using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary><c>&lt;cw-tabs label="Parts of this entry"&gt;&lt;cw-tab href="…" text="History" count="4" current /&gt;…</c>: tabs are links.</summary>
[HtmlTargetElement("cw-tabs")]
public sealed class TabsTagHelper : UiTagHelper
{
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Attributes.SetAttribute("aria-label", Say(Label));
        Wrap(output, "nav", "cw-tabs", Markup.Of($"<ul>{inside}</ul>"));
    }
}

/// <summary>One tab.</summary>
[HtmlTargetElement("cw-tab", ParentTag = "cw-tabs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TabTagHelper : UiTagHelper
{
    public string Text { get; set; } = "";

    public string? Href { get; set; }

    public int? Count { get; set; }

    public bool Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var count = Count is { } n ? Markup.Of($" <span class=\"cw-num\">{n}</span>") : Markup.Nothing;
        var here = Markup.Attr("aria-current", Current ? "page" : null);
        Wrap(output, "li", null, Markup.Of($"<a href=\"{Links.Safe(Href) ?? "#"}\"{here}>{Say(Text)}{count}</a>"));
    }
}

/// <summary>
/// <c>&lt;cw-steps&gt;&lt;cw-step text="Columns" href="…" state="Done" /&gt;…</c>: where one is in a journey.
/// </summary>
[HtmlTargetElement("cw-steps")]
public sealed class StepsTagHelper : UiTagHelper
{
    /// <summary>Number of the step one is at, from 1.</summary>
    public int Current { get; set; } = 1;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var walk = new StepWalk(Current);
        context.Items[typeof(StepWalk)] = walk;
        var inside = await output.GetChildContentAsync();
        output.Attributes.SetAttribute("aria-label", Say("Steps"));
        var words = string.IsNullOrEmpty(walk.Here) ? "" : Texts["Step {0} of {1}: {2}", Current, walk.Count, walk.Here].Value;
        Wrap(output, "nav", "cw-steps", Markup.Of($"<p class=\"cw-soft\">{words}</p><ol>{inside}</ol>"));
    }
}

internal sealed class StepWalk(int current)
{
    public int Current { get; } = current;

    public int Count { get; set; }

    public string? Here { get; set; }
}

/// <summary>One step; those before the current one are done and may be links.</summary>
[HtmlTargetElement("cw-step", ParentTag = "cw-steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepTagHelper : UiTagHelper
{
    public string Text { get; set; } = "";

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var walk = (StepWalk)context.Items[typeof(StepWalk)];
        walk.Count++;
        var text = Say(Text);
        var done = walk.Count < walk.Current;
        if (walk.Count == walk.Current)
        {
            walk.Here = text;
            output.Attributes.SetAttribute("aria-current", "step");
        }

        var label = Links.Safe(Href) is { } href ? Markup.Of($"<a href=\"{href}\">{text}</a>") : Markup.Of($"{text}");
        var mark = done
            ? Markup.Of($"{DrawIcon("circle-check")}<span class=\"visually-hidden\">{Say("Done:")} </span>")
            : Markup.Of($"<span class=\"cw-step-no\" aria-hidden=\"true\">{walk.Count}</span>");
        Wrap(output, "li", done ? "cw-done" : null, Markup.Of($"{mark}<span>{label}</span>"));
    }
}

/// <summary><c>&lt;cw-chips label="Filters in use"&gt;&lt;cw-chip text="Korean" key="lang" value="ko" /&gt;…</c>: pressing one takes it off.</summary>
[HtmlTargetElement("cw-chips")]
public sealed class ChipsTagHelper : UiTagHelper
{
    public string Label { get; set; } = "Filters in use";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Attributes.SetAttribute("aria-label", Say(Label));
        Wrap(output, "ul", "cw-chips", inside);
    }
}

/// <summary>One filter in use. Its link is this page without that query value (and back on page one), or <c>href</c>.</summary>
[HtmlTargetElement("cw-chip", ParentTag = "cw-chips", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChipTagHelper : UiTagHelper
{
    public string Text { get; set; } = "";

    public string? Key { get; set; }

    /// <summary>Null: all values of the key are taken off.</summary>
    public string? Value { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var href = Links.Safe(Href) ?? Links.Without(ViewContext.HttpContext.Request, Key ?? "", Value, Paging.QueryKey);
        Wrap(output, "li", null, Markup.Of(
            $"<a class=\"cw-chip\" href=\"{href}\"><span class=\"visually-hidden\">{Say("Remove filter:")} </span>{Say(Text)}{DrawIcon("x")}</a>"));
    }
}

/// <summary><c>&lt;cw-pager of="Model.Paging" /&gt;</c>: "26 to 50 of 318", and links to the pages before and after.</summary>
[HtmlTargetElement("cw-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : UiTagHelper
{
    public Paging Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Total == 0)
        {
            output.SuppressOutput();
            return;
        }

        var content = Markup.Of($"<p class=\"cw-num\">{Texts["{0} to {1} of {2}", Of.First, Of.Last, Of.Total].Value}</p>");
        if (Of.Pages > 1)
        {
            content.Add($"<ul>{Previous()}{Numbers()}{Next()}</ul>");
        }

        output.Attributes.SetAttribute("aria-label", Say("Pages"));
        Wrap(output, "nav", "cw-pager", content);
    }

    private Markup Previous() => Of.Number <= 1
        ? Markup.Nothing
        : Markup.Of($"<li><a class=\"btn\" rel=\"prev\" href=\"{Address(Of.Number - 1)}\">{DrawIcon("arrow-left", flip: true)}{Say("Previous")}</a></li>");

    private Markup Next() => Of.Number >= Of.Pages
        ? Markup.Nothing
        : Markup.Of($"<li><a class=\"btn\" rel=\"next\" href=\"{Address(Of.Number + 1)}\">{Say("Next")}{DrawIcon("arrow-right", flip: true)}</a></li>");

    private Markup Numbers()
    {
        var result = new Markup();
        var last = 0;
        foreach (var number in Enumerable.Range(1, Of.Pages).Where(n => n == 1 || n == Of.Pages || Math.Abs(n - Of.Number) <= 1))
        {
            if (number > last + 1)
            {
                result.Add($"<li aria-hidden=\"true\">…</li>");
            }

            var here = Markup.Attr("aria-current", number == Of.Number ? "page" : null);
            result.Add($"<li><a class=\"btn cw-num\" href=\"{Address(number)}\"{here}><span class=\"visually-hidden\">{Say("Page")} </span>{number}</a></li>");
            last = number;
        }

        return result;
    }

    private string Address(int number) => Links.With(
        ViewContext.HttpContext.Request,
        Paging.QueryKey,
        number == 1 ? null : number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
