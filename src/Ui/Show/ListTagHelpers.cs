using Causeway.Kernel;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary><c>&lt;cw-facts&gt;&lt;cw-fact label="Fee" source="said by the practice on 2 November"&gt;95&lt;/cw-fact&gt;…&lt;/cw-facts&gt;</c>.</summary>
[HtmlTargetElement("cw-facts")]
public sealed class FactsTagHelper : UiTagHelper
{
    /// <summary>Two short pairs beside each other, without lines: for a result in a list.</summary>
    public bool Pairs { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(FactsTagHelper)] = Pairs;
        Wrap(output, "dl", Pairs ? "cw-pair" : "cw-facts", await output.GetChildContentAsync());
    }
}

/// <summary>One fact: what, the value, who said it and when; at its end a state or a link, if <c>cw-fact-end</c> is inside.</summary>
[HtmlTargetElement("cw-fact", ParentTag = "cw-facts")]
public sealed class FactTagHelper : UiTagHelper
{
    public string Label { get; set; } = "";

    /// <summary>Who said it and when; small, under the value.</summary>
    public string? Source { get; set; }

    /// <summary>Where the value can be changed.</summary>
    public string? Change { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var inside = await output.GetChildContentAsync();
        var value = inside.IsEmptyOrWhiteSpace
            ? Markup.Of($"<span class=\"cw-st cw-unk\">{DrawIcon("circle-dashed")}{Say("Not known")}</span>")
            : Markup.Of($"{inside}");
        if (Source is not null)
        {
            value.Add($"<span class=\"cw-src\">{Say(Source)}</span>");
        }

        var pair = Markup.Of($"<dt>{Say(Label)}</dt><dd>{value}</dd>");
        if (Links.Safe(Change) is { } change)
        {
            pair.Add($"<dd class=\"cw-change\"><a href=\"{change}\">{Say("Change")}<span class=\"visually-hidden\">: {Say(Label)}</span></a></dd>");
        }

        Replace(output, context.Items[typeof(FactsTagHelper)] is true ? pair : Markup.Of($"<div>{pair}</div>"));
    }
}

/// <summary><c>&lt;cw-work-list&gt;&lt;cw-work item="item" /&gt;…&lt;/cw-work-list&gt;</c>: what waits; what is due first comes first.</summary>
[HtmlTargetElement("cw-work-list")]
public sealed class WorkListTagHelper : UiTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Wrap(output, "ul", "cw-rows", await output.GetChildContentAsync());
}

/// <summary>
/// One thing to do: when, what, why, one button. Either <c>item</c>, or <c>when title why href action urgency</c>.
/// The texts of an item are the module's, already in the reader's language.
/// </summary>
[HtmlTargetElement("cw-work", ParentTag = "cw-work-list")]
public sealed class WorkTagHelper : UiTagHelper
{
    public WorkItem? Item { get; set; }

    public string? When { get; set; }

    public string? Title { get; set; }

    public string? Why { get; set; }

    public string? Href { get; set; }

    public string? Action { get; set; }

    public Urgency Urgency { get; set; } = Urgency.Later;

    /// <summary>The one row whose button stands out.</summary>
    public bool Primary { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var href = Links.Safe(Item?.Url ?? Href);
        var urgency = Item?.Urgency ?? Urgency;
        var title = Item?.Title ?? Say(Title);
        var heading = href is null ? Markup.Of($"{title}") : Markup.Of($"<a href=\"{href}\">{title}</a>");
        var content = Markup.Of($"<span class=\"cw-due\">{Due(urgency, Item?.WhenText ?? Say(When))}</span>");
        content.Add($"<div><h3>{heading}</h3><p class=\"cw-soft\">{Item?.Why ?? Say(Why)}</p>{inside}</div>");
        if ((Item?.Action ?? Say(Action)) is { Length: > 0 } action && href is not null)
        {
            // The title tells one "Open" from the next for those who hear the links alone.
            content.Add($"<div class=\"cw-acts\"><a class=\"{(Primary ? "btn btn-primary" : "btn")}\" href=\"{href}\">{action}<span class=\"visually-hidden\">: {title}</span></a></div>");
        }

        Wrap(output, "li", null, content);
    }

    private Markup Due(Urgency urgency, string? words) => urgency switch
    {
        Urgency.Late => Markup.Of($"<span class=\"cw-st cw-stop\">{DrawIcon("alert-triangle")}{words}</span>"),
        Urgency.Today => Markup.Of($"<span class=\"cw-st cw-wait\">{DrawIcon("clock")}{words}</span>"),
        Urgency.Soon => Markup.Of($"<span class=\"cw-st\">{words}</span>"),
        Urgency.Later => Markup.Of($"{words}"),
        _ => throw new InvalidOperationException($"Unknown urgency {urgency}."),
    };
}

/// <summary><c>&lt;cw-timeline&gt;&lt;cw-event at="@moment" title="Confirmed" by="Mara"&gt;…&lt;/cw-event&gt;&lt;/cw-timeline&gt;</c>.</summary>
[HtmlTargetElement("cw-timeline")]
public sealed class TimelineTagHelper : UiTagHelper
{
    /// <summary>Lies flat on a wide screen: six steps at most.</summary>
    public bool Flat { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Wrap(output, "ol", Flat ? "cw-line cw-tl" : "cw-line", await output.GetChildContentAsync());
}

/// <summary>One point of a timeline.</summary>
[HtmlTargetElement("cw-event", ParentTag = "cw-timeline")]
public sealed class EventTagHelper : UiTagHelper
{
    /// <summary>Moment (UTC), shown in the reader's time zone.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>A day, where no clock time is known.</summary>
    public DateOnly? On { get; set; }

    public string Title { get; set; } = "";

    /// <summary>Who did it.</summary>
    public string? By { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var clock = Clock.Of(ViewContext);
        var when = At is { } moment ? clock.Moment(moment) : On is { } day ? clock.Day(day) : Markup.Nothing;
        var by = By is null ? Markup.Nothing : Markup.Of($" · <bdi>{By}</bdi>");
        Wrap(output, "li", null, Markup.Of($"<h3>{Say(Title)}</h3><span class=\"cw-src\">{when}{by}</span>{inside}"));
    }
}
