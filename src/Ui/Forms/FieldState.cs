using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Causeway.Ui;

/// <summary>What one field shows: what was typed before what the model holds, and what is wrong with it.</summary>
internal sealed record FieldState(string Name, string Id, IReadOnlyList<string> Values, IReadOnlyList<string> Errors)
{
    public string? Value => Values.Count > 0 ? Values[0] : null;

    public bool IsWrong => Errors.Count > 0;

    public static FieldState Of(ViewContext view, ModelExpression? expression, string? name, object? value, string? error)
    {
        var full = expression is null ? name ?? "" : view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        OrderOf(view).Add(full);
        var state = full.Length > 0 && view.ViewData.ModelState.TryGetValue(full, out var entry) ? entry : null;
        var typed = state?.RawValue switch
        {
            null => null,
            string[] many => many,
            var one => [Convert.ToString(one, CultureInfo.InvariantCulture) ?? ""],
        };
        var errors = (state?.Errors ?? [])
            .Select(e => e.ErrorMessage.Length > 0 ? e.ErrorMessage : "This value cannot be read.")
            .Concat(error is null ? [] : [error])
            .ToArray();
        return new(full, IdOf(full), typed ?? TextsOf(expression?.Model ?? value), errors);
    }

    /// <summary>The names of the page's fields, from top to bottom: errors are told in the same order.</summary>
    public static List<string> OrderOf(ViewContext view)
    {
        const string key = "causeway-fields";
        if (view.HttpContext.Items[key] is not List<string> order)
        {
            view.HttpContext.Items[key] = order = [];
        }

        return order;
    }

    /// <summary>The id of a field; the error summary links to the same.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>Ids of the hint and the errors, for aria-describedby.</summary>
    public string? DescribedBy(bool hasHint) => (hasHint, IsWrong) switch
    {
        (true, true) => $"{Id}-hint {Id}-error",
        (true, false) => $"{Id}-hint",
        (false, true) => $"{Id}-error",
        _ => null,
    };

    public Markup HintAndErrors(string? hint, Markup icon, Func<string, string?> say)
    {
        var result = new Markup();
        if (hint is not null)
        {
            result.Add($"<p class=\"form-hint\" id=\"{Id}-hint\">{hint}</p>");
        }

        if (IsWrong)
        {
            result.Add($"<p class=\"cw-error\" id=\"{Id}-error\">{icon} {string.Join(' ', Errors.Select(e => say(e)))}</p>");
        }

        return result;
    }

    private static string[] TextsOf(object? model) => model switch
    {
        null => [],
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Select(TextOf)],
        _ => [TextOf(model)],
    };

    private static string TextOf(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Enum choice => choice.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };
}
