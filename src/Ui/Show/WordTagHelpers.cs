using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary>
/// <c>&lt;cw-name text="@e.Name" lang="@e.NameLanguage" latin="@e.LatinName" /&gt;</c>: a person's or body's name, in its own
/// script and direction, so that neither the line nor a screen reader stumbles over it.
/// </summary>
[HtmlTargetElement("cw-name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NameTagHelper : UiTagHelper
{
    /// <summary>The name as its bearer writes it. Never looked up: it is data.</summary>
    public string Text { get; set; } = "";

    /// <summary>BCP 47 tag of the name, when known.</summary>
    public string? Lang { get; set; }

    /// <summary>The same name in Latin letters, shown behind when it differs.</summary>
    public string? Latin { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var direction = string.IsNullOrEmpty(Lang) ? null : Languages.DirectionOf(Lang);
        var name = Markup.Of($"<bdi{Markup.Attr("lang", string.IsNullOrEmpty(Lang) ? null : Lang)}{Markup.Attr("dir", direction)}>{Text}</bdi>");
        if (!string.IsNullOrEmpty(Latin) && !string.Equals(Latin, Text, StringComparison.Ordinal))
        {
            name.Add($" <bdi>{Latin}</bdi>");
        }

        Replace(output, name);
    }
}

/// <summary><c>&lt;cw-progress value="268" max="318" label="Reading: 268 of 318 rows" /&gt;</c>: a bar with its words.</summary>
[HtmlTargetElement("cw-progress")]
public sealed class ProgressTagHelper : UiTagHelper
{
    public int Value { get; set; }

    public int Max { get; set; } = 100;

    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = FreshId();
        var inside = await output.GetChildContentAsync();
        var max = Math.Max(1, Max);
        var value = Math.Clamp(Value, 0, max);
        Wrap(output, "div", "cw-progress", Markup.Of(
            $"<p id=\"{id}\"><strong>{Say(Label)}</strong></p><progress value=\"{value}\" max=\"{max}\" aria-labelledby=\"{id}\">{value} / {max}</progress>{inside}"));
    }
}

/// <summary>
/// <c>&lt;cw-diff text="@mine" other="@theirs" /&gt;</c>: the first text with the letters marked that the second has not.
/// </summary>
[HtmlTargetElement("cw-diff", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DiffTagHelper : UiTagHelper
{
    public string? Text { get; set; }

    public string? Other { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Text))
        {
            Replace(output, Markup.Of($"<span class=\"cw-st cw-unk\">{DrawIcon("circle-dashed")}{Say("Not given")}</span>"));
            return;
        }

        var result = new Markup();
        foreach (var (piece, differs) in TextDiff.Pieces(Text, Other ?? ""))
        {
            result.Add($"{(differs ? Markup.Of($"<mark>{piece}</mark>") : Markup.Of($"{piece}"))}");
        }

        Replace(output, Markup.Of($"<bdi>{result}</bdi>"));
    }
}

/// <summary>
/// <c>&lt;cw-conflict by="Ruth" at="@moment"&gt;&lt;cw-clash label="Fee" mine="95" saved="110" /&gt;&lt;/cw-conflict&gt;</c>: someone changed
/// this meanwhile. Stands above the form, which still holds what was typed.
/// </summary>
[HtmlTargetElement("cw-conflict")]
public sealed class ConflictTagHelper : UiTagHelper
{
    public string? By { get; set; }

    public DateTimeOffset? At { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = FreshId();
        var inside = await output.GetChildContentAsync();
        var content = Markup.Of($"<h2 id=\"{id}\">{DrawIcon("users")} {Say("Someone changed this meanwhile")}</h2>");
        content.Add($"<p>{Say("Nothing you typed is lost: it is still in the form below. Look at what is saved now, then save again.")}</p>");
        if (By is not null || At is not null)
        {
            var when = At is { } at ? Clock.Of(ViewContext).Moment(at) : Markup.Nothing;
            content.Add($"<p class=\"cw-src\"><bdi>{By}</bdi> {when}</p>");
        }

        if (!inside.IsEmptyOrWhiteSpace)
        {
            content.Add($"<dl class=\"cw-facts\">{inside}</dl>");
        }

        output.Attributes.SetAttribute("aria-labelledby", id);
        Wrap(output, "section", "cw-box cw-conflict", content);
    }
}

/// <summary>One field that two people changed.</summary>
[HtmlTargetElement("cw-clash", ParentTag = "cw-conflict", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClashTagHelper : UiTagHelper
{
    public string Label { get; set; } = "";

    public string? Mine { get; set; }

    public string? Saved { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var saved = new Markup();
        foreach (var (piece, differs) in TextDiff.Pieces(Saved ?? "", Mine ?? ""))
        {
            saved.Add($"{(differs ? Markup.Of($"<mark>{piece}</mark>") : Markup.Of($"{piece}"))}");
        }

        var both = Markup.Of($"<dd><span class=\"cw-src\">{Say("Saved now")}</span><bdi>{saved}</bdi></dd><dd><span class=\"cw-src\">{Say("You typed")}</span><bdi>{Mine}</bdi></dd>");
        Wrap(output, "div", null, Markup.Of($"<dt>{Say(Label)}</dt>{both}"));
    }
}
