using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Causeway.Kernel;

namespace Causeway.Ui;

/// <summary>
/// The words of all rooms in all languages. English is the key; <c>Texts/&lt;language&gt;.json</c> embedded in a room's
/// assembly brings the others: <c>{ "Save": "حفظ", "{0} schools": { "one": "مدرسة واحدة", "other": "{0} مدرسة" } }</c>.
/// </summary>
public sealed class TextCatalogue
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Forms>> _languages;

    public TextCatalogue(IEnumerable<IModule> modules)
        : this(modules.Select(m => m.Assembly))
    {
    }

    internal TextCatalogue(IEnumerable<Assembly> assemblies)
    {
        var languages = new Dictionary<string, Dictionary<string, Forms>>(StringComparer.OrdinalIgnoreCase);
        foreach (var assembly in assemblies.Prepend(typeof(TextCatalogue).Assembly).Distinct())
        {
            foreach (var name in assembly.GetManifestResourceNames())
            {
                if (LanguageOf(name) is { } language)
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    Read(stream, languages.TryGetValue(language, out var known) ? known : languages[language] = new(StringComparer.Ordinal));
                }
            }
        }

        _languages = languages.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
        Languages = [.. _languages.Keys.Append("en").Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }

    /// <summary>BCP 47 tags of the languages pages can be shown in; English always is one.</summary>
    public IReadOnlyList<string> Languages { get; }

    internal IEnumerable<string> Keys(string language) => _languages.TryGetValue(language, out var texts) ? texts.Keys : [];

    /// <summary>The text, or null when this language has none: the caller then shows the English key.</summary>
    /// <param name="language">Falls back from <c>zh-Hans-CN</c> to <c>zh-Hans</c> to <c>zh</c>.</param>
    internal string? Find(string language, string key, PluralForm form = PluralForm.Other)
    {
        for (var tag = language; tag.Length > 0; tag = tag.LastIndexOf('-') is var cut and > 0 ? tag[..cut] : "")
        {
            if (_languages.TryGetValue(tag, out var texts) && texts.TryGetValue(key, out var forms))
            {
                return forms.In(form);
            }
        }

        return null;
    }

    private static string? LanguageOf(string resource)
    {
        // "Texts/ar.json", or "Causeway.Accounts.Texts.ar.json" where the room left the resource its default name.
        if (!resource.EndsWith(".json", StringComparison.Ordinal))
        {
            return null;
        }

        var stem = resource[..^".json".Length];
        var at = Math.Max(stem.LastIndexOf("Texts/", StringComparison.Ordinal), stem.LastIndexOf("Texts.", StringComparison.Ordinal));
        return at < 0 || (at > 0 && stem[at - 1] is not ('.' or '/')) ? null : stem[(at + "Texts/".Length)..];
    }

    private static void Read(Stream stream, Dictionary<string, Forms> into)
    {
        using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 4 });
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            // Ui is read first: the frame's words do not change with the rooms that are present.
            into.TryAdd(entry.Name, new Forms(entry.Value));
        }
    }

    // By the number of the form: a dictionary keyed by an enum would have to be compiled at every start.
    private sealed class Forms
    {
        private readonly string?[] _texts = new string?[(int)PluralForm.Many + 1];

        public Forms(JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                _texts[(int)PluralForm.Other] = value.GetString();
                return;
            }

            foreach (var form in value.EnumerateObject())
            {
                _texts[(int)Enum.Parse<PluralForm>(form.Name, ignoreCase: true)] = form.Value.GetString();
            }
        }

        public string? In(PluralForm form) => _texts[(int)form] ?? _texts[(int)PluralForm.Other];
    }
}
