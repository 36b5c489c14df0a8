using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks.Tests;

public sealed class CharterTests
{
    [Fact]
    public async Task A_draft_is_the_coordinators_alone_until_it_is_published()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        (await Filled(await coordinator.OpenAsync("/network/charter/edit")).PostAsync("Save the draft")).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var head = await app.AsAsync("head-a");
        (await head.OpenAsync("/network/charter")).Text.ShouldNotContain("We tell each other first.");
        (await head.GetAsync("/network/charter/sign")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await coordinator.OpenAsync("/network/charter/edit")).Find("textarea[name='Texts[Norms]']")!.TextContent.Trim().ShouldBe("We tell each other first.");
        await PublishAsync(app);
        (await head.OpenAsync("/network/charter")).Text.ShouldContain("We tell each other first.");
    }

    [Fact]
    public async Task A_missing_section_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        var answer = await Filled(await coordinator.OpenAsync("/network/charter/edit")).Set("Texts[Norms]", "").Set("Texts[Dispute]", "We talk.").PostAsync("Publish");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("The charter needs this section before it can be published.");
        answer.Find("textarea[name='Texts[Norms]']")!.GetAttribute("aria-invalid").ShouldBe("true");
        answer.Find("textarea[name='Texts[Dispute]']")!.TextContent.Trim().ShouldBe("We talk.");
    }

    [Fact]
    public async Task Only_a_head_signs_and_the_list_names_who_has_not()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await PublishAsync(app);
        using var lead = await app.AsAsync("lead-a");
        (await lead.GetAsync("/network/charter/sign")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.OpenAsync("/network/charter")).Text.ShouldContain("2 schools have yet to sign");
        await SignAsync(app, "head-a");
        var page = await lead.OpenAsync("/network/charter");
        page.Text.ShouldContain("1 school has yet to sign");
        Row(page, "School A").ShouldContain("Hal Head");
        Row(page, "School A").ShouldContain("Head");
        Row(page, "School B").ShouldContain("Not signed");
        using var other = await app.AsAsync("lead-c");
        (await other.OpenAsync("/network/charter")).Text.ShouldNotContain("We tell each other first.");
    }

    [Fact]
    public async Task A_signature_is_not_given_by_an_unticked_box_and_not_twice()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await PublishAsync(app);
        using var head = await app.AsAsync("head-a");
        var untouched = await (await head.OpenAsync("/network/charter/sign")).Form().PostAsync();
        untouched.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var form = (await head.OpenAsync("/network/charter/sign")).Form().Set("Agreed", "true");
        (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var again = await (await head.OpenAsync("/network/charter/sign")).Form().Set("Agreed", "true").PostAsync();
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("signature holds");
        await using var db = app.Maintenance();
        (await db.Set<CharterSignature>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_read_an_older_text_signs_nothing_by_surprise()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await PublishAsync(app);
        using var head = await app.AsAsync("head-a");
        var open = (await head.OpenAsync("/network/charter/sign")).Form().Set("Agreed", "true");
        await PublishAsync(app, "We never recruit each other's staff.");
        var answer = await open.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("A newer charter was published");
        answer.Text.ShouldContain("We never recruit each other's staff.");
        await using var db = app.Maintenance();
        (await db.Set<CharterSignature>().AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_changed_norm_asks_for_a_new_signature_and_another_change_does_not()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await PublishAsync(app);
        await SignAsync(app, "head-a");
        await PublishAsync(app, section: "Rhythm", text: "On the first Tuesday.");
        using var lead = await app.AsAsync("lead-a");
        Row(await lead.OpenAsync("/network/charter"), "School A").ShouldContain("Signed");
        Row(await lead.OpenAsync("/network/charter"), "School A").ShouldContain("version 1");
        await PublishAsync(app, "We never recruit each other's staff.");
        Row(await lead.OpenAsync("/network/charter"), "School A").ShouldContain("Signed before the norms changed");
        var third = await lead.OpenAsync("/network/charter/3");
        third.Text.ShouldContain("1 section differs");
        third.Text.ShouldContain("Every school was asked to sign anew.");
        (await lead.OpenAsync("/network/charter/2")).Text.ShouldContain("Signatures of the version before kept their force.");
        (await lead.OpenAsync("/network/charter/1")).Text.ShouldContain("Hal Head");
    }

    [Fact]
    public async Task The_same_text_is_not_published_twice()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await PublishAsync(app);
        using var coordinator = await app.AsAsync("coord");
        var answer = await (await coordinator.OpenAsync("/network/charter/edit")).Form().PostAsync("Publish");
        answer.Text.ShouldContain("Nothing differs");
    }

    [Theory]
    [InlineData(0, "Signed")]
    [InlineData(334, "Signed")]
    [InlineData(335, "LapsesSoon")]
    [InlineData(364, "LapsesSoon")]
    [InlineData(365, "Lapsed")]
    public void Signing_lapses_after_twelve_months(int days, string expected)
    {
        var (version, signature) = Signed();
        SigningStanding.Of(version, [signature], signature.SignedOn.AddDays(days)).State.ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task Paper_carries_the_name_of_its_day_and_the_unsigned()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await PublishAsync(app);
        await SignAsync(app, "head-a");
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        using var coordinator = await app.AsAsync("coord");
        await (await coordinator.OpenAsync("/network/edit")).Form().Set("Input.Name", "Another Name").Set("Input.Acronym", "AN").PostAsync();
        var paper = await coordinator.OpenAsync("/network/charter/1/print");
        paper.Find("h1")!.TextContent.ShouldContain("First Test Network");
        paper.Text.ShouldContain("Hal Head, Head");
        Row(paper, "School B").ShouldContain("not signed");
    }

    [Fact]
    public async Task Two_coordinators_at_once_do_not_overwrite_each_other()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        var (first, second) = (Filled(await coordinator.OpenAsync("/network/charter/edit")), Filled(await coordinator.OpenAsync("/network/charter/edit")).Set("Texts[Norms]", "Mine."));
        (await first.PostAsync("Save the draft")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var late = await second.PostAsync("Save the draft");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Find("textarea[name='Texts[Norms]']")!.TextContent.Trim().ShouldBe("Mine.");
    }

    internal static async Task PublishAsync(TestApp app, string? norms = null, string? section = null, string? text = null)
    {
        using var coordinator = await app.AsAsync("coord");
        var page = await coordinator.OpenAsync("/network/charter/edit");
        var form = norms is null && section is null ? Filled(page) : page.Form().Set("Summary", "Something new.");
        if (norms is not null)
        {
            form.Set("Texts[Norms]", norms);
        }

        if (section is not null)
        {
            form.Set($"Texts[{section}]", text!);
        }

        var answer = await form.PostAsync("Publish");
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
    }

    internal static async Task SignAsync(TestApp app, string person)
    {
        using var head = await app.AsAsync(person);
        (await (await head.OpenAsync("/network/charter/sign")).Form().Set("Agreed", "true").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static TestForm Filled(TestPage page)
    {
        var form = page.Form();
        foreach (var section in CharterTerms.Needed)
        {
            form.Set($"Texts[{section}]", section == CharterSection.Norms ? "We tell each other first." : $"About {section}.");
        }

        return form;
    }

    private static string Row(TestPage page, string name) =>
        string.Join(' ', page.Document.QuerySelectorAll("main tr").Where(r => r.TextContent.Contains(name)).Select(r => r.TextContent));

    private static (CharterVersion Version, CharterSignature Signature) Signed()
    {
        var actor = new Actor(default, "Cora", null, Role.NetworkCoordinator, new OrganisationId(Guid.CreateVersion7()), "School", new NetworkId(Guid.CreateVersion7()), "Net");
        var draft = CharterDraft.Begin(actor.Network!.Value);
        var today = new DateOnly(2026, 11, 17);
        draft.Write(new CharterTerms(CharterTerms.Needed.Select(s => KeyValuePair.Create(s, (string?)"x"))), today.AddYears(1), "", actor, TimeProvider.System.GetUtcNow()).ShouldBeNull();
        var version = CharterVersion.Publish(draft, null, false, actor, today, TimeProvider.System).Version!;
        return (version, CharterSignature.Sign(version, actor.Organisation!.Value, actor, "Head", today, TimeProvider.System));
    }
}
