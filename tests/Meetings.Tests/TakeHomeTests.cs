using System.IO.Compression;
using System.Net;
using Causeway.Persistence;

namespace Causeway.Meetings.Tests;

public sealed class TakeHomeTests
{
    private static readonly byte[] Pdf = "%PDF-1.4\nours\n%%EOF\n"u8.ToArray();

    [Fact]
    public async Task A_school_that_leaves_takes_home_what_its_people_did_and_nothing_of_other_schools()
    {
        await using var world = await LivedAsync();
        using var lead = await world.App.AsAsync("lead-a");
        var archive = await (await lead.OpenAsync("/network/leave")).Form("main form[action*=Download]").PostAsync();
        using var outer = new ZipArchive(new MemoryStream(archive.Bytes));
        using var zip = new ZipArchive(outer.GetEntry("meetings.zip")!.Open());
        string Read(string name) => new StreamReader(zip.GetEntry(name)!.Open()).ReadToEnd();
        Read("meetings.csv").ShouldContain("Monthly network meeting");
        Read("answers.csv").ShouldContain("\"Lea Lead\",\"Accepted\"");
        Read("attendance.csv").ShouldContain("\"Lea Lead\",\"Present\"");
        Read("attendance.csv").ShouldContain("\"Met\"");
        Read("decisions.csv").ShouldContain("We keep the second Tuesday");
        Read("actions.csv").ShouldContain("Ring the office");
        Read("papers.csv").ShouldContain("Ours");
        Read("papers.csv").ShouldNotContain("Theirs");
        zip.Entries.Where(e => e.FullName.StartsWith("minutes/", StringComparison.Ordinal)).ShouldHaveSingleItem();
        Read(zip.Entries.Single(e => e.FullName.StartsWith("minutes/", StringComparison.Ordinal)).FullName).ShouldContain("We met.");
        using var paper = new MemoryStream();
        await zip.Entries.Single(e => e.FullName.StartsWith("papers/", StringComparison.Ordinal) && e.FullName.EndsWith("Ours.pdf", StringComparison.Ordinal)).Open().CopyToAsync(paper);
        paper.ToArray().ShouldBe(Pdf);
        foreach (var name in new[] { "answers.csv", "attendance.csv", "actions.csv" })
        {
            Read(name).ShouldNotContain("Liv Lead");
        }
    }

    [Fact]
    public async Task Papers_go_with_the_school_unless_it_leaves_them_behind_and_signed_sheets_stay()
    {
        await using var world = await LivedAsync();
        using var lead = await world.App.AsAsync("lead-a");
        (await (await lead.OpenAsync("/network/leave")).Form("main form:not([action*=Download])").Set("Understood", "true").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<MeetingPaper>()).Select(p => p.Title).ShouldBe(["Theirs", "sheet"], ignoreOrder: true);
        (await world.AllAsync<StoredFile>()).Count.ShouldBe(2);
        using var other = await world.App.AsAsync("lead-b");
        var sheet = (await world.AllAsync<MeetingPaper>()).Single(p => p.IsSheet);
        (await other.GetAsync($"/meetings/{world.Next}/papers/{sheet.Id}")).Bytes.ShouldBe(Pdf);
    }

    // One meeting from the invitation to approved minutes, with a paper of each school.
    private static async Task<MeetingWorld> LivedAsync()
    {
        var world = await MeetingWorld.StartAsync();
        await world.AcceptAsync("lead-a@people.example");
        await world.AcceptAsync("lead-b@people.example");
        var meeting = $"/meetings/{world.Next}";
        await world.PressAsync("lead-a", meeting + "/papers", "", f => f.Attach("Files", "Ours.pdf", Pdf));
        await world.PressAsync("lead-b", meeting + "/papers", "", f => f.Attach("Files", "Theirs.pdf", Pdf));
        await world.PressAsync("coord", meeting, "Start");
        await world.PressAsync("lead-a", meeting + "/attendance", "Sheet", f => f.Attach("Sheets", "sheet.pdf", Pdf));
        var holder = world.App.Ids["post:lead-a-1"].ToString();
        await world.PressAsync("coord", meeting + "/outcomes", "Decide", f => f.Set("Decided", "We keep the second Tuesday").Set("ReviewOn", MeetingWorld.Day(world.Today.AddDays(300))));
        await world.PressAsync("coord", meeting + "/outcomes", "Agree", f => f.Set("What", "Ring the office").Set("Holder", holder).Set("DueOn", MeetingWorld.Day(world.Today.AddDays(40))));
        await world.PressAsync("coord", meeting, "Close");
        await world.PressAsync("coord", meeting + "/minutes", "", f => f.Set("Text", "We met."));
        await world.PressAsync("coord", meeting + "/minutes", "Circulate");
        (await world.PressAsync("lead-b", meeting + "/minutes", "Approve")).Status.ShouldBe(HttpStatusCode.SeeOther);
        return world;
    }
}
