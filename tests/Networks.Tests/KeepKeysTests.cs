using System.Net;
using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks.Tests;

/// <summary>K6, K12, R18, R48: nobody gets at the keys of a school alone, at once or unseen.</summary>
public sealed class KeepKeysTests
{
    private const string First = "apple river candle seven";
    private const string Second = "window stone mango eight";
    private const string Third = "ladder cloud pepper nine";

    private static readonly CasePart Record = new(Guid.Parse("00000000-0000-7000-9000-0000000000e1"), "core");

    [Fact]
    public async Task K6_Two_custodians_let_a_colleague_in_a_day_after_two_people_agreed()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await LeaverKeysTests.FoundAsync(app, "lead-a2", Record);
        var kept = await SetKeyAsync(app);
        Encoding.ASCII.GetString(kept).ShouldNotContain("PRIVATE KEY");

        using var head = await app.AsAsync("head-a");
        var ask = await head.OpenAsync(Url(app, "/ask/LetIn"));
        var answer = await ask.Form().Set("LetIn", app.Person("lead-a").ToString()).Set("Reason", "Both who were in have left.").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        using var lead = await app.AsAsync("lead-a2");
        await AgreeAsync(lead, answer.Location!);
        (await head.OpenAsync(answer.Location!)).Text.ShouldContain("a day has to pass");
        (await head.OpenAsync(answer.Location!)).Find("input[type=password]").ShouldBeNull();

        app.Clock.Advance(TimeSpan.FromHours(24));
        using var fresh = await app.AsAsync("head-a");
        (await CarryOutAsync(fresh, answer.Location!, kept, First, "not the right passphrase")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await LeaverKeysTests.OpensAsync(app, "lead-a", Record)).ShouldBeFalse();
        (await CarryOutAsync(fresh, answer.Location!, kept, First, Third, 3)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await LeaverKeysTests.OpensAsync(app, "lead-a", Record)).ShouldBeTrue();
        (await fresh.OpenAsync(answer.Location!)).Find("input[type=password]").ShouldBeNull();
    }

    [Fact]
    public async Task R48_Neither_the_asker_nor_the_one_to_be_let_in_is_the_second_person_even_by_hand()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await SetKeyAsync(app);
        using var head = await app.AsAsync("head-a");
        var url = (await (await head.OpenAsync(Url(app, "/ask/LetIn"))).Form().Set("LetIn", app.Person("lead-a").ToString()).Set("Reason", "Gone.").PostAsync()).Location!;
        using var other = await app.AsAsync("lead-a2");
        using var whom = await app.AsAsync("lead-a");
        var shown = await other.OpenAsync(url);
        var digest = shown.Find("input[name=Digest]")!.GetAttribute("value")!;
        foreach (var wrong in (TestBrowser[])[head, whom])
        {
            var page = await wrong.OpenAsync(url);
            page.Find("form[action*=Approve]").ShouldBeNull();
            page.Find("form[action*=Stop]")!.SetAttribute("action", url + "?handler=Approve");
            (await page.Form("main form[action*=Approve]").Force("Digest", digest).PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await shown.Form("main form[action*=Approve]").Force("Digest", new string('0', 64)).PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var db = app.Maintenance();
        (await db.Set<KeyAct>().SingleAsync(a => a.Kind == KeyActKind.LetIn)).ApprovedBy.ShouldBeNull();
    }

    [Fact]
    public async Task R18_All_who_lead_the_school_are_told_and_each_can_stop_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await SetKeyAsync(app);
        await app.SendMailAsync();
        app.Mail.Sent.Clear();
        using var head = await app.AsAsync("head-a");
        var url = (await (await head.OpenAsync(Url(app, "/ask/LetIn"))).Form().Set("LetIn", app.Person("lead-a").ToString()).Set("Reason", "Unusual words here.").PostAsync()).Location!;
        await app.SendMailAsync();
        app.Mail.Sent.Select(m => m.To).ShouldBe(["lead-a@people.example", "lead-a2@people.example"], ignoreOrder: true);
        app.Mail.Sent.ShouldAllBe(m => !m.Body.Contains("Unusual") && m.Body.Contains(url));
        using var lead = await app.AsAsync("lead-a2");
        await AgreeAsync(lead, url);
        (await (await lead.OpenAsync(url)).Form("main form[action*=Stop]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        app.Clock.Advance(TimeSpan.FromHours(25));
        using var fresh = await app.AsAsync("head-a");
        var page = await fresh.OpenAsync(url);
        page.Text.ShouldContain("Stopped");
        page.Find("form[action*=CarryOut]").ShouldBeNull();
    }

    [Fact]
    public async Task R48_Without_a_proof_of_the_last_five_minutes_nothing_is_asked_or_agreed()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        (await head.GetAsync(Url(app, "/ask/SetKey"))).Location.ShouldStartWith("/account/confirm");
        await using var db = app.Maintenance();
        (await db.Set<KeyAct>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_agreement_that_nobody_used_for_a_day_lapses_and_so_does_a_question_nobody_answered()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        var url = await AskForKeyAsync(app, head);
        using var lead = await app.AsAsync("lead-a");
        await AgreeAsync(lead, url);
        app.Clock.Advance(TimeSpan.FromHours(24));
        using var fresh = await app.AsAsync("head-a");
        (await fresh.OpenAsync(url)).Text.ShouldContain("Lapsed");
        var second = await AskForKeyAsync(app, fresh);
        app.Clock.Advance(TimeSpan.FromHours(24));
        using var later = await app.AsAsync("lead-a");
        var page = await later.OpenAsync(second);
        page.Text.ShouldContain("Lapsed");
        page.Find("form[action*=Approve]").ShouldBeNull();
    }

    [Fact]
    public async Task K12_A_school_that_leaves_takes_its_keys_along_and_destroys_them_here_only_against_the_receipt()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await LeaverKeysTests.FoundAsync(app, "lead-a", Record, "lead-a2");
        await SetKeyAsync(app);
        using var head = await app.AsAsync("head-a");
        using var lead = await app.AsAsync("lead-a");
        var export = await AskAsync(app, head, "Export");
        await AgreeAsync(lead, export);
        var bundle = await (await head.OpenAsync(export)).Form("main form[action*=CarryOut]").PostAsync();
        bundle.Html.ShouldStartWith("causeway-school-keys 1");
        var destroy = await AskAsync(app, head, "Destroy");
        await AgreeAsync(lead, destroy);
        app.Clock.Advance(TimeSpan.FromHours(24));
        using var fresh = await app.AsAsync("head-a");
        async Task<TestPage> DestroyAsync(string receipt) => await (await fresh.OpenAsync(destroy)).Form("main form[action*=CarryOut]").Set("Receipt", receipt).PostAsync();
        (await DestroyAsync("not the receipt")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await LeaverKeysTests.OpensAsync(app, "lead-a", Record)).ShouldBeTrue();
        var certificate = await DestroyAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bundle.Bytes)));
        certificate.Html.ShouldStartWith("causeway-certificate-of-destruction 1");
        certificate.Html.ShouldContain($"approved-by {app.Person("lead-a")}");
        (await LeaverKeysTests.OpensAsync(app, "lead-a", Record)).ShouldBeFalse();
    }

    [Fact]
    public async Task Three_different_names_and_passphrases_are_needed()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        var page = await head.OpenAsync(Url(app, "/ask/SetKey"));
        var twice = await page.Form().Set("Custodians[0]", "Ada One").Set("Custodians[1]", "ada one").Set("Custodians[2]", "Cy Three").Set("Reason", "First key.").PostAsync();
        twice.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        twice.Find("[name='Custodians[2]']")!.GetAttribute("value").ShouldBe("Cy Three");
        var url = await AskForKeyAsync(app, head);
        using var lead = await app.AsAsync("lead-a");
        await AgreeAsync(lead, url);
        var form = (await head.OpenAsync(url)).Form("main form[action*=CarryOut]").Set("Passphrases[0]", First).Set("Passphrases[1]", First).Set("Passphrases[2]", Third);
        var answer = await form.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldNotContain(Third);
    }

    private static string Url(TestApp app, string rest = "") => $"/organisations/{app.Organisation("school-a")}/keys{rest}";

    private static async Task<string> AskAsync(TestApp app, TestBrowser by, string kind) =>
        (await (await by.OpenAsync(Url(app, "/ask/" + kind))).Form().Set("Reason", "The school leaves.").PostAsync()).Location!;

    private static async Task<string> AskForKeyAsync(TestApp app, TestBrowser by)
    {
        var form = (await by.OpenAsync(Url(app, "/ask/SetKey"))).Form();
        return (await form.Set("Custodians[0]", "Ada One").Set("Custodians[1]", "Ben Two").Set("Custodians[2]", "Cy Three").Set("Reason", "First key.").PostAsync()).Location!;
    }

    private static async Task AgreeAsync(TestBrowser second, string url) =>
        (await (await second.OpenAsync(url)).Form("main form[action*=Approve]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);

    private static async Task<byte[]> SetKeyAsync(TestApp app)
    {
        using var head = await app.AsAsync("head-a");
        using var lead = await app.AsAsync("lead-a");
        var url = await AskForKeyAsync(app, head);
        await AgreeAsync(lead, url);
        var form = (await head.OpenAsync(url)).Form("main form[action*=CarryOut]");
        var file = await form.Set("Passphrases[0]", First).Set("Passphrases[1]", Second).Set("Passphrases[2]", Third).PostAsync();
        file.Html.ShouldStartWith("causeway-custodians 1");
        return file.Bytes;
    }

    private static async Task<TestPage> CarryOutAsync(TestBrowser by, string url, byte[] kept, string one, string other, int second = 2) =>
        await (await by.OpenAsync(url)).Form("main form[action*=CarryOut]").Attach("Kept", "recovery-key.txt", kept)
            .Set("Which[1]", second.ToString(System.Globalization.CultureInfo.InvariantCulture)).Set("Passphrases[0]", one).Set("Passphrases[1]", other).PostAsync();
}
