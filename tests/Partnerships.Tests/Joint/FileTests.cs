using System.Net;
using System.Text;
using Causeway.Persistence;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

public sealed class FileTests
{
    [Fact]
    public async Task A_file_is_opened_by_every_side_as_it_was_brought_and_lies_sealed()
    {
        await using var world = await KeepWorld.StartAsync();
        var file = await world.AddFileAsync("lead-a", "Budget of both.pdf", JointWorld.Pdf);
        (await world.OpenAsync("lead-b", "files")).Text.ShouldContain("Budget of both");
        var taken = await world.OpenAsync("lead-b", $"files/{file}/1");
        taken.Status.ShouldBe(HttpStatusCode.OK);
        taken.Bytes.ShouldBe(JointWorld.Pdf);
        (taken.Headers["Content-Type"], taken.Headers["X-Content-Type-Options"]).ShouldBe(("application/pdf", "nosniff"));
        taken.Headers["Content-Disposition"].ShouldStartWith("attachment");
        taken.Headers["Content-Disposition"].ShouldContain("Budget of both.pdf");
        (await world.AllAsync<FileChunk>()).ShouldAllBe(c => !Encoding.Latin1.GetString(c.Bytes).Contains("%PDF"));
        var version = (await world.AllAsync<FileVersion>()).Single();
        (version.KeyOf, version.Sha256).ShouldBe((world.App.Organisation("school-a"), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(JointWorld.Pdf))));
    }

    [Fact]
    public async Task A_file_of_another_partnership_answers_like_one_that_never_was()
    {
        await using var world = await KeepWorld.StartAsync();
        var file = await world.AddFileAsync("lead-a", "a.pdf", JointWorld.Pdf);
        var other = await world.SecondAsync();
        using var lead = await world.App.AsAsync("lead-a");
        var missing = await lead.GetAsync($"/partnerships/{other}/files/{Guid.CreateVersion7()}/1");
        foreach (var part in new[] { $"files/{file}", $"files/{file}/1", $"files/{file}/2" })
        {
            var foreign = await lead.GetAsync($"/partnerships/{other}/{part}");
            (foreign.Status, WithoutNumber(foreign.Text)).ShouldBe((HttpStatusCode.NotFound, WithoutNumber(missing.Text)), part);
        }

        var forged = (await lead.OpenAsync($"/partnerships/{world.Id}/files/{file}")).Form("main form[action*='handler=Describe']").Set("Title", "Taken");
        (await forged.PostToAsync(lead, $"/partnerships/{other}/files/{file}?handler=Describe")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.AllAsync<PartnershipFile>()).Single().Title.ShouldBe("a");
    }

    // Each answer names its own request, for whoever asks for help.
    private static string WithoutNumber(string text) => System.Text.RegularExpressions.Regex.Replace(text, "give this number: [0-9A-Z:]+", "");

    [Theory]
    [InlineData("coord")]
    [InlineData("lead-c")]
    [InlineData("dpo-a")]
    [InlineData("teacher-a")]
    [InlineData("partner-a")]
    [InlineData("operator")]
    public async Task Who_takes_no_part_finds_no_file_no_project_and_no_talk(string person)
    {
        await using var world = await KeepWorld.StartAsync();
        var file = await world.AddFileAsync("lead-a", "a.pdf", JointWorld.Pdf);
        var project = await world.BeginProjectAsync();
        foreach (var part in new[] { "files", "files/keepers", $"files/{file}", $"files/{file}/1", "projects", $"projects/{project}", $"projects/{project}/edit", $"projects/{project}/print", $"projects/{project}/Curriculum", "talks" })
        {
            (await world.OpenAsync(person, part)).Status.ShouldBe(HttpStatusCode.NotFound, part);
        }
    }

    [Fact]
    public async Task What_a_file_is_its_bytes_say_and_the_title_typed_is_not_lost()
    {
        await using var world = await KeepWorld.StartAsync();
        foreach (var (name, bytes, words) in new[]
        {
            ("page.pdf", "<html>not a pdf</html>"u8.ToArray(), "not what its name says"), ("run.exe", JointWorld.Pdf, "not taken"), ("empty.pdf", Array.Empty<byte>(), "empty"),
            ("large.pdf", JointWorld.Pdf.Concat(new byte[FileFormat.MostBytes]).ToArray(), "10 MB"),
        })
        {
            var answer = await world.PressAsync("lead-a", "files", "", f => f.Set("Title", "Typed before").Attach("Files", name, bytes));
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            answer.Text.ShouldContain(words);
            answer.Find("input[name=Title]")!.GetAttribute("value").ShouldBe("Typed before");
        }

        (await world.AllAsync<PartnershipFile>()).ShouldBeEmpty();
        (await world.PressAsync("lead-a", "files", "")).Text.ShouldContain("Choose a file first.");
    }

    [Fact]
    public async Task A_newer_version_comes_from_any_side_and_the_earlier_ones_stay()
    {
        await using var world = await KeepWorld.StartAsync();
        var file = await world.AddFileAsync("lead-a", "Plan.csv", "a;b\n"u8.ToArray());
        using var late = await world.App.AsAsync("lead-a");
        var stale = (await late.OpenAsync($"/partnerships/{world.Id}/files/{file}")).Form("main form:not([action*='handler='])[method=post]").Attach("Files", "mine.csv", "late\n"u8.ToArray());
        await world.DoAsync("lead-b", $"files/{file}", "", f => f.Attach("Files", "newer.csv", "c;d\n"u8.ToArray()));
        (await stale.PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await world.AllAsync<FileVersion>()).Select(v => v.Number).Order().ShouldBe([1, 2]);
        foreach (var person in new[] { "lead-a", "counsellor-b" })
        {
            Encoding.UTF8.GetString((await world.OpenAsync(person, $"files/{file}/1")).Bytes).ShouldBe("a;b\n", person);
            Encoding.UTF8.GetString((await world.OpenAsync(person, $"files/{file}/2")).Bytes).ShouldBe("c;d\n", person);
        }

        (await world.PressAsync("lead-a", $"files/{file}", "", f => f.Attach("Files", "one.csv", "1\n"u8.ToArray()).Attach("Files", "two.csv", "2\n"u8.ToArray()))).Text.ShouldContain("Choose one file");
        // Only the side that keeps it takes it away, and then the bytes of every side are gone.
        (await world.OpenAsync("lead-b", $"files/{file}")).Find("form[action*='handler=Remove']").ShouldBeNull();
        await world.DoAsync("lead-a", $"files/{file}", "Remove");
        (await world.AllAsync<FileVersion>()).ShouldBeEmpty();
        (await world.AllAsync<FileChunk>()).ShouldBeEmpty();
        (await world.OpenAsync("lead-b", $"files/{file}/2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_link_of_a_side_opens_its_partnerships_files_and_no_others()
    {
        await using var world = await JointWorld.WithFarSchoolAsync();
        var file = await world.AddFileAsync("lead-a", "Songs.txt", "La la\n"u8.ToArray());
        var link = await world.SideLinkAsync();
        using var guest = world.App.Anonymous();
        (await guest.OpenAsync(link + "/files")).Text.ShouldContain("Songs");
        var taken = await guest.GetAsync($"{link}/files/{file}/1");
        (taken.Status, Encoding.UTF8.GetString(taken.Bytes)).ShouldBe((HttpStatusCode.OK, "La la\n"));
        taken.Headers["Content-Disposition"].ShouldStartWith("attachment");
        foreach (var wrong in new[] { $"{link[..^4]}AAAA/files/{file}/1", $"{link}/files/{Guid.CreateVersion7()}/1", $"{link}/files/{file}/2", $"{link[..^4]}AAAA/files" })
        {
            (await guest.GetAsync(wrong)).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
        }

        await world.DoAsync("lead-a", "parties", "Link");
        (await guest.GetAsync($"{link}/files/{file}/1")).Status.ShouldBe(HttpStatusCode.NotFound, "a newer link has ended this one");
    }

    [Fact]
    public async Task Whoever_leaves_hands_over_their_files_first_and_no_file_is_lost()
    {
        await using var world = await KeepWorld.StartAsync();
        var file = await world.AddFileAsync("lead-a", "Budget.pdf", JointWorld.Pdf);
        var leaver = (await world.AllAsync<PartyOwner>()).Single(o => o.PersonId == world.App.Person("lead-a"));
        (await world.AllAsync<PartnershipFile>()).Single().KeeperId.ShouldBe(leaver.Id, "whoever brings it keeps it");
        await world.DoAsync("lead-a", "hand-overs", "Start", f => f.Set("Owner", leaver.Id.ToString()).Set("Successor", world.App.Person("teacher-a").ToString()).Set("LeavesOn", world.Day(14)));
        var handOver = (await world.AllAsync<HandOver>()).Single();
        await world.DoAsync("teacher-a", $"/partnerships/take-over/{handOver.Id}", "Yes");
        (await world.OpenAsync("lead-a", $"hand-overs?open={handOver.Id}")).Text.ShouldContain("Budget");
        await world.DoAsync("lead-a", $"hand-overs?open={handOver.Id}", "Tick", f =>
        {
            for (var i = 0; i < 5; i++)
            {
                f.Set($"Items[{i}].IsDone", "true");
            }
        });
        (await world.PressAsync("lead-a", $"hand-overs?open={handOver.Id}", "Finish")).Text.ShouldContain("Files still have the one who leaves as their keeper.");
        using (var home = await world.App.AsAsync("counsellor-a"))
        {
            (await home.OpenAsync("/")).Text.ShouldContain("Files need another keeper: River letters");
        }

        var list = await world.OpenAsync("counsellor-a", "files/keepers");
        list.Text.ShouldContain("Is leaving");
        list.Find($"select[name='Given[{file}]'] option[value='{leaver.Id}']").ShouldBeNull("the one who leaves is no choice");
        var stranger = (await world.AllAsync<PartyOwner>()).First(o => o.PartyId != leaver.PartyId).Id;
        (await world.PressAsync("counsellor-a", "files/keepers", "", f => f.Force($"Given[{file}]", stranger.ToString()))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "somebody of the other side");
        var successor = (await world.AllAsync<PartyOwner>()).Single(o => o.PersonId == world.App.Person("teacher-a"));
        await world.DoAsync("counsellor-a", "files/keepers", "", f => f.Set($"Given[{file}]", successor.Id.ToString()));
        await world.DoAsync("lead-a", $"hand-overs?open={handOver.Id}", "Finish");
        (await world.AllAsync<PartnershipFile>()).Single().KeeperId.ShouldBe(successor.Id);
        (await world.OpenAsync("lead-b", $"files/{file}/1")).Bytes.ShouldBe(JointWorld.Pdf);
    }

    [Fact]
    public async Task A_keeper_who_is_no_owner_any_more_shows_and_the_file_still_opens()
    {
        await using var world = await KeepWorld.StartAsync(Stage.Preparing);
        var file = await world.AddFileAsync("counsellor-a", "Budget.pdf", JointWorld.Pdf);
        var owner = (await world.AllAsync<PartyOwner>()).Single(o => o.PersonId == world.App.Person("counsellor-a"));
        using (var lead = await world.App.AsAsync("lead-a"))
        {
            (await (await lead.OpenAsync($"/partnerships/{world.Id}/parties")).Form("form[action*='handler=HandOver']").Force("Owner", owner.Id.ToString()).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        (await world.OpenAsync("lead-b", "files")).Text.ShouldContain("Has left");
        (await world.OpenAsync("lead-a", "files")).Text.ShouldContain("1 file of your side needs another keeper.");
        (await world.OpenAsync("lead-b", "files")).Text.ShouldNotContain("of your side needs another keeper");
        (await world.OpenAsync("lead-b", $"files/{file}/1")).Bytes.ShouldBe(JointWorld.Pdf);
        (await world.PressAsync("lead-a", "files/keepers", "")).Text.ShouldContain("Choose an owner of your side who stays.");
        (await world.OpenAsync("lead-b", "files/keepers")).Text.ShouldContain("Your side keeps no file");
    }
}
