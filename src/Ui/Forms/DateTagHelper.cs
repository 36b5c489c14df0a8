using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Causeway.Ui;

/// <summary>
/// <c>&lt;cw-date for="Input.Born" label="Date of birth" /&gt;</c>: three boxes for a date one knows by heart;
/// <c>native</c> gives the browser's calendar for a date one picks. Binds to <see cref="DateOnly"/>, nullable or not.
/// </summary>
[HtmlTargetElement("cw-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : FieldTagHelperBase
{
    public bool Native { get; set; }

    /// <summary>The person's own birthday: browsers then offer it.</summary>
    public bool Birthday { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = State;
        if (Native)
        {
            var input = Markup.Of($"<input type=\"date\" class=\"form-control cw-short\" id=\"{field.Id}\" name=\"{field.Name}\"{Markup.Attr("value", field.Value)}{Aria(field)}{Rest(output)}>");
            Wrap(output, "div", Box(field), Markup.Of($"{LabelFor(field)}{Notes(field)}{input}"));
            return;
        }

        var known = DateOnly.TryParseExact(field.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        var boxes = new Markup();
        boxes.Add($"{Part(field, "Day", "Day", field.Id, known ? date.Day : null, 2, "bday-day")}");
        boxes.Add($"{Part(field, "Month", "Month", field.Id + "-month", known ? date.Month : null, 2, "bday-month")}");
        boxes.Add($"{Part(field, "Year", "Year", field.Id + "-year", known ? date.Year : null, 4, "bday-year")}");
        if (field.DescribedBy(Hint is not null) is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        Wrap(output, "fieldset", Box(field), Markup.Of($"<legend>{LabelText()}</legend>{Notes(field)}<div class=\"cw-date\">{boxes}</div>"));
    }

    private Markup Part(FieldState field, string part, string label, string id, int? known, int digits, string autocomplete)
    {
        var typed = FieldState.Of(ViewContext, null, $"{field.Name}.{part}", known, null);
        var flags = Markup.Of($"{Markup.Attr("autocomplete", Birthday ? autocomplete : null)}{Markup.Attr("aria-invalid", field.IsWrong ? "true" : null)}");
        return Markup.Of($"""
            <div><label for="{id}">{Say(label)}</label><input class="form-control cw-d{digits}" id="{id}" name="{typed.Name}" inputmode="numeric" maxlength="{digits}" value="{typed.Value}"{flags}></div>
            """);
    }
}
