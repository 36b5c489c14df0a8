using System.Globalization;
using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>Says facts, fields and families in the reader's language.</summary>
internal static class FactWords
{
    public static string Label(FactField field) => field switch
    {
        FactField.Name => "Name",
        FactField.OtherName => "Also written",
        FactField.Gender => "Woman or man",
        FactField.Profession => "Profession",
        FactField.Position => "Position",
        FactField.SchoolRole => "Role in the school",
        FactField.Organisation => "Institution",
        FactField.BasedAt => "Works at",
        FactField.BodyKind => "Kind of body",
        FactField.ContactPerson => "Contact person",
        FactField.Phone => "Phone",
        FactField.DirectLine => "Direct line",
        FactField.Mobile => "Mobile phone",
        FactField.Fax => "Fax",
        FactField.Email => "Mail",
        FactField.Website => "Website",
        FactField.Address => "Address",
        FactField.Postcode => "Postcode",
        FactField.City => "City",
        FactField.Area => "Area",
        FactField.Country => "Country",
        FactField.MapPoint => "Place on the map",
        FactField.HelpOffered => "Help offered",
        FactField.Family => "Filed under",
        FactField.Concern => "Helps with",
        FactField.Stage => "Stage of help",
        FactField.Methods => "Methods",
        FactField.DoesNotTake => "Does not take",
        FactField.Powers => "What they can do",
        FactField.Limits => "What they cannot do",
        FactField.Thresholds => "When they act",
        FactField.Languages => "Languages",
        FactField.Ages => "Ages",
        FactField.Delivery => "Where the help happens",
        FactField.ReferralRoute => "How to refer",
        FactField.WaitingTime => "Waiting time",
        FactField.Availability => "Takes new clients",
        FactField.Fee => "Fee",
        FactField.Insurance => "Insurance taken",
        FactField.Hours => "Hours",
        FactField.Days => "Days",
        FactField.Deputy => "Deputy",
        FactField.Cultures => "Communities worked with",
        FactField.Licence => "Licence",
        FactField.LicenceUntil => "Licence valid until",
        FactField.Stability => "Resident or expatriate",
        FactField.LeavesOn => "Expected to leave",
        FactField.Successor => "Successor",
        FactField.ConfirmedOn => "Last confirmed",
        FactField.Status => "Status",
        FactField.Description => "Description",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    public static string Family(ProfessionFamily family) => family switch
    {
        ProfessionFamily.EducationalAdvice => "Educational advice",
        ProfessionFamily.AlternativeDayCare => "Alternative day care",
        ProfessionFamily.SocialAndChildCare => "Social and child-care services",
        ProfessionFamily.YouthNgoFaith => "Youth work, NGOs and faith bodies",
        ProfessionFamily.HealthCare => "Health care",
        ProfessionFamily.PoliceAndPrevention => "Police and prevention",
        ProfessionFamily.YouthJustice => "Youth justice",
        ProfessionFamily.CommunityDevelopment => "Community development",
        ProfessionFamily.CultureAndLeisure => "Culture and leisure",
        ProfessionFamily.Municipality => "Municipality",
        _ => throw new ArgumentOutOfRangeException(nameof(family)),
    };

    public static string Delivery(Delivery delivery) => delivery switch
    {
        ResourceDirectory.Delivery.OnSite => "At the school",
        ResourceDirectory.Delivery.Visiting => "Visits the school",
        ResourceDirectory.Delivery.External => "In own rooms",
        ResourceDirectory.Delivery.Remote => "Online or by phone",
        _ => throw new ArgumentOutOfRangeException(nameof(delivery)),
    };

    public static string BodyKind(BodyKind kind) => kind switch
    {
        ResourceDirectory.BodyKind.Statutory => "Statutory body",
        ResourceDirectory.BodyKind.Ngo => "Non-governmental organisation",
        ResourceDirectory.BodyKind.FaithBody => "Faith body",
        ResourceDirectory.BodyKind.CommunityGroup => "Community group",
        ResourceDirectory.BodyKind.InformalGroup => "Informal group",
        ResourceDirectory.BodyKind.IndividualPractitioner => "Individual practitioner",
        ResourceDirectory.BodyKind.School => "School",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Stage(HelpStage stage) => stage switch
    {
        HelpStage.Prevention => "Prevention",
        HelpStage.EarlyHelp => "Early help",
        HelpStage.Protection => "Protection",
        HelpStage.AlternativeCare => "Alternative care",
        HelpStage.AfterCare => "After-care",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public static string Stability(Stability stability) => stability switch
    {
        ResourceDirectory.Stability.Resident => "Resident",
        ResourceDirectory.Stability.Expatriate => "Expatriate",
        _ => throw new ArgumentOutOfRangeException(nameof(stability)),
    };

    public static string Say(Fact fact, IStringLocalizer t) => fact.Field switch
    {
        FactField.Concern when NeedTaxonomy.Find(fact.Code) is { } need => t[need.Label],
        FactField.BodyKind when Enum.TryParse<BodyKind>(fact.Code, out var kind) => t[BodyKind(kind)],
        FactField.Stage when Enum.TryParse<HelpStage>(fact.Code, out var stage) => t[Stage(stage)],
        FactField.Stability when Enum.TryParse<Stability>(fact.Code, out var stability) => t[Stability(stability)],
        FactField.Family when Enum.TryParse<ProfessionFamily>(fact.Code, out var family) => t[Family(family)],
        FactField.Delivery when Enum.TryParse<Delivery>(fact.Code, out var delivery) => t[Delivery(delivery)],
        FactField.Address when fact.Code == LentFacts.Secret => fact.Text.Length > 0 ? t["Kept secret. Area: {0}", fact.Text] : t["Kept secret"],
        FactField.BasedAt => Affiliation(fact, t),
        FactField.Languages => Language(fact, t),
        FactField.Ages => Ages(fact, t),
        FactField.WaitingTime when fact.From is not null || fact.To is not null => Wait(fact, t),
        FactField.Fee => Fee(fact, t),
        FactField.ConfirmedOn or FactField.LeavesOn or FactField.LicenceUntil => Date(fact, t),
        _ => fact.Text,
    };

    public static string Ages(Fact fact, IStringLocalizer t) => (fact.From, fact.To) switch
    {
        ({ } from, { } to) => t["{0} to {1}", Number(from), Number(to)],
        ({ } from, null) => t["from {0}", Number(from)],
        (null, { } to) => t["up to {0}", Number(to)],
        _ => fact.Text,
    };

    /// <summary>Where somebody works, who pays, on which days, from and until: "Harbour School, paid by the city; Tuesdays".</summary>
    private static string Affiliation(Fact fact, IStringLocalizer t)
    {
        string Day(DateOnly day) => day.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture);
        var parts = new List<string> { fact.PaidBy is null ? fact.Text : t["{0}, paid by {1}", fact.Text, fact.PaidBy].Value };
        if (fact.Detail is not null)
        {
            parts.Add(fact.Detail);
        }

        if (fact.Since is { } since)
        {
            parts.Add(t["from {0}", Day(since)]);
        }

        if (fact.Until is { } until)
        {
            parts.Add(t["until {0}", Day(until)]);
        }

        return string.Join("; ", parts);
    }

    private static string Language(Fact fact, IStringLocalizer t)
    {
        // A list may hold the bare code: readers are given the name.
        var said = string.Equals(fact.Text, fact.Code, StringComparison.OrdinalIgnoreCase) ? LanguageChoices.EnglishName(fact.Text.ToLowerInvariant()) ?? fact.Text : fact.Text;
        var name = fact.Code is null ? fact.Text : LanguageChoices.Label(fact.Code, t[said]);
        return LevelOf(fact) is { } level ? $"{name} ({t[level]})" : name;
    }

    /// <summary>How well a language is spoken; null: nobody said.</summary>
    public static string? LevelOf(Fact fact) => fact.Detail switch
    {
        "Native" => "native",
        "Fluent" => "fluent",
        "Working" => "working knowledge",
        "Basic" => "basic",
        "Interpreter" => "through an interpreter",
        _ => null,
    };

    private static string Wait(Fact fact, IStringLocalizer t) => (fact.From, fact.To) switch
    {
        ({ } from, { } to) when from == to => t.Count((int)from, "{0} day", "{0} days"),
        ({ } from, { } to) => t["{0} to {1} days", Number(from), Number(to)],
        ({ } from, null) => t.Count((int)from, "at least {0} day", "at least {0} days"),
        (null, { } to) => t.Count((int)to, "up to {0} day", "up to {0} days"),
        _ => fact.Text,
    };

    private static string Fee(Fact fact, IStringLocalizer t)
    {
        if (fact.Detail == "Free")
        {
            return t["free of charge"];
        }

        string? amount = (fact.From, fact.To) switch
        {
            ({ } from, { } to) when from == to => Number(from),
            ({ } from, { } to) => t["{0} to {1}", Number(from), Number(to)].Value,
            ({ } from, null) => t["from {0}", Number(from)].Value,
            (null, { } to) => t["up to {0}", Number(to)].Value,
            _ => null,
        };
        return amount is null ? fact.Text : fact.Code is null ? amount : $"{amount} {fact.Code}";
    }

    private static string Date(Fact fact, IStringLocalizer t)
    {
        if (!DateOnly.TryParse(fact.Code, CultureInfo.InvariantCulture, out var day))
        {
            return fact.Text;
        }

        return fact.Detail switch
        {
            nameof(DatePrecision.Year) => day.ToString("yyyy", CultureInfo.CurrentCulture),
            nameof(DatePrecision.Month) => day.ToString(t["MMMM yyyy"], CultureInfo.CurrentCulture),
            _ => day.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture),
        };
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.CurrentCulture);
}
