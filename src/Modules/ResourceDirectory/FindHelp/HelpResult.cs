using Causeway.Linkage;
using Causeway.Ui;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>One entry in a list of results, with why it fits in words.</summary>
internal sealed record HelpResult(Entry Entry, IReadOnlyList<string> Fits, IReadOnlyList<string> NotKnown, Claim? Reach)
{
    public static HelpResult Of(Entry entry, HelpNeed need, IStringLocalizer t)
    {
        var shown = entry.Claims.Where(c => c.Shown).ToList();
        var fits = new List<string>();
        var unknown = new List<string>();
        AddFilters(shown, need, fits, unknown, entry, t);
        AddWords(entry, need, fits, t);
        if (entry.Contributions > 1)
        {
            var schools = entry.Claims.Select(c => c.Source).Distinct().Count();
            fits.Add(t.Count(schools, "Listed by {0} school", "Listed by {0} schools"));
        }

        var reach = shown.Find(c => c.Fact.Field is FactField.DirectLine) ?? shown.Find(c => c.Fact.Field is FactField.Phone or FactField.Mobile)
            ?? shown.Find(c => c.Fact.Field == FactField.Email);
        return new(entry, fits, unknown, reach);
    }

    private static void AddFilters(List<Claim> shown, HelpNeed need, List<string> fits, List<string> unknown, Entry entry, IStringLocalizer t)
    {
        Tell(need.Family is not null, FactField.Family, f => f.Code == need.Family?.ToString(), "Family not known");
        Tell(need.Language is not null, FactField.Languages, f => f.Code == need.Language, "Languages not known");
        Tell(need.Area is not null, FactField.Area, f => SearchWords.Key(f.Text) == need.Area, "Area not known");
        Tell(need.Delivery is not null, FactField.Delivery, f => f.Code == need.Delivery?.ToString(), "Where it happens is not known");
        if (need.Age is not null)
        {
            var ages = shown.Find(c => c.Fact.Field == FactField.Ages);
            (entry.AgesKnown ? fits : unknown).Add(entry.AgesKnown ? t["Ages {0}", FactWords.Ages(ages!.Fact, t)] : t["Ages not known"]);
        }

        void Tell(bool asked, FactField field, Func<Fact, bool> fit, string notKnown)
        {
            if (!asked)
            {
                return;
            }

            if (shown.Find(c => c.Fact.Field == field && fit(c.Fact)) is { } claim)
            {
                fits.Add(FactWords.Say(claim.Fact, t));
            }
            else if (!shown.Exists(c => c.Fact.Field == field))
            {
                unknown.Add(t[notKnown]);
            }
        }
    }

    private static void AddWords(Entry entry, HelpNeed need, List<string> fits, IStringLocalizer t)
    {
        foreach (var word in SearchWords.Asked(need.Words).Select(w => w.Trim()))
        {
            var where = entry.Claims.FirstOrDefault(c => c.Fact.Field != FactField.Name && TextFolding.SearchForms(c.Fact.Text + " " + c.Fact.Original).Contains(word, StringComparison.Ordinal));
            if (where is not null)
            {
                fits.Add(t["“{0}” in: {1}", word, t[FactWords.Label(where.Fact.Field)].Value]);
            }
        }
    }
}
