using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Causeway.Ui.Tests;

public sealed partial class TextsTests
{
    private static readonly TextCatalogue Catalogue = new([typeof(TextsTests).Assembly]);

    private static readonly CatalogueLocalizer T = new CatalogueLocalizer(Catalogue);

    [Fact]
    public void A_room_brings_words_and_the_languages_they_are_in() =>
        Catalogue.Languages.ShouldBe(["ar", "en", "fr", "ko"]);

    [Theory]
    [InlineData("fr", "Lighthouse", "Phare")]
    [InlineData("fr-CA", "Lighthouse", "Phare")]
    [InlineData("ko", "Lighthouse", "Lighthouse")]
    [InlineData("de", "Save", "Save")]
    [InlineData("en", "Save", "Save")]
    [InlineData("fr", "Save", "Enregistrer")]
    [InlineData("ar", "No such words {0}", "No such words {0}")]
    public void A_missing_word_falls_back_to_English(string language, string key, string expected) =>
        In(language, () => T[key].Value).ShouldBe(expected);

    [Fact]
    public void Values_are_filled_in() => In("ko", () => T["Step {0} of {1}: {2}", 2, 4, "{x}"].Value).ShouldBe("4단계 중 2단계: {x}");

    [Theory]
    [InlineData("en", 0, "0 schools")]
    [InlineData("en", 1, "1 school")]
    [InlineData("fr", 0, "0 école")]
    [InlineData("fr", 2, "2 écoles")]
    [InlineData("ko", 1, "1 school")]
    public void Counted_words_take_the_form_of_their_language(string language, int count, string expected) =>
        In(language, () => T.Count(count, "{0} school", "{0} schools")).ShouldBe(expected);

    [Theory]
    [InlineData(1, "قبل يوم")]
    [InlineData(2, "قبل يومين")]
    [InlineData(3, "قبل 3 أيام")]
    [InlineData(10, "قبل 10 أيام")]
    [InlineData(11, "قبل 11 يومًا")]
    [InlineData(99, "قبل 99 يومًا")]
    [InlineData(100, "قبل 100 يوم")]
    [InlineData(103, "قبل 103 أيام")]
    public void Arabic_counts_in_six_forms(int count, string expected) =>
        In("ar", () => T.Count(count, "{0} day ago", "{0} days ago")).ShouldBe(expected);

    [Theory]
    [InlineData("ru", 1, nameof(PluralForm.One))]
    [InlineData("ru", 11, nameof(PluralForm.Many))]
    [InlineData("ru", 21, nameof(PluralForm.One))]
    [InlineData("uk", 23, nameof(PluralForm.Few))]
    [InlineData("pl", 12, nameof(PluralForm.Many))]
    [InlineData("pl", 22, nameof(PluralForm.Few))]
    [InlineData("ar", 0, nameof(PluralForm.Zero))]
    [InlineData("he", 2, nameof(PluralForm.Two))]
    [InlineData("ja", 1, nameof(PluralForm.Other))]
    [InlineData("de", 1, nameof(PluralForm.One))]
    public void Plural_forms_follow_the_language(string language, int count, string form) =>
        Plurals.FormOf(language, count).ToString().ShouldBe(form);

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    [InlineData("ko")]
    public void Every_word_of_the_frame_and_the_widgets_is_translated(string language)
    {
        var known = Catalogue.Keys(language).ToHashSet(StringComparer.Ordinal);
        WordsOfUi().Where(w => !known.Contains(w)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    [InlineData("ko")]
    public void A_translation_uses_no_value_that_its_English_has_not(string language)
    {
        foreach (var key in Catalogue.Keys(language))
        {
            var allowed = Places().Matches(key).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var form in Enum.GetValues<PluralForm>())
            {
                Places().Matches(Catalogue.Find(language, key, form) ?? "").Select(m => m.Value).Where(p => !allowed.Contains(p)).ShouldBeEmpty(key);
            }
        }
    }

    /// <summary>The English words in the sources of Ui; the page of widgets is for us and stays English.</summary>
    private static List<string> WordsOfUi()
    {
        var words = Sources.Of("*.cs").Concat(Sources.Of("*.cshtml"))
            .Where(f => !f.Path.Contains("ShowDesign", StringComparison.Ordinal))
            .SelectMany(f => InCode().Matches(f.Text).Concat(f.Path.EndsWith(".cshtml", StringComparison.Ordinal) ? InPages().Matches(f.Text) : []))
            .Select(m => m.Groups["w"].Value)
            .Concat(typeof(ErrorWords).GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
                .Select(f => f.GetValue(null)).OfType<ErrorWords>().SelectMany(e => new[] { e.Title, e.Lead, e.Next }))
            .Distinct(StringComparer.Ordinal).ToList();
        words.Count.ShouldBeGreaterThan(60);
        return words;
    }

    private static string In(string language, Func<string> act)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [GeneratedRegex("""(?:\bSay\(|\bT\[|[Tt]exts\[|Refuse\(context, |Accessor\([^"]*=> |Texts\.Count\(count, "[^"]*", |Span\(past, [^"]*"[^"]*", )"(?<w>[^"{][^"]*|[^"]*)["]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InCode();

    [GeneratedRegex("""\b(?:title|lead|label|text|back|hint)="(?<w>[^"@]+)["]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InPages();

    [GeneratedRegex("""\{\d\}""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Places();
}
