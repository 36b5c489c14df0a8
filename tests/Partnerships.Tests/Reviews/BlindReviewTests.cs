using System.Net;
using Causeway.Persistence;

namespace Causeway.Partnerships.Tests;

public sealed class BlindReviewTests
{
    private const string Secret = "What nobody else may read yet on";

    [Fact]
    public async Task No_page_paper_home_trail_or_mail_shows_a_sides_answers_before_every_side_has_handed_in()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        (await world.HandInAsync("lead-a", review, Secret, received: Secret)).Status.ShouldBe(HttpStatusCode.SeeOther);
        foreach (var person in new[] { "lead-b", "counsellor-b", "head-b", "coord", "lead-c", "operator", "dpo-a" })
        {
            foreach (var page in new[] { "", "reviews", review, $"{review}/answers", $"{review}/findings", $"{review}/conclusion", $"{review}/readers", $"{review}/print", "health", "contacts", "plan/print", "sponsors" })
            {
                (await world.OpenAsync(person, page)).Html.ShouldNotContain(Secret, Case.Sensitive, $"{person} {page}");
            }

            foreach (var page in new[] { "../../", "../../partnerships", "../../partnerships/brief", "../../partnerships/reports", $"../../partnerships/reports/{review[8..]}" })
            {
                (await world.OpenAsync(person, page)).Html.ShouldNotContain(Secret, Case.Sensitive, $"{person} {page}");
            }
        }

        (await world.OpenAsync("lead-a", $"{review}/print")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.AllAsync<AuditRow>()).ShouldAllBe(a => !(a.Reason ?? "").Contains(Secret));
        while (await world.App.SendMailAsync() > 0)
        {
            // Twenty at a time.
        }

        world.App.Mail.Sent.ShouldAllBe(m => !m.Body.Contains(Secret) && !m.Subject.Contains(Secret));
        (await world.HandInAsync("lead-b", review, "Theirs on")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-b", review)).Text.ShouldContain($"{Secret} Purpose");
        (await world.OpenAsync("lead-a", $"{review}/print")).Text.ShouldContain("Theirs on Setting");
    }

    [Fact]
    public async Task A_draft_opens_nothing_and_what_is_handed_in_stays_as_it_is()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        using var lead = await world.App.AsAsync("lead-a");
        var stale = (await lead.OpenAsync($"/partnerships/{world.Id}/{review}/answers")).Form("main form[action$=answers]").Answer("Now that I have read theirs on");
        (await world.HandInAsync("lead-a", review, Secret)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.HandInAsync("lead-b", review, "Half a thought on", button: "false")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-b", review)).Html.ShouldNotContain(Secret);
        (await world.OpenAsync("lead-a", review)).Html.ShouldNotContain("Half a thought");
        (await stale.PostAsync("true")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.AllAsync<ReviewSheet>()).ShouldContain(s => s.Of(Lens.Aims).Statement == $"{Secret} Aims");
    }

    [Fact]
    public async Task Answers_are_handed_in_once_every_side_has_agreed_to_the_focus()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync(agree: false);
        var early = await world.HandInAsync("lead-a", review, "Ours on");
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        early.Text.ShouldContain("Every side agrees to the focus first");
        early.Find("textarea[name='Form.Statement[Purpose]']")!.TextContent.Trim().ShouldBe("Ours on Purpose");
        await world.DoAsync("lead-b", review, "Agree");
        await world.DoAsync("lead-a", review, "Focus", f => f.Set("Focus", "Another one"));
        (await world.HandInAsync("lead-a", review, "Ours on")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await world.DoAsync("lead-b", review, "Agree");
        (await world.HandInAsync("lead-a", review, "Ours on")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", review)).Find("form[action*='handler=Focus']").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        var answer = await world.HandInAsync("lead-a", review, "Ours on", also: f => f.Set("Form.Statement[Aims]", "").Set("Form.Rating[Setting]", "7"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Find("textarea[name='Form.Statement[Aims]']")!.GetAttribute("aria-invalid").ShouldBe("true");
        answer.Find("input[name='Form.Rating[Setting]']")!.GetAttribute("value").ShouldBe("7");
        (await world.HandInAsync("lead-a", review, "Ours on", rating: "7")).Find("input[name='Form.Rating[Purpose]']")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await world.HandInAsync("lead-a", review, "Ours on", rating: "4,2")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Both_sides_hand_in_and_open_in_the_same_moment()
    {
        await using var world = await KeepWorld.StartAsync();
        using var a = await world.App.AsAsync("lead-a");
        using var b = await world.App.AsAsync("lead-b");
        var forms = new[] { a, b }.Select(async x => (await x.OpenAsync($"/partnerships/{world.Id}/reviews")).Form("main form[method=post]").Set("Kind", "Light").Set("Focus", ReviewWorld.Focus).Set("AnswerBy", world.Day(9)));
        var opened = await Task.WhenAll((await Task.WhenAll(forms)).Select(f => f.PostAsync()));
        opened.Select(o => (int)o.Status).Order().ShouldBe([303, 422]);
        (await world.AllAsync<ReviewSheet>()).Count.ShouldBe(2);
        var review = $"reviews/{(await world.AllAsync<PartnershipReview>()).Single().Id}";
        var other = opened[0].Status == HttpStatusCode.SeeOther ? "lead-b" : "lead-a";
        await world.DoAsync(other, review, "Agree");
        var sheets = new[] { a, b }.Select(async x => (await x.OpenAsync($"/partnerships/{world.Id}/{review}/answers")).Form("main form[action$=answers]").Answer("Together on"));
        (await Task.WhenAll((await Task.WhenAll(sheets)).Select(f => f.PostAsync("true")))).ShouldAllBe(p => p.Status == HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", review)).Text.ShouldContain("Where you stand");
    }

    [Fact]
    public async Task A_review_is_called_off_while_a_side_is_missing_and_opens_nothing_then()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        (await world.HandInAsync("lead-a", review, Secret)).Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.DoAsync("lead-b", review, "CallOff", f => f.Set("Why", "Their head is new"));
        (await world.OpenAsync("lead-b", review)).Html.ShouldNotContain(Secret);
        (await world.AllAsync<PartnershipReview>()).Single().State.ShouldBe(ReviewState.CalledOff);
        (await world.OpenAsync("lead-a", "")).Text.ShouldContain("Review called off");
    }

    [Fact]
    public void Answers_are_read_in_one_class_only() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "src", "Modules", "Partnerships"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("Set<ReviewSheet>")).Select(Path.GetFileName).ShouldBe(["ReviewBook.cs"]);

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
