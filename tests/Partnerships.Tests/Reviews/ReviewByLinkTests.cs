using System.Net;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

public sealed class ReviewByLinkTests
{
    private const string Secret = "Written far away about";

    [Fact]
    public async Task A_side_without_an_account_answers_marks_and_agrees_by_link_without_a_program()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        var (review, link) = await OpenAsync(world, "Light");
        using var guest = world.App.Anonymous();
        (await (await guest.OpenAsync(link)).Form("form[action*=Agree]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await (await guest.OpenAsync(link + "/answers")).Form("form").Answer(Secret).PostAsync("true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        foreach (var page in new[] { "", "/reviews", review, review + "/answers", review + "/print" })
        {
            (await world.OpenAsync("lead-a", world.Here + page)).Html.ShouldNotContain(Secret);
        }

        (await world.PressAsync("lead-a", $"{world.Here}{review}/answers", "main form[action$=answers]", f => f.Answer("Ours about"), "true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", world.Here + review)).Text.ShouldContain(Secret);
        var open = await guest.OpenAsync(link);
        open.Text.ShouldContain("Ours about Purpose");
        foreach (var page in new[] { "", "/answers" })
        {
            var thin = await guest.OpenAsync(link + page);
            thin.Bytes.Length.ShouldBeLessThan(30_000);
            thin.Html.ShouldNotContain("<script");
            thin.Html.ShouldNotContain("<svg");
        }

        (await open.Form("form[action*=Mark]").Set("Alike", "Same").Set("Need", "Fading").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", world.Here + review)).Text.ShouldContain("It fades");
        await FinishAsync(world, review);
        (await (await guest.OpenAsync(link)).Form("form[action*=Conclude]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<PartnershipReview>()).Single().State.ShouldBe(ReviewState.Concluded);
    }

    [Fact]
    public async Task A_side_without_an_account_agrees_to_an_expectation_by_link()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        var link = await world.LinkAsync();
        await world.FillPlanAsync();
        await world.LineAsync("lead-a", PlanPartKind.Expectations, f => f.Set("Cells[what]", "Figures by the fifth").Set("Cells[who]", "1").Set("Cells[of]", "2"));
        using var guest = world.App.Anonymous();
        (await (await guest.OpenAsync(link + "/plan")).Form("form[action*=Agree]").Set("Agree", "1").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<PlanPart>()).Single(p => p.Kind == PlanPartKind.Expectations).Rows[0]["agreed.2"].ShouldBe("yes");
    }

    [Fact]
    public async Task Whoever_sends_the_others_link_to_an_address_of_their_own_finds_nothing_written()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        var (review, link) = await OpenAsync(world, "Light");
        using var guest = world.App.Anonymous();
        await (await guest.OpenAsync(link)).Form("form[action*=Agree]").PostAsync();
        (await (await guest.OpenAsync(link + "/answers")).Form("form").Answer(Secret).PostAsync("true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", $"{world.Here}/parties", "form[action*=Describe]", f => f.Set("Outside.ContactMail", "lead-a@people.example"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", $"{world.Here}/parties", "form[action*=Link]")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var taken = await world.LinkAsync("lead-a@people.example");
        (await guest.OpenAsync(taken + "/review")).Html.ShouldNotContain(Secret);
        (await guest.OpenAsync(taken + "/review/answers")).Html.ShouldNotContain(Secret);
        (await guest.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.PressAsync("lead-a", $"{world.Here}{review}/answers", "main form[action$=answers]", f => f.Answer("Ours about"), "true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", world.Here + review)).Html.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_peer_from_outside_writes_notes_by_a_link_of_their_own_and_reads_no_sides_answers()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        var (review, link) = await OpenAsync(world, "Full");
        using var guest = world.App.Anonymous();
        await (await guest.OpenAsync(link)).Form("form[action*=Agree]").PostAsync();
        (await world.PressAsync("lead-a", world.Here + review, "form[action*=Peer]", f => f.Set("Name", "Somebody").Set("From", "Kauri School").Set("Mail", "peer@else.example"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.PressAsync("lead-a", world.Here + review, "form[action*=Peer]", f => f.Set("Name", "Sol Aune").Set("From", "Fjord School").Set("Mail", "sol@fjord.example"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", $"{world.Here}{review}/answers", "main form[action$=answers]", f => f.Answer("Ours about"), "true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var peer = await world.LinkAsync("sol@fjord.example");
        var mail = world.App.Mail.Sent.Last(m => m.To == "sol@fjord.example");
        (mail.Subject + mail.Body).ShouldNotContain("Rivers");
        var page = await guest.OpenAsync(peer);
        page.Text.ShouldContain(ReviewWorld.Focus);
        page.Html.ShouldNotContain("Ours about");
        (await guest.GetAsync(peer[..^3] + "AAA")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await page.Form("form").Set("Text[Leadership]", "One carries it all").Set("Step[Leadership]", "Growing").PostAsync("true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", world.Here + review)).Html.ShouldNotContain("One carries it all");
        (await (await guest.OpenAsync(link + "/answers")).Form("form").Answer(Secret).PostAsync("true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", world.Here + review)).Text.ShouldContain("One carries it all");
        (await guest.OpenAsync(peer)).Html.ShouldNotContain(Secret);
    }

    private static async Task<(string Review, string Link)> OpenAsync(PartnershipWorld world, string kind)
    {
        var answer = await world.PressAsync("lead-a", $"{world.Here}/reviews", "main form[method=post]", f => f.Set("Kind", kind).Set("Focus", ReviewWorld.Focus));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        await world.LinkAsync();
        var mail = world.App.Mail.Sent.Single(m => m.To == PartnershipWorld.Outside && m.Body.Contains("/review", StringComparison.Ordinal));
        mail.Body.ShouldNotContain("Rivers");
        var link = new Uri(mail.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Last(w => w.EndsWith("/review", StringComparison.Ordinal))).AbsolutePath;
        return ($"/reviews/{(await world.AllAsync<PartnershipReview>()).Single().Id}", link);
    }

    private static async Task FinishAsync(PartnershipWorld world, string review)
    {
        (await world.PressAsync("lead-a", world.Here + review, "form[action*=Mark]", f => f.Set("Alike", "Same").Set("Need", "Yes"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var owner = (await world.AllAsync<PartyOwner>()).First();
        (await world.PressAsync("lead-a", $"{world.Here}{review}/findings", "form[action$=findings]", f => f.Set("Lens", "Aims").Set("Text", "Too many").Set("Owner", owner.Id.ToString()))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var finding = (await world.AllAsync<ReviewFinding>()).Single();
        (await world.PressAsync("lead-a", $"{world.Here}{review}/findings?finding={finding.Id}", "form[action*=End]", f => f.Set("End", "NoAction").Set("EndText", "It sorts itself out"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        foreach (var party in await world.AllAsync<Party>())
        {
            (await world.PressAsync("lead-a", $"{world.Here}/parties", $"form[action*=Sponsor]:has([value='{party.Id}'])", f => f.Set("SponsorName", $"Head {party.Number}").Set("SponsorCapacity", "Head"))).Status.ShouldBe(HttpStatusCode.SeeOther);
            (await world.PressAsync("lead-a", $"{world.Here}/sponsors?side={party.Number}&occasion=Review", "main form[method=post]", f => f.Set("StandsBehind", "true").Set("Evidence", "A letter"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        var proposal = await world.PressAsync("lead-a", $"{world.Here}{review}/conclusion", "form[action$=conclusion]", f => f.Set("Outcome", "Change").Set("Words", "Fewer things, done well"));
        proposal.Status.ShouldBe(HttpStatusCode.SeeOther, proposal.Text);
    }
}
