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
        var lines = new Markup();
        var count = 0;
        foreach (var (key, entry) in ViewContext.ViewData.ModelState)
        {
            foreach (var error in entry.Errors)
            {
                count++;
                var text = Say(error.ErrorMessage.Length > 0 ? error.ErrorMessage : "This value cannot be read.");
                lines.Add($"<li>{(key.Length == 0 ? Markup.Of($"{text}") : Markup.Of($"<a href=\"#{FieldState.IdOf(key)}\">{text}</a>"))}</li>");
            }
        }

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
        Wrap(output, "div", "cw-errors", Markup.Of($"<h2 id=\"{id}\">{DrawIcon("alert-triangle")} {title}</h2><ul>{lines}</ul>"));
    }
}
