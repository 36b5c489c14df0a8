using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;

namespace Causeway.Ui.Tests;

public sealed class HostileTextTests(House house) : IClassFixture<House>
{
    public static TheoryData<string> Widgets() => new(
        "state", "note", "duty", "section", "box", "confirm", "empty", "details", "work", "facts", "timeline", "chips", "table",
        "name", "progress", "diff", "conflict", "link", "print", "field", "area", "select", "choices", "check", "date", "drop");

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task A_widget_shows_hostile_text_as_text(string id)
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/hostile");
        page.GetElementById(id)!.TextContent.ShouldContain(HostileModel.Payload);
    }

    [Fact]
    public async Task Nothing_hostile_becomes_an_element_or_an_attribute()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/hostile");
        page.QuerySelectorAll("img").ShouldBeEmpty();
        page.QuerySelectorAll("script").ShouldAllBe(s => s.HasAttribute("src") && s.GetAttribute("nonce") == "nonce-of-this-reply");
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name is "style").ShouldBeEmpty();
    }

    [Fact]
    public async Task No_address_runs_script()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/hostile");
        var addresses = page.All.SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("action"), e.GetAttribute("src") });
        addresses.OfType<string>().Select(a => new string([.. a.Where(c => !char.IsControl(c))]))
            .ShouldAllBe(a => !a.TrimStart().StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        page.GetElementById("link")!.QuerySelectorAll("a").ShouldAllBe(a => a.GetAttribute("href")!.Length > 0);
    }

    [Fact]
    public async Task The_frame_shows_the_name_of_the_reader_as_text()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/hostile");
        page.QuerySelector("footer")!.TextContent.ShouldContain("Mara <b>Lindqvist");
        page.QuerySelector("h1")!.TextContent.ShouldBe(HostileModel.Payload);
        page.Title.ShouldBe(HostileModel.Payload + " · Causeway");
    }

    [Theory]
    [InlineData("https://a.example/x?y=1:2", "https://a.example/x?y=1:2")]
    [InlineData("tel:5550140", "tel:5550140")]
    [InlineData("/cases/1?at=10:30", "/cases/1?at=10:30")]
    [InlineData("#part", "#part")]
    [InlineData("JaVaScRiPt:alert(1)", null)]
    [InlineData(" \tjava\nscript:alert(1)", null)]
    [InlineData("\u0001javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("", null)]
    public void Only_harmless_addresses_become_links(string address, string? expected) => Links.Safe(address).ShouldBe(expected);

    [Theory]
    [InlineData("//evil.example/x", "/evil.example/x")]
    [InlineData("/\\evil.example", "/%5Cevil.example")]
    [InlineData("/a b/\"c", "/a%20b/%22c")]
    public void A_link_to_this_page_never_names_another_host(string path, string expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        Links.With(request, "p", "2").ShouldBe(expected + "?p=2");
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/sample?x=1", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_redirect_stays_on_this_site(string? address, bool local) => Links.IsLocal(address).ShouldBe(local);
}
