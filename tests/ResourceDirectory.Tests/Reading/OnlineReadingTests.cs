namespace Causeway.ResourceDirectory.Tests;

public sealed class OnlineReadingTests
{
    private readonly List<string> warned = [];

    [Theory]
    [InlineData("anna@harbour.example", "anna@harbour.example")]
    [InlineData(" Anna@Harbour.example ", "Anna@Harbour.example")]
    [InlineData("mailto:anna@harbour.example", "anna@harbour.example")]
    [InlineData("Anna Berg <anna@harbour.example>", "anna@harbour.example")]
    [InlineData("anna(at)harbour.example", "anna@harbour.example")]
    [InlineData("anna [at] harbour.example", "anna@harbour.example")]
    [InlineData("anna＠harbour.example", "anna@harbour.example")]
    [InlineData("anna@harbour.example; peter@harbour.example", "anna@harbour.example peter@harbour.example")]
    [InlineData("anna@harbour.example, ANNA@harbour.example", "anna@harbour.example")]
    [InlineData("anna@harbour.example.", "anna@harbour.example")]
    public void Mail_addresses_are_found(string text, string expected)
    {
        string.Join(' ', OnlineReading.ReadMails(text, Warn).Select(mail => mail.Value)).ShouldBe(expected);
        warned.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("false")]
    [InlineData("anna@harbour")]
    [InlineData("anna@@harbour.example")]
    [InlineData("anna@gmail..example")]
    [InlineData("see website")]
    public void What_is_no_mail_address_is_warned_of(string text)
    {
        OnlineReading.ReadMails(text, Warn).ShouldBeEmpty();
        warned.ShouldBe(["email.not-readable"]);
    }

    [Theory]
    [InlineData("www.harbour.example", "https://www.harbour.example/")]
    [InlineData("http://harbour.example/de", "http://harbour.example/de")]
    [InlineData("harbour.example/therapy", "https://harbour.example/therapy")]
    [InlineData("harbour.example www.bridge.example", "https://harbour.example/ https://www.bridge.example/")]
    public void Web_addresses_are_found(string text, string expected) =>
        string.Join(' ', OnlineReading.ReadWebs(text, Warn).Select(web => web.Value)).ShouldBe(expected);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:pass@harbour.example")]
    [InlineData("Facebook")]
    public void An_address_a_browser_must_not_open_is_not_taken(string text)
    {
        OnlineReading.ReadWebs(text, Warn).ShouldBeEmpty();
        warned.ShouldContain(code => code == "website.not-readable");
    }

    private void Warn(string code, Wording text) => warned.Add(code);
}
