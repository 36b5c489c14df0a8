using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>English words of offers and asks; the localizer's keys.</summary>
internal static class OfferWords
{
    public static string Of(OfferKind kind) => kind switch
    {
        OfferKind.Offer => "We can give",
        OfferKind.Ask => "We would like to have",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Short(OfferKind kind) => kind == OfferKind.Offer ? "Offer" : "Ask";

    public static string Of(HelpAudience audience) => audience switch
    {
        HelpAudience.Staff => "School staff",
        HelpAudience.Parents => "Parents",
        HelpAudience.Pupils => "Pupils",
        HelpAudience.Leaders => "School leaders",
        HelpAudience.Community => "The community",
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    public static (string Text, StateKind Kind) Of(DeliveryState state) => state switch
    {
        DeliveryState.Matched => ("Agreed, not given yet", StateKind.Wait),
        DeliveryState.Given => ("Given; the receiver has not said what came of it", StateKind.New),
        DeliveryState.Told => ("Done", StateKind.Ok),
        DeliveryState.CalledOff => ("Called off", StateKind.Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The word for a need, as it is called today; null: none.</summary>
    public static string? Need(string? code, IStringLocalizer t) => NeedTaxonomy.Find(code) is { } need ? t[need.Label].Value : null;

    public static IEnumerable<SelectListItem> Kinds { get; } = [.. Enum.GetValues<OfferKind>().Select(k => new SelectListItem(Of(k), k.ToString()))];

    public static IEnumerable<SelectListItem> Audiences { get; } = [.. Enum.GetValues<HelpAudience>().Select(a => new SelectListItem(Of(a), a.ToString()))];
}
