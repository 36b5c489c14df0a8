using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>One filter in use, in words; pressing it takes <paramref name="Key"/> out of the address.</summary>
internal sealed record HelpChip(string Text, string Key, string? Value = null);

internal static class HelpChips
{
    public static IReadOnlyList<HelpChip> Of(HelpNeed need, HelpGround ground, IStringLocalizer t)
    {
        var chips = new List<HelpChip>();
        Add(need.Q is { } q ? $"“{q}”" : null, "q");
        Add(NeedTaxonomy.Find(need.Concern) is { } concern ? t[concern.Label].Value : null, "concern");
        Add(need.Family is { } family ? t[FactWords.Family(family)].Value : null, "family");
        AddLanguages(need, chips, t);
        Add(need.Culture is { } culture ? t[need.Confirmed ? "Knows: {0}, confirmed by a school" : "Knows: {0}", culture].Value : null, "culture");
        Add(need.Age is { } age ? t["Age {0}", age].Value : null, "age");
        Add(need.Area is { } area ? ground.Choices.Areas.FirstOrDefault(a => a.Value == SearchWords.Key(area))?.Text ?? area : null, "area");
        Add(need.Within is { } far ? Within(far, ground.CentreName(need), t) : null, HelpFilter.Within);
        Add(need.Delivery is { } delivery ? t[FactWords.Delivery(delivery)].Value : null, "delivery");
        Add(need.Fee is { } fee ? fee == 0 ? t["Free of charge"].Value : t["Up to {0} a meeting", fee].Value : null, "fee");
        Add(need.Wait is { } wait ? t.Count(wait, "First meeting within {0} day", "First meeting within {0} days") : null, "wait");
        Add(need.Fresh is { } fresh ? t.Count(fresh, "Said within {0} month", "Said within {0} months") : null, "fresh");
        Add(need.Body is { } body ? t[FactWords.BodyKind(body)].Value : null, "body");
        Add(need.Taking ? t["Takes new clients"].Value : null, "taking");
        Add(need.Licensed ? t["Licence is valid"].Value : null, "licensed");
        Add(need.Stage is { } stage ? t[FactWords.Stage(stage)].Value : null, "stage");
        Add(need.Kind is { } kind ? t[kind == EntryKind.Person ? "People" : "Services"].Value : null, "kind");
        Add(need.School is { } school ? ground.Choices.Schools.FirstOrDefault(s => s.Value == school.ToString())?.Text ?? t["one school"].Value : null, "school");
        chips.AddRange(need.Unknown.Select(key => new HelpChip(t[OrUnknown(key)], "unknown", key)));
        return chips;

        void Add(string? text, string key)
        {
            if (text is not null)
            {
                chips.Add(new(text, key));
            }
        }
    }

    /// <summary>"12 more: languages not known".</summary>
    public static string NotKnown(string key, int count, HelpNeed need, IStringLocalizer t) => key switch
    {
        "concern" => t.Count(count, "{0} more: not known whether they help with this", "{0} more: not known whether they help with this"),
        "family" => t.Count(count, "{0} more: not filed yet", "{0} more: not filed yet"),
        "language" when need.Level is SpokenLevel.Native or SpokenLevel.Fluent => t.Count(count, "{0} more: languages, or how well, not known", "{0} more: languages, or how well, not known"),
        "language" => t.Count(count, "{0} more: languages not known", "{0} more: languages not known"),
        "culture" => t.Count(count, "{0} more: communities not known", "{0} more: communities not known"),
        "age" => t.Count(count, "{0} more: ages not known", "{0} more: ages not known"),
        "area" => t.Count(count, "{0} more: area not known", "{0} more: area not known"),
        HelpFilter.Within => t.Count(count, "{0} more: place on the map not known", "{0} more: place on the map not known"),
        "fee" => t.Count(count, "{0} more: fee not known", "{0} more: fee not known"),
        "wait" => t.Count(count, "{0} more: wait not known", "{0} more: wait not known"),
        "body" => t.Count(count, "{0} more: kind of body not known", "{0} more: kind of body not known"),
        "taking" => t.Count(count, "{0} more: not known whether they take new clients", "{0} more: not known whether they take new clients"),
        "licensed" => t.Count(count, "{0} more: licence not known", "{0} more: licence not known"),
        "asleep" => t.Count(count, "{0} more: left, or silent through two checks", "{0} more: left, or silent through two checks"),
        "stage" => t.Count(count, "{0} more: stage of help not known", "{0} more: stage of help not known"),
        _ => t.Count(count, "{0} more: not known where it happens", "{0} more: not known where it happens"),
    };

    private static string OrUnknown(string key) => key switch
    {
        "concern" => "or not known for what",
        "family" => "or not filed yet",
        "language" => "or languages not known",
        "culture" => "or communities not known",
        "age" => "or ages not known",
        "area" => "or area not known",
        HelpFilter.Within => "or place not known",
        "fee" => "or fee not known",
        "wait" => "or wait not known",
        "body" => "or kind of body not known",
        "taking" => "or not known whether they take new clients",
        "licensed" => "or licence not known",
        "asleep" => "or left, or silent through two checks",
        "stage" => "or stage not known",
        _ => "or not known where",
    };

    private static string Within(int kilometres, string? around, IStringLocalizer t) =>
        around is null ? t["Within {0} km of our school", kilometres] : t["Within {0} km of {1}", kilometres, around];

    private static void AddLanguages(HelpNeed need, List<HelpChip> chips, IStringLocalizer t)
    {
        foreach (var code in need.Language.Distinct(StringComparer.Ordinal))
        {
            var name = HelpChoices.Language(code, t);
            chips.Add(new(
                need.Level switch
                {
                    SpokenLevel.Native => t["{0}, native", name],
                    SpokenLevel.Fluent => t["{0}, native or fluent", name],
                    SpokenLevel.Interpreter => t["{0}, or through an interpreter", name],
                    _ => name,
                },
                "language",
                code));
        }

        if (need.Every && need.Language.Count > 1)
        {
            chips.Add(new(t["every one of these languages"], "every"));
        }
    }
}
