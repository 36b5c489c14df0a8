using System.Net;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings.Tests;

/// <summary>Every page for every role; foreign and invented ids alike; no place for a child anywhere.</summary>
public sealed class AccessTests
{
    private const string Nobody = "01890000-0000-7000-8000-000000000000";

    private static readonly string[] Everybody =
        ["coord", "lead-a", "counsellor-a", "teacher-a", "head-a", "dpo-a", "operator", "partner-a", "guest-a", "lead-b", "ended", "no-post", "coord-c", "lead-c"];

    private static readonly string[] Readers = ["coord", "lead-a", "counsellor-a", "head-a", "dpo-a", "lead-b"];
    private static readonly string[] Writers = ["coord", "lead-a", "counsellor-a", "head-a", "lead-b"];

    [Fact]
    public async Task A_page_opens_for_exactly_the_roles_of_the_matrix()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.HoldAsync(world.Next);
        var anywhere = Everybody.Except(["operator", "ended", "no-post"]).ToArray();
        var allowed = new Dictionary<string, string[]>
        {
            ["/meetings"] = anywhere,
            ["/meetings/actions"] = anywhere,
            ["/meetings/new"] = ["coord", "coord-c"],
            ["/meetings/find"] = [.. Writers, "coord-c", "lead-c"],
            ["/meetings/polls"] = anywhere,
            ["/meetings/polls/new"] = [.. Writers, "coord-c", "lead-c"],
            [$"/meetings/series/{world.Series}"] = Readers,
            [$"/meetings/series/{world.Series}/record"] = Readers,
            [$"/meetings/series/{world.Series}/change"] = ["coord"],
            [$"/meetings/series/{world.Series}/times"] = ["coord"],
            [$"/meetings/series/{world.Series}/people"] = ["coord"],
            ["/meetings/replies"] = ["coord", "coord-c"],
            [$"/meetings/{world.Next}"] = Readers,
            [$"/meetings/{world.Next}/move"] = ["coord"],
            [$"/meetings/{world.Next}/agenda"] = Writers,
            [$"/meetings/{world.Next}/attendance"] = Writers,
            [$"/meetings/{world.Next}/outcomes"] = Writers,
            [$"/meetings/{world.Next}/minutes"] = Readers,
            [$"/meetings/{world.Next}/papers"] = Writers,
            [$"/meetings/{world.Next}/agenda/print"] = Readers,
            [$"/meetings/{world.Next}/attendance/print"] = Writers,
        };
        var wrong = new List<string>();
        foreach (var person in Everybody)
        {
            using var browser = await world.App.AsAsync(person);
            foreach (var (url, who) in allowed)
            {
                var status = (await browser.GetAsync(url)).Status;
                if (status != (who.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound))
                {
                    wrong.Add($"{person} {url}: {status}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_teacher_and_a_partner_see_the_meetings_they_are_invited_to_and_no_others()
    {
        await using var world = await MeetingWorld.StartAsync();
        var other = await world.PlanAsync("coord", 12, f => f.Set("Input.Title", "Another series"));
        using var coord = await world.App.AsAsync("coord");
        foreach (var post in new[] { "post:teacher-a-1", "post:partner-a-1" })
        {
            (await (await coord.OpenAsync($"/meetings/series/{world.Series}/people")).Form("main form:has(input[name=Posts])").Force("Posts", world.App.Ids[post].ToString()).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        foreach (var person in new[] { "teacher-a", "partner-a" })
        {
            using var browser = await world.App.AsAsync(person);
            (await browser.GetAsync($"/meetings/{world.Next}")).Status.ShouldBe(HttpStatusCode.OK);
            (await browser.GetAsync($"/meetings/series/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.OpenAsync("/meetings")).Text.ShouldNotContain("Another series");
        }
    }

    [Fact]
    public async Task A_foreign_id_is_answered_like_one_that_never_was()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var foreign = await world.App.AsAsync("coord-c");
        string[] pages = ["/meetings/{0}", "/meetings/{0}/move", "/meetings/{0}/agenda", "/meetings/{0}/attendance", "/meetings/{0}/outcomes", "/meetings/{0}/minutes", "/meetings/{0}/print"];
        foreach (var page in pages)
        {
            (await foreign.GetAsync(page.Replace("{0}", world.Next.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await foreign.GetAsync(page.Replace("{0}", Nobody))).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        foreach (var page in new[] { "", "/change", "/times", "/people", "/record" })
        {
            (await foreign.GetAsync($"/meetings/series/{world.Series}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public void No_column_of_a_meeting_has_a_place_for_a_child_or_a_case()
    {
        string[] words = ["child", "pupil", "student", "case", "consult", "birth", "grade", "class"];
        var rows = typeof(MeetingsModule).Assembly.GetTypes().Where(t => typeof(IOwnedByNetwork).IsAssignableFrom(t)).ToList();
        rows.Count.ShouldBeGreaterThan(10);
        rows.SelectMany(t => t.GetProperties().Select(p => $"{t.Name}.{p.Name}")).Where(n => words.Any(w => n.Contains(w, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_row_of_a_meeting_is_the_networks()
    {
        await using var world = await MeetingWorld.StartAsync();
        await using var db = world.App.Maintenance();
        db.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == typeof(MeetingsModule).Assembly).Select(e => e.ClrType)
            .ShouldAllBe(t => typeof(IOwnedByNetwork).IsAssignableFrom(t));
    }
}
