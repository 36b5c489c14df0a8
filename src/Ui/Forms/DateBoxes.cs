using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Causeway.Ui;

/// <summary>Reads a date from one value (the browser's calendar) or from three boxes, and keeps what was typed.</summary>
internal sealed class DateBoxes : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        if (bindingContext.ValueProvider.GetValue(name) is { Length: > 0 } single)
        {
            bindingContext.ModelState.SetModelValue(name, single);
            ReadSingle(bindingContext, single.FirstValue);
            return Task.CompletedTask;
        }

        var typed = new[] { Take(bindingContext, "Day"), Take(bindingContext, "Month"), Take(bindingContext, "Year") };
        if (typed.Any(t => t is not null))
        {
            ReadBoxes(bindingContext, typed);
        }

        return Task.CompletedTask;
    }

    private static void ReadSingle(ModelBindingContext context, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Empty(context);
        }
        else if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            context.Result = ModelBindingResult.Success(date);
        }
        else
        {
            Refuse(context, "This is not a date. Write it like 2026-11-17.");
        }
    }

    private static void ReadBoxes(ModelBindingContext context, string?[] typed)
    {
        if (typed.All(string.IsNullOrWhiteSpace))
        {
            Empty(context);
            return;
        }

        if (typed.Any(string.IsNullOrWhiteSpace))
        {
            Refuse(context, "A date needs a day, a month and a year.");
            return;
        }

        var numbers = typed.Select(NumberOf).ToArray();
        if (numbers is [{ } day, { } month, >= 1000 and { } year]
            && month is >= 1 and <= 12 && year <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
        {
            context.Result = ModelBindingResult.Success(new DateOnly(year, month, day));
            return;
        }

        Refuse(context, "There is no such day. Write it like 17 11 2026.");
    }

    private static string? Take(ModelBindingContext context, string part)
    {
        var key = $"{context.ModelName}.{part}";
        var value = context.ValueProvider.GetValue(key);
        if (value == ValueProviderResult.None)
        {
            return null;
        }

        context.ModelState.SetModelValue(key, value);
        context.ModelState.MarkFieldValid(key);
        return value.FirstValue ?? "";
    }

    /// <summary>Reads digits of any script: an Arabic keyboard writes ١٧.</summary>
    private static int? NumberOf(string? text)
    {
        var number = 0;
        foreach (var c in (text ?? "").Trim())
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit < 0 || number > 9999)
            {
                return null;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    private static void Empty(ModelBindingContext context)
    {
        if (context.ModelMetadata.IsReferenceOrNullableType)
        {
            context.Result = ModelBindingResult.Success(null);
        }
        else
        {
            Refuse(context, "A date is needed here.");
        }
    }

    private static void Refuse(ModelBindingContext context, string english)
    {
        var texts = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();
        context.ModelState.TryAddModelError(context.ModelName, texts[english]);
        context.Result = ModelBindingResult.Failed();
    }
}
