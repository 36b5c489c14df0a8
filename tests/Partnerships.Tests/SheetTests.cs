using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships.Tests;

public sealed class SheetTests
{
    private const string Wish = "A wish nobody else may read yet";

    [Fact]
    public async Task No_page_paper_link_or_trail_shows_a_sheet_before_every_side_has_handed_in()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        var link = await world.LinkAsync();
        await world.FillSheetAsync("lead-a", Wish);
        using var guest = world.App.Anonymous();
        foreach (var page in new[] { "", "/sheet", "/compare", "/plan" })
        {
            (await guest.OpenAsync(link + page)).Html.ShouldNotContain(Wish);
        }

        foreach (var person in new[] { "coord", "counsellor-b", "operator", "dpo-a" })
        {
            foreach (var page in new[] { "", "/sheet", "/sheets", "/sheet/print", "/guide", "/plan", "/plan/print" })
            {
                (await world.OpenAsync(person, world.Here + page)).Html.ShouldNotContain(Wish);
            }
        }

        foreach (var person in new[] { "coord", "lead-a", "counsellor-b" })
        {
            (await world.OpenAsync(person, "/")).Html.ShouldNotContain(Wish);
            (await world.OpenAsync(person, $"/organisations/{world.App.Organisation("school-a")}/beyond")).Html.ShouldNotContain(Wish);
        }

        await using var db = world.App.Maintenance();
        (await db.Set<Causeway.Persistence.AuditRow>().ToListAsync()).ShouldAllBe(a => !(a.Reason ?? "").Contains(Wish));
        world.App.Mail.Sent.ShouldAllBe(m => !m.Body.Contains(Wish));
    }

    [Fact]
    public async Task The_other_member_reads_nothing_until_its_own_is_in_and_then_both_read_both()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.FillSheetAsync("lead-a", Wish);
        (await world.OpenAsync("counsellor-b", $"{world.Here}/sheets")).Html.ShouldNotContain(Wish);
        (await world.OpenAsync("counsellor-b", $"{world.Here}/sheet")).Html.ShouldNotContain(Wish);

        // A draft opens nothing.
        (await world.PressAsync("counsellor-b", $"{world.Here}/sheet", "main form[method=post]", f => f.Set("Answers[want]", "Half a thought"), "false")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("counsellor-b", $"{world.Here}/sheets")).Html.ShouldNotContain(Wish);
        await world.FillSheetAsync("counsellor-b", "Theirs", "three");
        var page = await world.OpenAsync("counsellor-b", $"{world.Here}/sheets");
        page.Text.ShouldContain(Wish);
        page.Text.ShouldContain("Agreement on 1, difference on 1, silence on 8");
        (await world.OpenAsync("lead-a", $"{world.Here}/sheets")).Text.ShouldContain("Theirs");
    }

    [Fact]
    public async Task What_is_handed_in_stays_as_it_is()
    {
        await using var world = await PartnershipWorld.StartAsync();
        using var lead = await world.App.AsAsync("lead-a");
        var stale = (await lead.OpenAsync($"{world.Here}/sheet")).Form();
        await world.FillSheetAsync("lead-a", Wish);
        await world.FillSheetAsync("counsellor-b", "Theirs");
        var answer = await stale.Set("Answers[want]", "Now that I have read theirs").PostAsync("true");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.AllAsync<IntentSheet>()).ShouldContain(s => s["want"].Count == 1 && s["want"][0] == Wish);
    }

    [Fact]
    public async Task A_sheet_without_what_it_needs_is_not_handed_in_and_keeps_what_was_typed()
    {
        await using var world = await PartnershipWorld.StartAsync();
        var answer = await world.PressAsync("lead-a", $"{world.Here}/sheet", "main form[method=post]", f => f.Set("Answers[worry]", "Silence"), "true");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Find("textarea[name='Answers[worry]']")!.TextContent.Trim().ShouldBe("Silence");
    }

    [Fact]
    public async Task A_side_without_accounts_fills_its_sheet_by_link_on_a_page_of_few_bytes()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        var link = await world.LinkAsync();
        using var guest = world.App.Anonymous();
        var form = (await guest.OpenAsync(link + "/sheet")).Form("form");
        (await form.Set("Answers[want]", "From far away").Set("Answers[field]", "lessons").Set("Answers[give]", "Songs").Set("Answers[length]", "year").PostAsync("true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.FillSheetAsync("lead-a", Wish);
        (await guest.OpenAsync(link + "/compare")).Text.ShouldContain(Wish);
        (await world.OpenAsync("lead-a", $"{world.Here}/sheets")).Text.ShouldContain("From far away");
        foreach (var page in new[] { "", "/sheet", "/compare", "/plan" })
        {
            var thin = await guest.OpenAsync(link + page);
            thin.Bytes.Length.ShouldBeLessThan(30_000);
            thin.Html.ShouldNotContain("<script");
            thin.Html.ShouldNotContain("<img");
            thin.Html.ShouldNotContain("<svg");
        }
    }

    [Fact]
    public async Task Whoever_sends_the_others_link_to_an_address_of_their_own_finds_an_empty_sheet()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        using var guest = world.App.Anonymous();
        var form = (await guest.OpenAsync(await world.LinkAsync() + "/sheet")).Form("form");
        (await form.Set("Answers[want]", Wish).Set("Answers[field]", "lessons").Set("Answers[give]", "Songs").Set("Answers[length]", "year").PostAsync("true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", $"{world.Here}/parties", "form[action*=Describe]", f => f.Set("Outside.ContactMail", "lead-a@people.example"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", $"{world.Here}/parties", "form[action*=Link]")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var taken = await world.LinkAsync("lead-a@people.example");
        (await guest.OpenAsync(taken + "/sheet")).Html.ShouldNotContain(Wish);
        await world.FillSheetAsync("lead-a", "Ours");
        (await world.OpenAsync("lead-a", $"{world.Here}/sheets")).Html.ShouldNotContain(Wish);
    }

    [Fact]
    public void Sheets_are_read_in_one_class_only()
    {
        var room = Path.Combine(Root(), "src", "Modules", "Partnerships");
        Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains("Set<IntentSheet>")).Select(Path.GetFileName).ShouldBe(["SheetBook.cs"]);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Causeway.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
