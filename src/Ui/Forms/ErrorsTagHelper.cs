using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary>
/// <c>&lt;cw-errors /&gt;</c>, first inside the form: what is wrong, each line a link to its field. Takes the focus when
/// the page opens, so a screen reader begins there. Shows nothing when nothing is wrong.
/// </summary>
[HtmlTargetElement("cw-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper : UiTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var count = ViewContext.ViewData.ModelState.ErrorCount;
        if (count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var id = FreshId();
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.Add(new TagHelperAttribute("autofocus"));
        output.Attributes.SetAttribute("aria-labelledby", id);
        var title = Texts.Count(count, "Nothing is saved yet: one thing needs you", "Nothing is saved yet: {0} things need you");
        Wrap(output, "div", "cw-errors", Markup.Of($"<h2 id=\"{id}\">{DrawIcon("alert-triangle")} {title}</h2><ul>{Markup.Late(Lines)}</ul>"));
    }

    /// <summary>From top to bottom as the fields stand on the page, which is known only once the page has been read.</summary>
    private Markup Lines()
    {
        var order = FieldState.OrderOf(ViewContext);
        var lines = new Markup();
        foreach (var (key, entry) in ViewContext.ViewData.ModelState.OrderBy(e => Place(order, e.Key)))
        {
            foreach (var error in entry?.Errors ?? [])
            {
                var text = Say(error.ErrorMessage.Length > 0 ? error.ErrorMessage : "This value cannot be read.");
                lines.Add($"<li>{(Place(order, key) < 0 ? Markup.Of($"{text}") : Markup.Of($"<a href=\"#{FieldState.IdOf(key)}\">{text}</a>"))}</li>");
            }
        }

        return lines;
    }

    /// <summary>Below zero: the whole form, or a field that is not on this page and cannot be led to.</summary>
    private static int Place(List<string> order, string key) => order.IndexOf(key);
}
