using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Causeway.Ui;

internal sealed class CatalogueLocalizer(TextCatalogue catalogue) : IStringLocalizer
{
    private static string Language => CultureInfo.CurrentUICulture.Name;

    public LocalizedString this[string name] =>
        catalogue.Find(Language, name) is { } text ? new(name, text) : new(name, name, resourceNotFound: Language is not "en");

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return new(name, Fill(text.Value, arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        catalogue.Keys(Language).Select(key => this[key]);

    public string Count(int number, string one, string other)
    {
        var text = catalogue.Find(Language, other, Plurals.FormOf(Language, number))
            ?? (number == 1 ? one : other);
        return Fill(text, [number]);
    }

    private static string Fill(string text, object[] arguments) => string.Format(CultureInfo.CurrentCulture, text, arguments);
}

internal sealed class CatalogueLocalizerFactory(TextCatalogue catalogue) : IStringLocalizerFactory
{
    private readonly CatalogueLocalizer _localizer = new(catalogue);

    public IStringLocalizer Create(Type resourceSource) => _localizer;

    public IStringLocalizer Create(string baseName, string location) => _localizer;
}

/// <summary>Counted words. Languages have up to six forms; English names two and the texts bring the rest.</summary>
public static class CountedTexts
{
    /// <summary><c>T.Count(n, "{0} school", "{0} schools")</c>. The second text is the key in <c>Texts/&lt;language&gt;.json</c>.</summary>
    public static string Count(this IStringLocalizer texts, int number, string one, string other) =>
        texts is CatalogueLocalizer own
            ? own.Count(number, one, other)
            : string.Format(CultureInfo.CurrentCulture, number == 1 ? one : other, number);
}
