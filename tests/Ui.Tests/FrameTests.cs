using System.Net;

namespace Causeway.Ui.Tests;

public sealed class FrameTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task The_menu_shows_what_this_post_may_use_in_order()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/sample");
        page.QuerySelectorAll("nav.cw-nav a").Select(a => a.TextContent.Trim()).ShouldBe(["Home", "Lighthouse", "Referrals"]);
        page.QuerySelector("nav.cw-nav [aria-current=page]")!.TextContent.Trim().ShouldBe("Lighthouse");
    }

    [Fact]
    public async Task The_menu_opens_without_script()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/sample");
        var menu = page.GetElementById(page.QuerySelector(".cw-burger")!.GetAttribute("popovertarget")!)!;
        menu.HasAttribute("popover").ShouldBeTrue();
        menu.GetAttribute("aria-label").ShouldBe("Main menu");
    }

    [Fact]
    public async Task A_page_has_one_heading_and_a_way_past_the_menu()
    {
        using var browser = house.Open();
        foreach (var path in new[] { "/sample", "/design", "/appearance", "/paper", "/nothing-here" })
        {
            var page = await browser.PageAsync(path);
            page.QuerySelectorAll("h1").Length.ShouldBe(1, path);
            page.QuerySelector("body a")!.GetAttribute("href").ShouldBe("#main", path);
            page.GetElementById("main")!.LocalName.ShouldBe("main", path);
        }
    }

    [Fact]
    public async Task Nothing_is_inline_and_every_script_carries_the_nonce()
    {
        using var browser = house.Open();
        foreach (var path in new[] { "/sample", "/design?wrong=true", "/appearance", "/paper", "/nothing-here", "/broken" })
        {
            var page = await browser.PageAsync(path);
            page.QuerySelectorAll("[style],style").ShouldBeEmpty(path);
            page.QuerySelectorAll("script").ShouldAllBe(s => s.GetAttribute("nonce") == "nonce-of-this-reply" && s.TextContent == "");
            page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty(path);
        }
    }

    [Theory]
    [InlineData("ar", "ar", "rtl", "حفظ")]
    [InlineData("fr-CA,fr;q=0.9", "fr", "ltr", "Enregistrer")]
    [InlineData("xx", "en", "ltr", "Save")]
    public async Task A_guest_reads_in_the_language_of_the_browser(string accepted, string lang, string dir, string save)
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/sample", ("Accept-Language", accepted), ("X-Guest", "1"));
        page.DocumentElement.GetAttribute("lang").ShouldBe(lang);
        page.DocumentElement.GetAttribute("dir").ShouldBe(dir);
        page.QuerySelector("button.btn-primary")!.TextContent.ShouldBe(save);
        page.QuerySelector("link[href*=tabler]")!.GetAttribute("href")!.Contains("rtl", StringComparison.Ordinal).ShouldBe(dir is "rtl");
    }

    [Fact]
    public async Task A_person_reads_in_the_own_language_whatever_the_browser_says()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/sample", ("Accept-Language", "ko"), ("X-Language", "fr"));
        page.DocumentElement.GetAttribute("lang").ShouldBe("fr");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Phare");
        page.QuerySelector("nav.cw-nav [aria-current=page]")!.TextContent.Trim().ShouldBe("Phare");
    }

    [Fact]
    public async Task A_rule_of_a_room_speaks_the_language_of_the_reader()
    {
        using var browser = house.Open();
        browser.Headers.Add("X-Language", "fr");
        var page = await Browser.ReadAsync(await browser.SendAsync(await browser.PageAsync("/sample"), "/sample", ("Input.Level", "a")));
        page.GetElementById("Input_Name-error")!.TextContent.Trim().ShouldBe("Écrivez un nom.");
    }

    [Fact]
    public async Task A_guest_sees_no_menu_and_a_way_to_sign_in()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/sample", ("X-Guest", "1"));
        page.QuerySelectorAll("nav.cw-nav, .cw-burger, footer form").ShouldBeEmpty();
        page.QuerySelector("footer a")!.GetAttribute("href").ShouldBe("/account/sign-in");
    }

    [Fact]
    public async Task Signing_out_is_a_post_with_a_token()
    {
        using var browser = house.Open();
        var form = (await browser.PageAsync("/sample")).QuerySelector("footer form")!;
        form.GetAttribute("method").ShouldBe("post");
        form.GetAttribute("action").ShouldBe("/account/sign-out");
        form.QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Language_and_colours_are_kept_on_the_device()
    {
        using var browser = house.Open();
        var form = await browser.PageAsync("/appearance?back=/sample");
        var reply = await browser.SendAsync(form, "/appearance", ("Language", "ar"), ("Theme", "dark"));
        reply.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        reply.Headers.Location!.ToString().ShouldBe("/sample");
        var page = await browser.PageAsync("/sample");
        page.DocumentElement.GetAttribute("lang").ShouldBe("ar");
        page.DocumentElement.GetAttribute("data-bs-theme").ShouldBe("dark");
    }

    [Theory]
    [InlineData("Language", "xx")]
    [InlineData("Theme", "\"><b>")]
    public async Task An_unknown_language_or_colour_is_refused(string field, string value)
    {
        using var browser = house.Open();
        var form = await browser.PageAsync("/appearance");
        var fields = new[] { ("Language", "fr"), ("Theme", "dark") }.Select(f => string.Equals(f.Item1, field, StringComparison.Ordinal) ? (field, value) : f).ToArray();
        (await browser.SendAsync(form, "/appearance", fields)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_way_back_never_leads_off_the_site()
    {
        using var browser = house.Open();
        var form = await browser.PageAsync("/appearance?back=//evil.example");
        var reply = await browser.SendAsync(form, "/appearance", ("Back", "//evil.example"), ("Language", "en"), ("Theme", "auto"));
        reply.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task What_is_not_yours_looks_like_what_does_not_exist()
    {
        using var browser = house.Open();
        var foreign = await browser.SendAsync(await browser.PageAsync("/sample"), "/sample", ("Input.Name", "foreign"), ("Input.Level", "a"));
        var missing = await browser.GetAsync("/nothing-here");
        foreign.StatusCode.ShouldBe(missing.StatusCode);
        (await MainOf(foreign)).ShouldBe(await MainOf(missing));
    }

    [Fact]
    public async Task A_fault_shows_an_id_and_nothing_of_its_cause()
    {
        using var browser = house.Open();
        var reply = await browser.GetAsync("/broken");
        reply.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var text = await reply.Content.ReadAsStringAsync();
        text.ShouldNotContain("secret cause");
        text.ShouldNotContain("InvalidOperationException");
        (await Browser.ReadAsync(reply)).QuerySelector("main bdi")!.TextContent.Length.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task An_error_page_asked_for_by_hand_is_not_there()
    {
        using var browser = house.Open();
        (await browser.GetAsync("/error/500")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_document_has_no_menu_and_says_when_it_was_printed()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/paper");
        page.QuerySelectorAll("nav").ShouldBeEmpty();
        page.QuerySelector("footer time")!.GetAttribute("datetime").ShouldBe("2026-11-17T08:41:00Z");
        page.QuerySelector("footer time")!.TextContent.ShouldBe("17 November 2026, 17:41", "the reader's clock is in Seoul");
    }

    private static async Task<string> MainOf(HttpResponseMessage reply)
    {
        var main = (await Browser.ReadAsync(reply)).QuerySelector("main")!;
        main.QuerySelector("bdi")!.TextContent = "";
        return main.TextContent;
    }
}
