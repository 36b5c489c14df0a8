using FsCheck;
using FsCheck.Fluent;

namespace Causeway.Linkage.Tests;

public class TextFoldingTests
{
    [Theory]
    [InlineData("Łukasz Żółć", "lukasz zolc")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Straße", "strasse")]
    [InlineData("Søren Ærø", "soren aero")]
    [InlineData("Ćœur Ĳssel", "coeur ijssel")]
    [InlineData("İstanbul ışık", "istanbul isik")]
    [InlineData("O'Brien–Smith, PhD.", "obrien smith phd")]
    [InlineData("  two   spaces ", "two spaces")]
    [InlineData("ＦＵＬＬ　ｗｉｄｔｈ", "full width")]
    [InlineData("Иванов Фёдор", "ivanov fyodor")]
    [InlineData("Ελένη Παπαδοπούλου", "eleni papadopoyloy")]
    [InlineData("김지민", "gimjimin")]
    [InlineData("さくら", "sakura")]
    [InlineData("キョウコ", "kyouko")]
    [InlineData("דוד", "dvd")]
    [InlineData("王小明", "王小明")]
    [InlineData("+36 (1) 234-5678", "36 1 234 5678")]
    [InlineData("٣٤٥", "345")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Folding_gives_plain_lower_case_Latin(string? text, string folded) => TextFolding.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("Müller", "mueller")]
    [InlineData("Müller", "muller")]
    [InlineData("王小明", "wang xiaoming")]
    [InlineData("王小明", "wang xiao ming")]
    [InlineData("王小明", "王小明")]
    [InlineData("محمد علي", "muhammad ali")]
    [InlineData("Иванов", "иванов")]
    [InlineData("Иванов", "ivanov")]
    public void What_is_stored_is_found_in_each_of_its_spellings(string stored, string typed) =>
        TextFolding.SearchForms(stored).ShouldContain(TextFolding.Fold(typed) is { Length: > 0 } f && typed.All(c => c < 128) ? f : typed);

    [Fact]
    public void A_decomposed_letter_folds_like_the_composed_one()
    {
        TextFolding.Fold("и\u0306е\u0308").ShouldBe(TextFolding.Fold("йё"));
        TextFolding.Fold("e\u0301a\u0301").ShouldBe("ea");
    }

    [Fact]
    public void A_lone_surrogate_does_not_stop_the_fold() => TextFolding.Fold("a\ud800b").ShouldBe("a b");

    [Fact]
    public void Folding_twice_changes_nothing_more() =>
        Prop.ForAll<NonNull<string>>(text => string.Equals(TextFolding.Fold(TextFolding.Fold(text.Get)), TextFolding.Fold(text.Get), StringComparison.Ordinal))
            .QuickCheckThrowOnFailure();
}
