using System.Net;
using AngleSharp.Dom;

namespace Causeway.Ui.Tests;

public sealed class FormTests(House house) : IClassFixture<House>
{
    private static readonly (string, string) Level = ("Input.Level", "b");

    [Fact]
    public async Task A_form_carries_a_fresh_key_at_every_showing()
    {
        using var browser = house.Open();
        var first = KeyOf(await browser.PageAsync("/sample"));
        var second = KeyOf(await browser.PageAsync("/sample"));
        first.ShouldMatch("^[0-9a-f]{32}$");
        string.Equals(first, second, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_a_new_key()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/sample");
        var again = await Browser.ReadAsync(await browser.SendAsync(page, "/sample", ("Input.Name", "taken"), Level));
        KeyOf(again).ShouldMatch("^[0-9a-f]{32}$");
        string.Equals(KeyOf(again), KeyOf(page), StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public async Task A_search_form_has_neither_key_nor_token()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/sample");
        page.QuerySelectorAll("#search input[type=hidden]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_without_token_is_refused()
    {
        using var browser = house.Open();
        var page = await browser.PageAsync("/sample");
        var reply = await browser.SendAsync(page, "/sample", ("__RequestVerificationToken", "x"), ("Input.Name", "Ada"), Level);
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Browser.ReadAsync(reply)).QuerySelector("h1")!.TextContent.ShouldBe("This form is out of date");
    }

    [Fact]
    public async Task What_was_typed_is_still_there_after_a_refusal()
    {
        using var browser = house.Open();
        var reply = await browser.SendAsync(await browser.PageAsync("/sample"), "/sample",
            ("Input.Name", "taken"), ("Input.Secret", "hunter22"), ("Input.Fee", "80"), Level, ("Input.Days", "mon"), ("Input.Days", "tue"),
            ("Input.Visits", "false"), ("Input.Born.Day", "1"), ("Input.Born.Month", "2"), ("Input.Born.Year", "2013"), ("Input.Note", "\nline <two>"));
        reply.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(reply);
        page.GetElementById("Input_Name")!.GetAttribute("value").ShouldBe("taken");
        page.QuerySelector("#Input_Fee option[selected]")!.GetAttribute("value").ShouldBe("80");
        page.QuerySelectorAll("input[name='Input.Level'][checked]").Select(e => e.GetAttribute("value")).ShouldBe(["b"]);
        page.QuerySelectorAll("input[name='Input.Days'][checked]").Select(e => e.GetAttribute("value")).ShouldBe(["mon", "tue"]);
        page.GetElementById("Input_Visits")!.HasAttribute("checked").ShouldBeFalse();
        page.GetElementById("Input_Born")!.GetAttribute("value").ShouldBe("1");
        page.GetElementById("Input_Born-year")!.GetAttribute("value").ShouldBe("2013");
        page.GetElementById("Input_Note")!.TextContent.ShouldBe("\nline <two>");
        page.GetElementById("Input_Secret")!.HasAttribute("value").ShouldBeFalse("a password is never sent back");
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_in_the_summary()
    {
        using var browser = house.Open();
        var page = await Browser.ReadAsync(await browser.SendAsync(await browser.PageAsync("/sample"), "/sample", ("Input.Name", "taken"), Level));
        page.GetElementById("Input_Name-error")!.TextContent.ShouldContain("The name taken is taken.");
        var field = page.GetElementById("Input_Name")!;
        field.GetAttribute("aria-invalid").ShouldBe("true");
        field.GetAttribute("aria-describedby").ShouldBe("Input_Name-hint Input_Name-error");
        page.QuerySelector(".cw-errors")!.HasAttribute("autofocus").ShouldBeTrue();
        page.QuerySelector(".cw-errors a")!.GetAttribute("href").ShouldBe("#Input_Name");
    }

    [Fact]
    public async Task A_refusal_finds_its_field_even_where_nothing_was_posted()
    {
        using var browser = house.Open();
        var page = await Browser.ReadAsync(await browser.SendAsync(await browser.PageAsync("/sample"), "/sample", ("Input.Name", "idle"), Level));
        page.GetElementById("Input_Days-error")!.TextContent.Trim().ShouldBe("Choose a day.");
        page.QuerySelector(".cw-errors a")!.GetAttribute("href").ShouldBe("#Input_Days");
    }

    [Fact]
    public async Task Errors_are_listed_in_the_order_of_the_fields_and_lead_to_them()
    {
        using var browser = house.Open();
        var page = await Browser.ReadAsync(await browser.SendAsync(await browser.PageAsync("/sample"), "/sample",
            ("Input.Born.Day", "31"), ("Input.Born.Month", "2"), ("Input.Born.Year", "2013")));
        var links = page.QuerySelectorAll(".cw-errors a").ToList();
        links.Select(a => a.TextContent).ShouldBe(["Write a name.", "Choose a level.", "There is no such day. Write it like 17 11 2026."]);
        links.ShouldAllBe(a => page.GetElementById(a.GetAttribute("href")!.Substring(1)) != null);
        page.QuerySelector(".cw-errors h2")!.TextContent.Trim().ShouldBe("Nothing is saved yet: 3 things need you");
    }

    [Fact]
    public async Task A_later_save_of_somebody_else_answers_409_and_keeps_the_text()
    {
        using var browser = house.Open();
        var reply = await browser.SendAsync(await browser.PageAsync("/sample"), "/sample", ("Input.Name", "late"), Level);
        reply.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.ReadAsync(reply)).GetElementById("Input_Name")!.GetAttribute("value").ShouldBe("late");
    }

    [Fact]
    public async Task A_saved_form_goes_on_with_303_and_says_so_once()
    {
        using var browser = house.Open();
        var reply = await browser.SendAsync(await browser.PageAsync("/sample"), "/sample",
            ("Input.Name", "A<b>a"), Level, ("Input.Visits", "false"), ("Input.Born.Day", "١٧"), ("Input.Born.Month", "٠٢"), ("Input.Born.Year", "٢٠١٣"));
        reply.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        reply.Headers.Location!.ToString().ShouldBe("/sample");
        (await browser.PageAsync("/sample")).QuerySelector("[role=status]")!.TextContent.Trim().ShouldBe("Saved A<b>a, born 2013-02-17, visits False.");
        (await browser.PageAsync("/sample")).QuerySelector("[role=status]").ShouldBeNull();
    }

    [Theory]
    [InlineData("31", "4", "2013", "There is no such day. Write it like 17 11 2026.")]
    [InlineData("29", "2", "2013", "There is no such day. Write it like 17 11 2026.")]
    [InlineData("1", "13", "2013", "There is no such day. Write it like 17 11 2026.")]
    [InlineData("0", "1", "2013", "There is no such day. Write it like 17 11 2026.")]
    [InlineData("1", "1", "13", "There is no such day. Write it like 17 11 2026.")]
    [InlineData("x", "1", "2013", "There is no such day. Write it like 17 11 2026.")]
    [InlineData("1", "", "2013", "A date needs a day, a month and a year.")]
    public async Task A_day_that_does_not_exist_is_refused_with_its_digits_kept(string day, string month, string year, string error)
    {
        using var browser = house.Open();
        var page = await Browser.ReadAsync(await browser.SendAsync(await browser.PageAsync("/sample"), "/sample",
            ("Input.Name", "Ada"), Level, ("Input.Born.Day", day), ("Input.Born.Month", month), ("Input.Born.Year", year)));
        page.GetElementById("Input_Born-error")!.TextContent.Trim().ShouldBe(error);
        page.GetElementById("Input_Born")!.GetAttribute("value").ShouldBe(day);
        page.GetElementById("Input_Born-month")!.GetAttribute("value").ShouldBe(month);
    }

    [Fact]
    public async Task Empty_boxes_are_no_date_and_no_error()
    {
        using var browser = house.Open();
        await browser.SendAsync(await browser.PageAsync("/sample"), "/sample",
            ("Input.Name", "Ada"), Level, ("Input.Born.Day", ""), ("Input.Born.Month", ""), ("Input.Born.Year", " "));
        (await browser.PageAsync("/sample")).QuerySelector("[role=status]")!.TextContent.ShouldContain("born never");
    }

    [Fact]
    public async Task Every_label_names_a_field()
    {
        using var browser = house.Open();
        foreach (var path in new[] { "/sample", "/design", "/appearance" })
        {
            var page = await browser.PageAsync(path);
            page.QuerySelectorAll("label[for]").ShouldAllBe(l => page.GetElementById(l.GetAttribute("for")!) != null);
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
            ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Count, path);
            var named = page.QuerySelectorAll("[aria-labelledby],[aria-describedby]")
                .SelectMany(e => $"{e.GetAttribute("aria-labelledby")} {e.GetAttribute("aria-describedby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries));
            named.ShouldAllBe(id => ids.Contains(id));
        }
    }

    private static string KeyOf(IDocument page) => page.QuerySelector("main form[method=post] input[name=_key]")!.GetAttribute("value")!;
}
