using System.Net;
using System.Text;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Instruments.Tests;

public sealed class DiligenceTests
{
    [Fact]
    public async Task The_whole_way_from_proposal_to_an_open_gate_and_its_end()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var body = await ReadyToDecideAsync(app);
        (await GateAsync(app)).ShouldBe(DiligenceGate.None);
        using var lead = await app.AsAsync("lead-a");
        (await lead.OpenAsync(body)).Find("form[action*=Conclude]").ShouldBeNull("a lead does not decide");
        using var head = await app.AsAsync("head-a");
        (await head.OpenAsync("/")).Text.ShouldContain("Decide about a body: Lantern House");
        (await DecideAsync(head, body, "Ready", "Visited twice.")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await GateAsync(app)).ShouldBe(DiligenceGate.Ok);
        app.Clock.Advance(TimeSpan.FromDays(367));
        (await GateAsync(app)).ShouldBe(DiligenceGate.Blocker, "it ran out");
        using var later = await app.AsAsync("lead-a");
        (await later.OpenAsync(body)).Text.ShouldContain("examine the body again");
        (await (await later.OpenAsync(body)).Form("form[action*=Renew]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Whoever_proposed_or_submitted_does_not_decide()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var body = await ReadyToDecideAsync(app, "coord");
        using var coord = await app.AsAsync("coord");
        (await coord.OpenAsync(body)).Find("form[action*=Conclude]").ShouldBeNull();
        await using var db = app.Maintenance();
        var file = await db.Set<DueDiligenceFile>().SingleAsync();
        file.Conclude(Conclusion.Ready, "Mine", false, 0, Actor.Anonymous with { Person = app.Person("coord") }, new(2026, 1, 1))!.ShouldBe(DueDiligenceFile.OwnProposal);
    }

    [Fact]
    public async Task A_blocker_leaves_only_not_now_or_no()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var body = await ReadyToDecideAsync(app, blocker: true);
        using var head = await app.AsAsync("head-a");
        (await head.OpenAsync(body)).Text.ShouldContain("Blocker: Does money go to a personal account?");
        var refused = await DecideAsync(head, body, "ReadyWithConditions", "It will be fine.", "2099-01-01, own account");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("only “not now” or “no” is possible");
        refused.Find("textarea[name=Note]")!.TextContent.Trim().ShouldBe("It will be fine.");
        (await DecideAsync(head, body, "NotNow", "First an account of its own.")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await GateAsync(app)).ShouldBe(DiligenceGate.Blocker);
    }

    [Fact]
    public async Task An_overdue_condition_closes_the_gate_until_it_is_met()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var body = await ReadyToDecideAsync(app);
        using var head = await app.AsAsync("head-a");
        (await DecideAsync(head, body, "ReadyWithConditions", "Nearly.")).Text.ShouldContain("at least one condition");
        (await DecideAsync(head, body, "ReadyWithConditions", "Nearly.", "soon, an account")).Text.ShouldContain("Line 1: write a day");
        var due = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await DecideAsync(head, body, "ReadyWithConditions", "Nearly.", due + ", two people sign")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await GateAsync(app)).ShouldBe(DiligenceGate.Warning);
        app.Clock.Advance(TimeSpan.FromDays(25));
        (await GateAsync(app)).ShouldBe(DiligenceGate.Blocker);
        using var later = await app.AsAsync("head-a");
        (await (await later.OpenAsync(body)).Form("form[action*=Meet]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await GateAsync(app)).ShouldBe(DiligenceGate.Warning);
    }

    [Fact]
    public async Task Change_reject_revoke_and_drop_leave_their_trace()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var body = await ReadyToDecideAsync(app);
        using var head = await app.AsAsync("head-a");
        var form = (await head.OpenAsync(body)).Form("form[action*=Conclude]");
        (await form.Set("Note", "").PostAsync("Ask for a change")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await head.OpenAsync(body)).Form("form[action*=Conclude]").Set("Note", "Who is on the board?").PostAsync("Ask for a change")).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var lead = await app.AsAsync("lead-a");
        (await (await lead.OpenAsync(body)).Form("form[action*=Submit]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await DecideAsync(head, body, "Ready", "Now all is there.")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await (await head.OpenAsync(body)).Form("form[action*=Revoke]").Set("Note", "A report of harm came in.").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await GateAsync(app)).ShouldBe(DiligenceGate.Blocker);
        var page = await lead.OpenAsync(body);
        page.Text.ShouldContain("Who is on the board?");
        page.Text.ShouldContain("A report of harm came in.");
    }

    [Fact]
    public async Task A_proof_keeps_its_fingerprint_stays_with_its_school_and_runs_out()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var body = await ReadyToDecideAsync(app);
        using var lead = await app.AsAsync("lead-a");
        var bytes = Encoding.ASCII.GetBytes("%PDF-1.7 made up");
        async Task<TestPage> ProveAsync(byte[] file) => await (await lead.OpenAsync(body + "/sections/identity")).Form("form[action*=Prove]")
            .Set("Title", "Licence").Set("ExpiresOn", "2099-12-31").Attach("Upload", "licence.pdf", file).PostAsync();
        (await ProveAsync(Encoding.ASCII.GetBytes("MZ a program"))).Text.ShouldContain("Give a PDF");
        (await ProveAsync(bytes)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await ProveAsync(bytes)).Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = app.Maintenance();
        var proofs = await db.Set<DiligenceEvidence>().OrderBy(e => e.Revision).ToListAsync();
        proofs.Select(p => p.Revision).ShouldBe([1, 2]);
        proofs[0].Sha256.ShouldBe(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)));
        var link = (await lead.OpenAsync(body + "/sections/identity")).Find("a[href*='/proofs/']")!.GetAttribute("href")!;
        (await lead.GetAsync(link)).Bytes.ShouldBe(bytes);
        using var other = await app.AsAsync("lead-b");
        (await other.OpenAsync(body + "/sections/identity")).Text.ShouldContain("kept by School A");
        (await other.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        proofs[0].HasRunOut(new(2100, 1, 1)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_network_sees_its_bodies_and_nobody_else()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var body = await ReadyToDecideAsync(app);
        string[] readers = ["coord", "lead-a", "head-a", "dpo-a", "lead-b"];
        foreach (var person in new[] { "coord", "lead-a", "counsellor-a", "teacher-a", "head-a", "dpo-a", "operator", "partner-a", "guest-a", "lead-b", "ended", "no-post", "coord-c", "lead-c" })
        {
            using var browser = await app.AsAsync(person);
            (await browser.GetAsync(body)).Status.ShouldBe(readers.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound, person);
        }

        (await app.InScopeAsync("lead-c", s => s.GetRequiredService<IDueDiligence>().ListAsync(CancellationToken.None))).ShouldBeEmpty();
        (await app.InScopeAsync("lead-b", s => s.GetRequiredService<IDueDiligence>().ListAsync(CancellationToken.None))).Single().Name.ShouldBe("Lantern House");
    }

    private static async Task<DiligenceGate> GateAsync(TestApp app) =>
        (await app.InScopeAsync("coord", s => s.GetRequiredService<IDueDiligence>().ListAsync(CancellationToken.None))).Single().Gate;

    private static async Task<TestPage> DecideAsync(TestBrowser browser, string body, string conclusion, string note, string conditions = "") =>
        await (await browser.OpenAsync(body)).Form("form[action*=Conclude]").Set("Conclusion", conclusion).Set("Note", note).Set("Conditions", conditions).PostAsync("Decide");

    private static async Task<string> ReadyToDecideAsync(TestApp app, string person = "lead-a", bool blocker = false)
    {
        using var browser = await app.AsAsync(person);
        var put = await (await browser.OpenAsync("/instruments/bodies/new")).Form().Set("Name", "Lantern House").Set("Kind", nameof(OrganisationKind.Ngo)).Set("Country", "pt").PostAsync();
        put.Status.ShouldBe(HttpStatusCode.SeeOther, put.Text);
        (await (await browser.OpenAsync(put.Location!)).Form("form[action*=Submit]").PostAsync()).Text.ShouldContain("Every section needs at least one answer");
        foreach (var section in ShippedInstruments.Find("due-diligence")!.Sections)
        {
            var form = (await browser.OpenAsync($"{put.Location}/sections/{section.Key}")).Form("main form[method=post]");
            if (section.Items[0].Kind == ItemKind.Text)
            {
                form.Set($"A[{section.Items[0].Key}]", "Seen.");
            }
            else
            {
                form.Set($"A[{section.Items[0].Key}]", section.Key == "money" ? (blocker ? "yes" : "no") : "written");
            }

            (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther, section.Key);
        }

        (await (await browser.OpenAsync(put.Location!)).Form("form[action*=Submit]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        return put.Location!;
    }
}
