using System.Text;

namespace Causeway.Accounts.Tests;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code)
    {
        var step = Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds));
        Totp.Code(Secret, step, digits: 8).ShouldBe(code);
        Totp.Code(Secret, step).ShouldBe(code[2..]);
    }

    // RFC 4648, section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_in_base_32(string plain, string text) => Totp.Base32(Encoding.ASCII.GetBytes(plain)).ShouldBe(text);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_step_to_either_side_is_taken(int away, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var step = Totp.StepOf(now) + away;
        Totp.Match(Secret, Totp.Code(Secret, step), now, after: 0).ShouldBe(taken ? step : null);
    }

    [Fact]
    public void A_code_is_good_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var code = Totp.Code(Secret, Totp.StepOf(now));
        var step = Totp.Match(Secret, code, now, after: 0)!.Value;
        Totp.Match(Secret, code, now, after: step).ShouldBeNull();
        Totp.Match(Secret, code, now.AddSeconds(20), after: step).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void What_is_no_code_never_matches(string? typed) =>
        Totp.Match(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), after: 0).ShouldBeNull();

    [Fact]
    public void Spaces_in_a_code_do_no_harm()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var code = Totp.Code(Secret, Totp.StepOf(now));
        Totp.Match(Secret, code[..3] + " " + code[3..], now, after: 0).ShouldNotBeNull();
    }
}
