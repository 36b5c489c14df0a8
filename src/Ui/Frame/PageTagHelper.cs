using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary>
/// <c>&lt;cw-page title="Find help" lead="One list of six schools" back="All imports" back-href="/imports" /&gt;</c>: tells the
/// layout what stands above the content. Writes nothing where it stands.
/// </summary>
[HtmlTargetElement("cw-page", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PageTagHelper : UiTagHelper
{
    /// <summary>The one h1, and the title of the browser's window.</summary>
    public string Title { get; set; } = "";

    /// <summary>Title of the window where the heading may not stand in a history list: nothing about a child ever does.</summary>
    public string? WindowTitle { get; set; }

    /// <summary>One line of sense under the title.</summary>
    public string? Lead { get; set; }

    public string? Back { get; set; }

    public string? BackHref { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var data = ViewContext.ViewData;
        data[PageHead.Title] = Say(Title);
        data[PageHead.WindowTitle] = Say(WindowTitle) ?? Say(Title);
        data[PageHead.Lead] = Say(Lead);
        data[PageHead.Back] = Say(Back);
        data[PageHead.BackHref] = Links.Safe(BackHref);
        output.SuppressOutput();
    }
}

/// <summary>Keys of what a page tells its layout.</summary>
internal static class PageHead
{
    public const string Title = "Title";
    public const string WindowTitle = "WindowTitle";
    public const string Lead = "Lead";
    public const string Back = "Back";
    public const string BackHref = "BackHref";
}
