using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary>
/// A table whose cells are shaded by their number, and say it: <c>&lt;cw-heat caption="…" corner="Kind of help" most="12"&gt;
/// &lt;cw-heat-col label="Arabic" /&gt;… &lt;cw-heat-row label="Health"&gt;&lt;cw-heat-cell value="5" of-which="2" href="…" /&gt;…</c>.
/// It is its own table: nothing is told by colour alone. A cell of 0 says "none".
/// </summary>
[HtmlTargetElement("cw-heat")]
public sealed class HeatTagHelper : UiTagHelper
{
    public const int Shades = 5;

    public string Caption { get; set; } = "";

    /// <summary>What the lines are; heads the first column.</summary>
    public string Corner { get; set; } = "";

    /// <summary>The number that gets the darkest shade.</summary>
    public int Most { get; set; } = 1;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var heat = new HeatColumns(Math.Max(1, Most));
        context.Items[typeof(HeatColumns)] = heat;
        var rows = await output.GetChildContentAsync();
        var heads = new Markup();
        foreach (var label in heat.Labels)
        {
            heads.Add($"<th scope=\"col\"><span>{label}</span></th>");
        }

        var id = FreshId();

        // Not a caption of the table: that would be as wide as the table and be cut off on a phone.
        Wrap(output, "div", "cw-heat-box", Markup.Of($"""
            <p class="cw-soft" id="{id}">{Say(Caption)}</p><div class="cw-scroll" role="group" aria-labelledby="{id}" tabindex="0"><table class="cw-heat" aria-labelledby="{id}"><thead><tr><th scope="col">{Say(Corner)}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>
            """));
    }
}

internal sealed class HeatColumns(int most)
{
    public List<string?> Labels { get; } = [];

    /// <summary>0 for none, else 1 to <see cref="HeatTagHelper.Shades"/>; by square roots, so that small numbers differ too.</summary>
    public int ShadeOf(int value) => value <= 0 ? 0
        : Math.Clamp((int)Math.Ceiling(Math.Sqrt((double)value / most) * HeatTagHelper.Shades), 1, HeatTagHelper.Shades);
}

/// <summary>One column; stands before the rows.</summary>
[HtmlTargetElement("cw-heat-col", ParentTag = "cw-heat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HeatColumnTagHelper : UiTagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ((HeatColumns)context.Items[typeof(HeatColumns)]).Labels.Add(Say(Label));
        output.SuppressOutput();
    }
}

/// <summary>One line.</summary>
[HtmlTargetElement("cw-heat-row", ParentTag = "cw-heat")]
public sealed class HeatRowTagHelper : UiTagHelper
{
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var cells = await output.GetChildContentAsync();
        Wrap(output, "tr", null, Markup.Of($"<th scope=\"row\">{Say(Label)}</th>{cells}"));
    }
}

/// <summary>One number, and how many of them are of the better kind.</summary>
[HtmlTargetElement("cw-heat-cell", ParentTag = "cw-heat-row", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HeatCellTagHelper : UiTagHelper
{
    public int Value { get; set; }

    /// <summary>Null: not told.</summary>
    public int? OfWhich { get; set; }

    public string? Href { get; set; }

    /// <summary>Of these nobody knows where they stand: shown apart, never shaded.</summary>
    public bool Unknown { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var shade = ((HeatColumns)context.Items[typeof(HeatColumns)]).ShadeOf(Value);
        var words = (Value, Unknown) switch
        {
            (0, true) => Markup.Of($"–"),
            (0, false) => Markup.Of($"{Say("none")}"),
            _ when OfWhich is { } better => Markup.Of($"{Value}<span aria-hidden=\"true\"> · {better}</span><span class=\"visually-hidden\">, {Texts["of which {0} confirmed", better].Value}</span>"),
            _ => Markup.Of($"{Value}"),
        };
        IHtmlContent inside = Links.Safe(Href) is { } href ? Markup.Of($"<a href=\"{href}\">{words}</a>") : words;
        Wrap(output, "td", Unknown ? "cw-heat-unk" : $"cw-heat-{shade.ToString(System.Globalization.CultureInfo.InvariantCulture)}", inside);
    }
}
