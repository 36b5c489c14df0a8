namespace Causeway.Accounts.Tests;

public sealed class PasswordRulesTests
{
    private static readonly string[] Context = ["Mara Lindqvist", "mara.lindqvist@lanternhill.example", "Causeway at Harbour City", "harbour.example"];

    [Theory]
    [InlineData("quiet otters fold paper boats")]
    [InlineData("7 Brücken über den Fluß, im Regen")]
    [InlineData("고양이가 창가에서 낮잠을 잔다네")]
    [InlineData("vK9#qLw2!zT6@mXe")]
    [InlineData("                 plums and brass")]
    [InlineData("the spoon argues with my umbrella")]
    public void R12_anything_of_ones_own_is_taken(string password) => PasswordRules.Check(password, Context).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("vK9#qLw2!zT6@m")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public void R12_fewer_than_15_characters_are_too_few(string? password) => PasswordRules.Check(password, Context)!.Code.ShouldBe("password.short");

    [Fact]
    public void R12_128_characters_are_taken_and_129_are_not()
    {
        var sentence = string.Concat(Enumerable.Range(0, 26).Select(i => $"w{(char)('a' + i)}{i:00}z"));
        PasswordRules.Check(sentence[..128], Context).ShouldBeNull();
        PasswordRules.Check(sentence[..129], Context)!.Code.ShouldBe("password.long");
    }

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password1234567")]
    [InlineData("P4ssw0rd!P4ssw0rd!")]
    [InlineData("123456789012345")]
    [InlineData("qwertyuiopasdfgh")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("zyxwvutsrqponmlkj")]
    [InlineData("correct horse battery staple")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("iloveyouiloveyou1")]
    [InlineData("WelcomeSummer2026!")]
    [InlineData("mara lindqvist 2026")]
    [InlineData("LanternHillSchool1")]
    [InlineData("harbour city causeway")]
    [InlineData("SafeguardingLead2026!!")]
    [InlineData("1qaz2wsx3edc4rfv")]
    public void R12_what_is_tried_first_is_refused(string password) =>
        PasswordRules.Check(password, Context).ShouldNotBeNull(password).Code.ShouldBe("password.common", password);
}
