using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Causeway.Cases.Tests;

/// <summary>Two locks, and a block before both.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task R3_A_decision_that_says_yes_to_everybody_shows_nothing_without_a_grant()
    {
        await using var world = await CaseWorld.StartAsync(s => s.Replace(ServiceDescriptor.Singleton(p => new Access([new YesToEverybody([.. p.GetServices<IModule>()])]))));
        var url = await world.OpenAsync(CaseWorld.Deputy);
        var entry = await world.EntryAsync(url);
        foreach (var person in (string[])[CaseWorld.Counsellor, CaseWorld.Head, "teacher-a", "dpo-a", "coord", "operator", "guest-a", "partner-a", "lead-b", "lead-c"])
        {
            foreach (var path in (string[])["", "?part=legal", "/print", "/log", "/access", "/child", "/write", "/review", "/close", $"/entries/{entry}/correct"])
            {
                var page = await world.GetAsync(person, url + path);
                page.Status.ShouldBe(HttpStatusCode.NotFound, $"{person} {path}");
                page.Html.ShouldNotContain("Holm");
                page.Html.ShouldNotContain("without food");
            }

            (await world.GetAsync(person, "/cases?names=true")).Html.ShouldNotContain(url);
        }

        // Let in by the lead, and the row taken away behind the program's back.
        await world.LetInAsync(url, CaseWorld.Counsellor, "core", "child");
        (await world.GetAsync(CaseWorld.Counsellor, url)).Text.ShouldContain("Holm");
        await world.SqlAsync("DELETE FROM key_grant WHERE person_id = {0}", world.App.Person(CaseWorld.Counsellor).Value);
        (await world.GetAsync(CaseWorld.Counsellor, url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task R3_A_live_grant_shows_nothing_when_the_decision_says_no()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        await world.LetInAsync(url, CaseWorld.Counsellor, "core", "child");
        await world.LetInAsync(url, CaseWorld.Head, "core", "legal");
        (await world.GetAsync(CaseWorld.Head, url + "?part=legal")).Status.ShouldBe(HttpStatusCode.OK);
        // The grants stay live; the posts become other ones.
        await world.SqlAsync("UPDATE post SET role = 'Teacher' WHERE person_id = {0}", world.App.Person(CaseWorld.Counsellor).Value);
        await world.SqlAsync("UPDATE post SET role = 'Operator' WHERE person_id = {0}", world.App.Person(CaseWorld.Head).Value);
        foreach (var person in (string[])[CaseWorld.Counsellor, CaseWorld.Head])
        {
            foreach (var path in (string[])["", "?part=legal", "/print", "/log"])
            {
                (await world.GetAsync(person, url + path)).Status.ShouldBe(HttpStatusCode.NotFound, $"{person} {path}");
            }
        }
    }

    [Fact]
    public async Task A_part_is_let_in_to_by_itself_and_only_for_work_that_goes_with_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        await world.WriteAsync(CaseWorld.Lead, url, "Order of the court", part: "legal");
        await world.LetInAsync(url, CaseWorld.Counsellor, "core");
        (await world.GetAsync(CaseWorld.Counsellor, url + "?part=legal")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.GetAsync(CaseWorld.Counsellor, url)).Text.ShouldNotContain("Order of the court");
        async Task RefusedAsync(string person, string part, int days)
        {
            var page = await world.PostAsync(CaseWorld.Lead, url + "/access", f => f.Force("Person", world.App.Person(person).ToString()).Force("Parts", part).Set("Until", world.Day(days)), selector: "main form:has(select[name=Person])");
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{person} {part} {days}");
        }

        await RefusedAsync(CaseWorld.Counsellor, "legal", 30);
        await RefusedAsync(CaseWorld.Head, "protected-contact", 30);
        await RefusedAsync("teacher-a", "core", 30);
        await RefusedAsync("lead-b", "core", 30);
        await RefusedAsync(CaseWorld.Lead, "core", 30);
        await RefusedAsync(CaseWorld.Head, "core", -1);
        await RefusedAsync(CaseWorld.Head, "core", 367);
        await RefusedAsync(CaseWorld.Head, "medical", 30);
        await world.LetInAsync(url, CaseWorld.Head, "legal");
        (await world.GetAsync(CaseWorld.Head, url + "?part=legal")).Text.ShouldContain("Order of the court");
        // In the legal part and not in the core: the cover, and nothing of the core.
        (await world.GetAsync(CaseWorld.Head, url)).Text.ShouldNotContain("Comes without food");
    }

    [Fact]
    public async Task R9_Access_ends_at_its_day_and_at_once_when_it_is_taken_away()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync(CaseWorld.Deputy);
        await world.LetInAsync(url, CaseWorld.Counsellor, "core");
        await world.DoAsync(CaseWorld.Lead, url + "/access", selector: $"main td form:has(input[name=Person][value='{world.App.Person(CaseWorld.Counsellor)}'])");
        (await world.GetAsync(CaseWorld.Counsellor, url)).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.LetInAsync(url, CaseWorld.Counsellor, "core");
        (await world.GetAsync(CaseWorld.Counsellor, url)).Status.ShouldBe(HttpStatusCode.OK);
        world.Wait(TimeSpan.FromDays(31));
        (await world.GetAsync(CaseWorld.Counsellor, url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task R7_Whoever_is_kept_out_meets_the_same_pages_as_if_the_case_were_not()
    {
        await using var world = await CaseWorld.StartAsync();
        var pages = (string[])["/", "/cases", "/cases?names=true", "/cases?closed=true"];
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            before[page] = (await world.GetAsync(CaseWorld.Deputy, page)).Text;
        }

        var url = await world.OpenAsync(CaseWorld.Deputy, f => f.Set("Input.NextReviewOn", world.Day(1)));
        (await world.GetAsync(CaseWorld.Deputy, "/")).Text.ShouldNotBe(before["/"]);
        await world.BlockAsync(url, CaseWorld.Deputy, "Alleged");
        foreach (var page in pages)
        {
            (await world.GetAsync(CaseWorld.Deputy, page)).Text.ShouldBe(before[page], page);
        }

        // Neither the lead nor a row written behind the program's back brings them in again.
        (await world.PostAsync(CaseWorld.Lead, url + "/access", f => f.Set("Person", world.App.Person(CaseWorld.Deputy).ToString()).Set("Parts", "core").Set("Until", world.Day(9)), selector: "main form:has(select[name=Person])"))
            .Text.ShouldContain(IKeyVault.Blocked.Message);
        await world.SqlAsync("UPDATE key_grant SET person_id = {0} WHERE part = 'core'", world.App.Person(CaseWorld.Deputy).Value);
        (await world.GetAsync(CaseWorld.Deputy, url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_lead_who_is_kept_out_loses_the_lead_to_whoever_keeps_them_out()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync(CaseWorld.Deputy);
        await world.DoAsync(CaseWorld.Deputy, url + "/access", f => f.Set("Blocked", world.App.Person(CaseWorld.Lead).ToString()).Set("Conflict", "Alleged"), selector: "main form:has(select[name=Blocked])");
        (await world.GetAsync(CaseWorld.Lead, url)).Status.ShouldBe(HttpStatusCode.NotFound);
        await using var db = world.App.Maintenance();
        var file = await db.Set<CaseFile>().SingleAsync();
        (file.Lead, file.Deputy).ShouldBe((world.App.Person(CaseWorld.Deputy), null));
    }

    [Fact]
    public async Task The_medical_part_is_opened_by_a_counsellor_who_is_alone_in_it_until_letting_somebody_in()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        (await world.GetAsync(CaseWorld.Lead, url + "/access")).Text.ShouldNotContain("Open the medical part");
        await world.LetInAsync(url, CaseWorld.Counsellor, "core");
        await world.DoAsync(CaseWorld.Counsellor, url + "/access", button: "Open the medical part", selector: "main form[action*='handler=Medical']");
        await world.WriteAsync(CaseWorld.Counsellor, url, "Told me in confidence", part: "medical");
        (await world.GetAsync(CaseWorld.Counsellor, url + "?part=medical")).Text.ShouldContain("Told me in confidence");
        (await world.GetAsync(CaseWorld.Lead, url + "?part=medical")).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.DoAsync(CaseWorld.Counsellor, url + "/access", f => f.Set("Person", world.App.Person(CaseWorld.Lead).ToString()).Set("Parts", "medical").Set("Until", world.Day(5)), selector: "main form:has(select[name=Person])");
        (await world.GetAsync(CaseWorld.Lead, url + "?part=medical")).Text.ShouldContain("Told me in confidence");
        (await world.GetAsync(CaseWorld.Lead, url + "/write?kind=Observation&part=medical")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task R24_Each_reading_is_one_line_and_the_log_says_who_read_what()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        await world.LetInAsync(url, CaseWorld.Counsellor, "core");
        var before = (await world.ActsAsync(url)).Count(a => a == "part.opened");
        await world.GetAsync(CaseWorld.Counsellor, url);
        ((await world.ActsAsync(url)).Count(a => a == "part.opened") - before).ShouldBe(1);
        var page = await world.GetAsync(CaseWorld.Lead, url + "/log");
        Lines(page).ShouldContain(l => l.EndsWith("| Cleo Counsellor | Read | The case", StringComparison.Ordinal));
        Lines(page).ShouldContain(l => l.EndsWith("| Lea Lead | Let in Cleo Counsellor | The case", StringComparison.Ordinal));
        // A counsellor sees the own acts only.
        var own = Lines(await world.GetAsync(CaseWorld.Counsellor, url + "/log"));
        own.ShouldNotBeEmpty();
        own.ShouldAllBe(l => l.Contains("| Cleo Counsellor |", StringComparison.Ordinal));
        await world.GetAsync(CaseWorld.Head, url);
        (await world.ActsAsync(url)).ShouldContain("part.refused");
    }

    private static List<string> Lines(TestPage page) =>
    [
        .. page.Document.QuerySelectorAll("tbody tr").Select(r => string.Join(" | ", r.Children.Select(c =>
            string.Join(' ', string.Join(' ', c.ChildNodes.Select(n => n.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))),
    ];

    /// <summary>The decision function gone wrong: every rule of the house says yes to every role, about everything.</summary>
    private sealed class YesToEverybody(IReadOnlyList<IModule> modules) : IModule
    {
        public string Name => "Yes";

        public IEnumerable<PermissionRule> Permissions => modules.SelectMany(m => m.Permissions).Select(r => new PermissionRule(r.Code, Relation.None));
    }
}
