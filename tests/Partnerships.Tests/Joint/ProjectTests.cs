using System.Net;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

public sealed class ProjectTests
{
    [Fact]
    public async Task Both_curricula_stand_side_by_side_and_a_blank_side_is_said_aloud()
    {
        await using var world = await KeepWorld.StartAsync();
        var project = await world.BeginProjectAsync("lead-a", started: false);
        var page = await world.OpenAsync("lead-b", $"projects/{project}");
        page.Text.ShouldContain("Year 8, unit 4");
        page.Text.ShouldContain("Primary 6, tables");
        page.Text.ShouldContain("“Measure on one day” does not say what is learnt at School B.");
        page.Text.ShouldNotContain("learnt at School A");
        await world.DoAsync("lead-b", $"projects/{project}/Activities?row=1", "", f => f.Set("Cells[learning.2]", "Tables and graphs"));
        (await world.OpenAsync("lead-a", $"projects/{project}")).Text.ShouldNotContain("does not say what is learnt");
        await world.DoAsync("lead-b", $"projects/{project}/Curriculum", "", f => f.Set("Cells[subject]", "Music").Set("Cells[unit.2]", "Songs of work"));
        (await world.OpenAsync("lead-a", $"projects/{project}/Curriculum")).Text.ShouldContain("“Music”: nothing of School A's curriculum stands opposite.");
    }

    [Fact]
    public async Task A_project_starts_with_days_and_a_map_and_is_finished_only_after_it_ran()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.DoAsync("lead-a", "projects", "", f => f.Set("Title", "Thin beginning"));
        var id = (await world.AllAsync<JointProject>()).Single().Id;
        (await world.PressAsync("lead-a", $"projects/{id}", "Start")).Text.ShouldContain("Say from when until when it runs");
        (await world.PressAsync("lead-a", $"projects/{id}/edit", "", f => f.Set("StartsOn", world.Day(9)).Set("EndsOn", world.Day(3)).Set("Title", "Kept words"))).Find("input[name=Title]")!.GetAttribute("value").ShouldBe("Kept words");
        await world.DoAsync("lead-a", $"projects/{id}/edit", "", f => f.Set("StartsOn", world.Day(3)).Set("EndsOn", world.Day(9)));
        (await world.PressAsync("lead-a", $"projects/{id}", "Start")).Text.ShouldContain("Nothing of the curriculum is mapped yet.");
        using var lead = await world.App.AsAsync("lead-a");
        var early = await (await lead.OpenAsync($"/partnerships/{world.Id}/projects/{id}")).Form("main form[action*='handler=Start']").PostToAsync(lead, $"/partnerships/{world.Id}/projects/{id}?handler=Finish");
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.AllAsync<JointProject>()).Single().State.ShouldBe(ProjectState.Draft);
        (await world.PressAsync("lead-a", "projects", "", f => f.Set("StartsOn", world.Day(1)))).Text.ShouldContain("Give it a name");
    }

    [Fact]
    public async Task A_finished_project_refuses_every_write_by_every_way()
    {
        await using var world = await KeepWorld.StartAsync();
        var project = await world.BeginProjectAsync();
        var place = $"Project:{project}";
        var inside = await world.AddFileAsync("lead-a", "In.csv", "a\n"u8.ToArray(), place);
        var outside = await world.AddFileAsync("lead-a", "Out.csv", "b\n"u8.ToArray());
        using var lead = await world.App.AsAsync("lead-a");
        var here = $"/partnerships/{world.Id}";
        var forms = new Dictionary<string, TestForm>(StringComparer.Ordinal);
        async Task TakeAsync(string name, string path, string selector, params (string, string)[] fields) => forms[name] = (await lead.OpenAsync(here + path)).Form(selector).With(fields);
        const string plain = "main form[method=post]:not([action*='handler='])";
        // Every form is fetched while the project still runs, so that only the handler stands between them and the archive.
        await TakeAsync("new line", $"/projects/{project}/Outputs", plain, ("Cells[what]", "Late"));
        await TakeAsync("changed line", $"/projects/{project}/Curriculum?row=1", plain, ("Cells[subject]", "Late"));
        await TakeAsync("dropped line", $"/projects/{project}/Curriculum?row=1", plain, ("Drop", "true"));
        await TakeAsync("name", $"/projects/{project}/edit", plain, ("Title", "Late"));
        await TakeAsync("note", $"/projects/{project}", "main form[action*='handler=Note']", ("Note", "Late"));
        await TakeAsync("finish", $"/projects/{project}", "main form[action*='handler=Finish']");
        await TakeAsync("file", "/files", plain, ("Place", place));
        forms["file"].Attach("Files", "late.csv", "c\n"u8.ToArray());
        await TakeAsync("version", $"/files/{inside}", plain);
        forms["version"].Attach("Files", "late.csv", "c\n"u8.ToArray());
        await TakeAsync("file out", $"/files/{inside}", "main form[action*='handler=Describe']", ("Place", "Partnership"));
        await TakeAsync("file named", $"/files/{inside}", "main form[action*='handler=Describe']", ("Title", "Late"));
        await TakeAsync("file in", $"/files/{outside}", "main form[action*='handler=Describe']", ("Place", place));
        await TakeAsync("file removed", $"/files/{inside}", "main form[action*='handler=Remove']");
        var start = (await lead.OpenAsync($"{here}/projects/{project}")).Form("main form[action*='handler=Finish']");
        await world.DoAsync("lead-b", $"projects/{project}", "Finish");
        var before = await PictureAsync(world);
        foreach (var (name, form) in forms)
        {
            var answer = await form.PostAsync();
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            answer.Text.ShouldContain("This project is finished and is kept as it is.", customMessage: name);
        }

        (await start.PostToAsync(lead, $"{here}/projects/{project}?handler=Start")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PictureAsync(world)).ShouldBe(before);
        var page = await world.OpenAsync("lead-a", $"projects/{project}");
        page.Document.QuerySelectorAll("main form").Select(f => f.GetAttribute("action")).ShouldAllBe(a => a!.Contains("Copy"));
        (await world.OpenAsync("lead-a", "files")).Find($"option[value='{place}']").ShouldBeNull();
        await world.DoAsync("lead-a", $"projects/{project}", "Copy");
        var copy = (await world.AllAsync<JointProject>()).Single(p => p.CopyOf is not null);
        (copy.State, copy.StartsOn, copy.Title).ShouldBe((ProjectState.Draft, null, "Rivers in figures"));
        (await world.OpenAsync("lead-b", $"projects/{copy.Id}")).Text.ShouldContain("Year 8, unit 4");
        (await PictureAsync(world)).ShouldBe(before);
    }

    [Fact]
    public async Task A_line_and_the_finish_in_one_moment_never_both_pass_unseen()
    {
        await using var world = await KeepWorld.StartAsync();
        var project = await world.BeginProjectAsync();
        using var one = await world.App.AsAsync("lead-a");
        using var two = await world.App.AsAsync("lead-b");
        var line = (await one.OpenAsync($"/partnerships/{world.Id}/projects/{project}/Outputs")).Form("main form[method=post]").Set("Cells[what]", "In the same moment");
        var finish = (await two.OpenAsync($"/partnerships/{world.Id}/projects/{project}")).Form("main form[action*='handler=Finish']");
        var answers = await Task.WhenAll(line.PostAsync(), finish.PostAsync());
        var kept = (await world.AllAsync<JointProject>()).Single();
        var rows = (await world.AllAsync<ProjectPart>()).Single(p => p.Kind == ProjectPartKind.Outputs).Rows;
        (answers[0].Status == HttpStatusCode.SeeOther).ShouldBe(rows.Count == 1, "who was told that it is saved finds it");
        (answers[1].Status == HttpStatusCode.SeeOther).ShouldBe(kept.IsFinished);
        (answers[0].Status == HttpStatusCode.SeeOther || answers[1].Status == HttpStatusCode.SeeOther).ShouldBeTrue();
    }

    [Fact]
    public async Task What_staff_write_among_themselves_is_neither_on_paper_nor_behind_a_link()
    {
        await using var world = await JointWorld.WithFarSchoolAsync();
        var project = await world.BeginProjectAsync();
        await world.DoAsync("lead-a", $"projects/{project}", "Note", f => f.Set("Note", "Room keys with Tess"));
        (await world.OpenAsync("counsellor-a", $"projects/{project}")).Text.ShouldContain("Room keys with Tess");
        var paper = await world.OpenAsync("counsellor-a", $"projects/{project}/print");
        paper.Text.ShouldContain("Year 8, unit 4");
        paper.Text.ShouldNotContain("Room keys");
        var link = await world.SideLinkAsync();
        using var guest = world.App.Anonymous();
        (await guest.OpenAsync($"{link}/projects")).Text.ShouldContain("Rivers in figures");
        var thin = await guest.OpenAsync($"{link}/projects/{project}");
        thin.Text.ShouldContain("Year 8, unit 4");
        thin.Text.ShouldNotContain("Room keys");
        (await guest.GetAsync($"{link}/projects/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_project_of_another_partnership_is_not_there_and_takes_no_file()
    {
        await using var world = await KeepWorld.StartAsync();
        var project = await world.BeginProjectAsync();
        var other = await world.SecondAsync();
        using var lead = await world.App.AsAsync("lead-a");
        foreach (var part in new[] { "", "/edit", "/print", "/Curriculum" })
        {
            (await lead.GetAsync($"/partnerships/{other}/projects/{project}{part}")).Status.ShouldBe(HttpStatusCode.NotFound, part);
        }

        var form = (await lead.OpenAsync($"/partnerships/{other}/files")).Form().Force("Place", $"Project:{project}").Attach("Files", "a.csv", "a\n"u8.ToArray());
        var answer = await form.PostAsync();
        (answer.Status, answer.Text.Contains("Choose where it belongs.", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        (await world.AllAsync<PartnershipFile>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_of_a_project_is_a_whole_one()
    {
        await using var world = await KeepWorld.StartAsync();
        var project = await world.BeginProjectAsync();
        foreach (var link in new[] { "tides.example", "javascript:alert(1)", "http://tides.example" })
        {
            var answer = await world.PressAsync("lead-a", $"projects/{project}/Links", "", f => f.Set("Cells[what]", "Kept words").Set("Cells[link]", link));
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, link);
            answer.Find("input[name='Cells[what]']")!.GetAttribute("value").ShouldBe("Kept words");
        }
    }

    [Fact]
    public async Task When_its_last_day_has_passed_owners_are_asked_to_finish_it()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.BeginProjectAsync();
        using (var early = await world.App.AsAsync("lead-a"))
        {
            (await early.OpenAsync("/")).Text.ShouldNotContain("Finish the project");
        }

        world.App.Clock.Advance(TimeSpan.FromDays(41));
        using var owner = await world.App.AsAsync("lead-a");
        (await owner.OpenAsync("/")).Text.ShouldContain("Finish the project: Rivers in figures");
    }

    /// <summary>All that may not change, as one text.</summary>
    private static async Task<string> PictureAsync(KeepWorld world)
    {
        var finished = (await world.AllAsync<JointProject>()).Where(p => p.IsFinished).ToList();
        var ids = finished.ConvertAll(p => p.Id);
        var files = (await world.AllAsync<PartnershipFile>()).OrderBy(f => f.Id.Value).ToList();
        var lines = finished.ConvertAll(p => $"{p.Title} {p.StartsOn} {p.EndsOn} {p.State} {p.Changes}");
        lines.AddRange((await world.AllAsync<ProjectPart>()).Where(p => ids.Contains(p.ProjectId)).OrderBy(p => p.Kind).Select(p => $"{p.Kind}: {ListColumn.Write(p.Rows)}"));
        lines.AddRange((await world.AllAsync<ProjectNote>()).Select(n => n.Text));
        lines.AddRange(files.Select(f => $"{f.Title} {f.Shelf} {f.ProjectId} {f.Latest}"));
        return string.Join('\n', lines);
    }
}
