using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary>
/// A table that becomes labelled blocks on a phone:
/// <c>&lt;cw-table caption="…"&gt;&lt;cw-col label="Name" sort="name" /&gt;… &lt;cw-row&gt;&lt;cw-cell&gt;…&lt;/cw-cell&gt;…&lt;/cw-row&gt;&lt;/cw-table&gt;</c>.
/// The first cell of a row is its heading. Sortable heads are links: <c>?sort=name</c>, and <c>?sort=-name</c> downwards.
/// </summary>
[HtmlTargetElement("cw-table")]
public sealed class TableTagHelper : UiTagHelper
{
    public const string SortKey = "sort";

    /// <summary>What the table shows; always there, for those who hear it.</summary>
    public string Caption { get; set; } = "";

    /// <summary>The heading above says it already: the caption is for screen readers only.</summary>
    public bool HideCaption { get; set; }

    /// <summary>The order in use where the address names none.</summary>
    public string? Sort { get; set; }

    /// <summary>Scrolls sideways on a phone instead of turning into blocks.</summary>
    public bool KeepColumns { get; set; }

    /// <summary>All columns are equally wide and long words break, for things that stand beside each other to be compared.</summary>
    public bool Even { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var table = new TableColumns(Asked());
        context.Items[typeof(TableColumns)] = table;
        var rows = await output.GetChildContentAsync();
        var id = FreshId();
        var heads = new Markup();
        foreach (var head in table.Heads)
        {
            heads.Add($"{head}");
        }

        var caption = Markup.Of($"<caption id=\"{id}\"{Markup.Attr("class", HideCaption ? "visually-hidden" : null)}>{Say(Caption)}</caption>");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Attributes.SetAttribute("tabindex", "0");
        Wrap(output, "div", "cw-scroll", Markup.Of($"""
            <table role="table" class="{(KeepColumns ? "cw-table" : "cw-table cw-stack")}{(Even ? " cw-even" : "")}">{caption}<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>
            """));
    }

    private string? Asked() => ViewContext.HttpContext.Request.Query[SortKey] is { Count: > 0 } asked ? asked[0] : Sort;
}

internal sealed class TableColumns(string? sort)
{
    public string? Sort { get; } = sort;

    public List<string?> Labels { get; } = [];

    public List<IHtmlContent> Heads { get; } = [];

    public int Cell { get; set; }
}

/// <summary>One column; stands before the rows.</summary>
[HtmlTargetElement("cw-col", ParentTag = "cw-table", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ColumnTagHelper : UiTagHelper
{
    public string Label { get; set; } = "";

    /// <summary>The name this column has in <c>?sort=</c>; null where it cannot be sorted.</summary>
    public string? Sort { get; set; }

    /// <summary>The label is for screen readers only (a column of buttons).</summary>
    public bool HideLabel { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var table = (TableColumns)context.Items[typeof(TableColumns)];
        var label = Say(Label);
        table.Labels.Add(HideLabel ? null : label);
        var words = HideLabel ? Markup.Of($"<span class=\"visually-hidden\">{label}</span>") : Markup.Of($"{label}");
        if (Sort is null)
        {
            table.Heads.Add(Markup.Of($"<th role=\"columnheader\" scope=\"col\">{words}</th>"));
        }
        else
        {
            var up = string.Equals(table.Sort, Sort, StringComparison.Ordinal);
            var down = string.Equals(table.Sort, "-" + Sort, StringComparison.Ordinal);
            var href = Links.With(ViewContext.HttpContext.Request, TableTagHelper.SortKey, up ? "-" + Sort : Sort, Paging.QueryKey);
            var order = Markup.Attr("aria-sort", up ? "ascending" : down ? "descending" : null);
            var icon = DrawIcon(up ? "sort-ascending" : down ? "sort-descending" : "arrows-sort");
            table.Heads.Add(Markup.Of($"<th role=\"columnheader\" scope=\"col\"{order}><a href=\"{href}\">{words}{icon}</a></th>"));
        }

        output.SuppressOutput();
    }
}

/// <summary>One row.</summary>
[HtmlTargetElement("cw-row", ParentTag = "cw-table")]
public sealed class RowTagHelper : UiTagHelper
{
    /// <summary>Shaded: this row differs.</summary>
    public bool Differs { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ((TableColumns)context.Items[typeof(TableColumns)]).Cell = 0;
        output.Attributes.SetAttribute("role", "row");
        Wrap(output, "tr", Differs ? "cw-diff" : null, await output.GetChildContentAsync());
    }
}

/// <summary>One cell; takes its label from the column it stands in.</summary>
[HtmlTargetElement("cw-cell", ParentTag = "cw-row")]
public sealed class CellTagHelper : UiTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var table = (TableColumns)context.Items[typeof(TableColumns)];
        var column = table.Cell++;
        var inside = await output.GetChildContentAsync();
        if (column == 0)
        {
            output.Attributes.SetAttribute("role", "rowheader");
            output.Attributes.SetAttribute("scope", "row");
            Wrap(output, "th", null, inside);
            return;
        }

        output.Attributes.SetAttribute("role", "cell");
        if (column < table.Labels.Count && table.Labels[column] is { } label)
        {
            output.Attributes.SetAttribute("data-l", label);
        }

        Wrap(output, "td", null, inside);
    }
}
