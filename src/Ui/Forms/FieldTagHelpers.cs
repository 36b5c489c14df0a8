using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary>What all fields have: a label, a hint, errors, and a name bound to the model or given.</summary>
public abstract class FieldTagHelperBase : UiTagHelper
{
    /// <summary>The model's property: <c>for="Input.GivenName"</c>.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Name of the posted value where no property stands behind it.</summary>
    public string? Name { get; set; }

    public object? Value { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>An error that is not in the model state.</summary>
    public string? Error { get; set; }

    public bool Required { get; set; }

    /// <summary>Says "(may stay empty)" behind the label.</summary>
    public bool Optional { get; set; }

    /// <summary>The label is for screen readers only: a search box, a field in a table.</summary>
    public bool HideLabel { get; set; }

    internal FieldState State => FieldState.Of(ViewContext, For, Name, Value, Error);

    internal Markup LabelText()
    {
        var text = Markup.Of($"{Say(Label)}");
        return Optional ? text.Add($" <span class=\"cw-soft cw-light\">{Say("(may stay empty)")}</span>") : text;
    }

    internal Markup LabelFor(FieldState field) =>
        Markup.Of($"<label class=\"{(HideLabel ? "visually-hidden" : "form-label")}\" for=\"{field.Id}\">{LabelText()}</label>");

    internal Markup Notes(FieldState field) => field.HintAndErrors(Say(Hint), DrawIcon("alert-triangle"), Say);

    internal Markup Aria(FieldState field) => new Markup()
        .Add($"{Markup.Attr("aria-describedby", field.DescribedBy(Hint is not null))}")
        .Add($"{Markup.Attr("aria-invalid", field.IsWrong ? "true" : null)}{Markup.Flag("required", Required)}");

    internal static string Box(FieldState field) => field.IsWrong ? "cw-field cw-wrong" : "cw-field";
}

/// <summary>
/// <c>&lt;cw-field for="Input.Mail" label="Mail" type="email" hint="…" autocomplete="email" required /&gt;</c>.
/// Types: text, email, tel, url, number, password, search, date, time, file, textarea. Other attributes reach the input.
/// </summary>
[HtmlTargetElement("cw-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : FieldTagHelperBase
{
    public string Type { get; set; } = "text";

    /// <summary>Lines of a textarea.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>A narrow field (age, year, code).</summary>
    public bool Narrow { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = State;
        var cssClass = Narrow ? "form-control cw-short" : "form-control";
        var basics = Markup.Of($" class=\"{cssClass}\" id=\"{field.Id}\" name=\"{field.Name}\"");
        basics.Add($"{Direction(output)}{Aria(field)}{Rest(output)}");
        var control = Type is "textarea"
            ? Markup.Of($"<textarea{basics} rows=\"{Rows}\">\n{field.Value}</textarea>")
            : Markup.Of($"<input type=\"{InputType}\"{basics}{Markup.Attr("value", Shown(field))}>");
        Wrap(output, "div", Box(field), Markup.Of($"{LabelFor(field)}{Notes(field)}{control}"));
    }

    private string InputType => Type switch
    {
        "email" or "tel" or "url" or "number" or "password" or "search" or "date" or "time" or "file" or "text" => Type,
        _ => throw new InvalidOperationException($"cw-field knows no type '{Type}'."),
    };

    /// <summary>Names come in any script: the first letter decides the direction. Addresses and numbers always run left to right.</summary>
    private Markup Direction(TagHelperOutput output) => output.Attributes.ContainsName("dir")
        ? Markup.Nothing
        : Markup.Attr("dir", Type switch
        {
            "text" or "textarea" or "search" => "auto",
            "email" or "tel" or "url" => "ltr",
            _ => null,
        });

    private string? Shown(FieldState field) => Type is "password" or "file" ? null : field.Value;
}

/// <summary><c>&lt;cw-select for="Input.Fee" label="Fee" items="Model.Fees" empty="Please choose…" /&gt;</c>.</summary>
[HtmlTargetElement("cw-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FieldTagHelperBase
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Text of a first choice with an empty value.</summary>
    public string? Empty { get; set; }

    /// <summary>Look the choices' texts up too (they are English of ours, not data).</summary>
    public bool Translate { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = State;
        var options = new Markup();
        if (Empty is not null)
        {
            options.Add($"<option value=\"\">{Say(Empty)}</option>");
        }

        foreach (var item in Items)
        {
            var value = item.Value ?? item.Text;
            var chosen = field.Values.Count > 0 ? field.Values.Contains(value, StringComparer.Ordinal) : item.Selected;
            options.Add($"<option value=\"{value}\"{Markup.Flag("selected", chosen)}{Markup.Flag("disabled", item.Disabled)}>{(Translate ? Say(item.Text) : item.Text)}</option>");
        }

        var control = Markup.Of($"<select class=\"form-select\" id=\"{field.Id}\" name=\"{field.Name}\"{Aria(field)}{Rest(output)}>{options}</select>");
        Wrap(output, "div", Box(field), Markup.Of($"{LabelFor(field)}{Notes(field)}{control}"));
    }
}

/// <summary>
/// <c>&lt;cw-drop for="Input.Lists" label="Your lists" accept=".csv,.xlsx" many /&gt;</c>: a file field as a wide area.
/// Browsers let people drop files on it without script; the script adds names, sizes and a highlight.
/// </summary>
[HtmlTargetElement("cw-drop", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DropTagHelper : FieldTagHelperBase
{
    public string? Accept { get; set; }

    /// <summary>Several files at once.</summary>
    public bool Many { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = State;
        var input = Markup.Of($"<input type=\"file\" class=\"form-control\" id=\"{field.Id}\" name=\"{field.Name}\"");
        input.Add($"{Markup.Attr("accept", Accept)}{Markup.Flag("multiple", Many)}{Aria(field)}{Rest(output)}>");
        var area = Markup.Of($"<div class=\"cw-drop\" data-cw-drop>{DrawIcon("upload")}{input}<ul class=\"cw-src\" data-cw-dropped aria-live=\"polite\"></ul></div>");
        Wrap(output, "div", Box(field), Markup.Of($"{LabelFor(field)}{Notes(field)}{area}"));
    }
}
