using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary>
/// <c>&lt;cw-choices for="Input.Level" label="Spoken how well?"&gt;&lt;cw-choice value="native" label="Native only" /&gt;…&lt;/cw-choices&gt;</c>:
/// radios, or checkboxes with <c>many</c>, as a fieldset. Choices may also come as <c>items</c>.
/// </summary>
[HtmlTargetElement("cw-choices")]
public sealed class ChoicesTagHelper : FieldTagHelperBase
{
    /// <summary>Checkboxes: any number may be chosen.</summary>
    public bool Many { get; set; }

    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Look the texts of <c>items</c> up too (they are English of ours, not data).</summary>
    public bool Translate { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var field = State;
        var group = new ChoiceGroup(field, Many, Required);
        context.Items[typeof(ChoiceGroup)] = group;
        var inside = await output.GetChildContentAsync();
        var rows = new Markup();
        foreach (var item in Items)
        {
            var value = item.Value ?? item.Text;
            rows.Add($"{group.Row(value, Markup.Of($"{(Translate ? Say(item.Text) : item.Text)}"), item.Selected)}");
        }

        var legend = Markup.Of($"<legend{Markup.Attr("class", HideLabel ? "visually-hidden" : null)}>{LabelText()}</legend>");
        if (field.DescribedBy(Hint is not null) is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        Wrap(output, "fieldset", Box(field), Markup.Of($"{legend}{Notes(field)}{rows}{inside}"));
    }
}

internal sealed class ChoiceGroup(FieldState field, bool many, bool required)
{
    private int _rows;

    public Markup Row(string value, IHtmlContent text, bool selected)
    {
        // The first choice bears the field's own id: that is where the error summary leads.
        var id = _rows == 0 ? field.Id : $"{field.Id}-{_rows}";
        _rows++;
        var chosen = field.Values.Count > 0 ? field.Values.Contains(value, StringComparer.OrdinalIgnoreCase) : selected;
        var flags = Markup.Of($"{Markup.Flag("checked", chosen)}{Markup.Flag("required", required && !many)}");
        return Markup.Of($"<label class=\"cw-pick\"><input type=\"{(many ? "checkbox" : "radio")}\" id=\"{id}\" name=\"{field.Name}\" value=\"{value}\"{flags}> <span>{text}</span></label>");
    }
}

/// <summary>One choice inside <c>cw-choices</c>; its content stands under the label as a note.</summary>
[HtmlTargetElement("cw-choice", ParentTag = "cw-choices")]
public sealed class ChoiceTagHelper : UiTagHelper
{
    public string Value { get; set; } = "";

    public string Label { get; set; } = "";

    /// <summary>Chosen when nothing has been chosen yet.</summary>
    public bool Selected { get; set; }

    /// <summary>BCP 47 tag of the label, where it is in another language than the page.</summary>
    public string? Lang { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var group = (ChoiceGroup)context.Items[typeof(ChoiceGroup)];
        var note = await output.GetChildContentAsync();
        var text = Lang is null ? Markup.Of($"{Say(Label)}") : Markup.Of($"<span lang=\"{Lang}\">{Label}</span>");
        if (!note.IsEmptyOrWhiteSpace)
        {
            text.Add($"<span class=\"cw-src\">{note}</span>");
        }

        Replace(output, group.Row(Value, text, Selected));
    }
}

/// <summary><c>&lt;cw-check for="Input.VisitsSchool" label="Comes to the school" /&gt;</c>: one yes-or-no box.</summary>
[HtmlTargetElement("cw-check", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper : FieldTagHelperBase
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = State;
        var on = field.Values.Contains("true", StringComparer.OrdinalIgnoreCase);
        var input = Markup.Of($"<input type=\"checkbox\" id=\"{field.Id}\" name=\"{field.Name}\" value=\"true\"{Markup.Flag("checked", on)}{Aria(field)}{Rest(output)}>");

        // Without the second field an unticked box is not posted, and a property that starts as true would stay true.
        var no = Markup.Of($"<input type=\"hidden\" name=\"{field.Name}\" value=\"false\">");
        Wrap(output, "div", Box(field), Markup.Of($"<label class=\"cw-pick\">{input} <span>{LabelText()}</span></label>{no}{Notes(field)}"));
    }
}
