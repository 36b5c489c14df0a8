using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

public sealed class VerifyEntriesTests : IAsyncLifetime
{
    private readonly CheckWorld _check = new();

    public async ValueTask InitializeAsync()
    {
        await _check.InitializeAsync();
        await _check.FillAsync();
    }

    public ValueTask DisposeAsync() => _check.DisposeAsync();

    [Fact]
    public async Task A_campaign_gives_every_entry_exactly_one_verifier_of_a_school_that_lists_it()
    {
        var preview = await _check.World.OpenAsync("coord", "/directory/check/start?kind=Year");
        preview.Text.ShouldContain("4 entries are asked about");
        preview.Text.ShouldContain("2 mails go out");
        preview.Text.ShouldContain("1 have no mail address");

        var board = await _check.StartAsync();

        var items = await _check.ItemsAsync();
        items.Select(i => i.Name).ShouldBe(["Alma Ashgrove", "Bela Birchwood", "Cora Cedarfield", "Dora Dellwater"]);
        items.Select(i => i.SchoolName).ShouldBe(["School A", "School A", "School B", "School B"]);
        items.ShouldAllBe(i => i.VerifierName.Length > 0);
        board.Text.ShouldContain("0 of 4 answered");
        await _check.PassAsync(1);
        (await _check.ItemsAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_address_gets_one_mail_however_many_entries_share_it_and_the_page_leads_through_all()
    {
        await _check.StartAsync();

        _check.MailsTo("alma@ashgrove.example").Count.ShouldBe(1);
        var mail = _check.MailsTo("desk@birch.example").ShouldHaveSingleItem();
        mail.Body.ShouldNotContain("Bela");
        var page = await _check.OpenLinkAsync(mail);
        page.Text.ShouldContain("Bela Birchwood");
        page = await page.Form().SubmitAsync("right");
        page.Text.ShouldContain("Cora Cedarfield");
        page = await page.Form().SubmitAsync("right");
        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldContain("Thank you, this is answered");
        (await _check.ItemsAsync()).Count(i => i.Outcome == CheckOutcome.Confirmed && i.Way == CheckWay.Link).ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_by_link_confirms_the_entry_for_all_schools_and_the_link_is_useless_afterwards()
    {
        await _check.StartAsync();
        var mail = _check.MailsTo("alma@ashgrove.example")[0];
        var twice = await _check.OpenLinkAsync(mail);

        await (await _check.OpenLinkAsync(mail)).Form().SubmitAsync("right");

        var entry = await _check.EntryAsync("Alma Ashgrove");
        entry.ConfirmedOn.ShouldBe(new DateOnly(2026, 11, 17));
        var page = await _check.World.OpenAsync("teacher-b", $"/directory/entries/{entry.Id}");
        page.Text.ShouldContain("the professional");
        page.Text.ShouldContain("Fresh");
        (await _check.OpenLinkAsync(mail)).Status.ShouldBe(HttpStatusCode.Gone);
        var late = await twice.Form().SubmitAsync("right");
        late.Status.ShouldBe(HttpStatusCode.Gone);
        (await _check.LinesAsync()).Count(l => l.Group == FieldGroup.Reach).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_professional_corrects_is_shown_with_its_origin_and_no_schools_listing_changes()
    {
        await _check.StartAsync();
        var before = await _check.World.ListingAsync("lead-a", "Alma Ashgrove");
        var page = await _check.OpenLinkAsync(_check.MailsTo("alma@ashgrove.example")[0]);

        await page.Form().Set("Form.Typed[Fee]", "120 EUR").Set("Form.Typed[Phone]", "555 0999").SubmitAsync("save");

        var entry = await _check.EntryAsync("Alma Ashgrove");
        var fee = entry.Claims.Single(c => c.Shown && c.Fact.Field == FactField.Fee);
        (fee.Fact.From, fee.Told, fee.SourceName).ShouldBe((120m, true, AddedWord.FromProfessional));
        entry.Claims.Single(c => !c.Shown && c.Fact.Field == FactField.Fee).Fact.From.ShouldBe(80m);
        entry.Claims.Single(c => c.Shown && c.Fact.Field == FactField.Phone).Fact.Text.ShouldContain("0999");
        JsonColumn.Write((await _check.World.ListingAsync("lead-a", "Alma Ashgrove")).Facts).ShouldBe(JsonColumn.Write(before.Facts));
        (await _check.ItemsAsync())[0].Outcome.ShouldBe(CheckOutcome.Changed);
        (await _check.World.OpenAsync("lead-b", $"/directory/entries/{entry.Id}")).Text.ShouldContain("Said by the professional");

        // The school saves its line again, old fee and all: that confirms nothing.
        _check.App.Clock.Advance(TimeSpan.FromDays(3));
        _check.World.ForgetBrowsers();
        var edit = await _check.World.OpenAsync("lead-a", $"/directory/listings/edit/{before.Id}");
        await edit.Form().Set("Typed[Languages]", "English; French").SubmitAsync("save");
        entry = await _check.EntryAsync("Alma Ashgrove");
        entry.Claims.Single(c => c.Shown && c.Fact.Field == FactField.Fee).Fact.From.ShouldBe(120m);
        entry.ConfirmedOn.ShouldBe(new DateOnly(2026, 11, 17));
    }

    [Fact]
    public async Task Changed_without_a_word_what_to_is_refused_at_the_field_and_keeps_the_rest()
    {
        await _check.StartAsync();
        var page = await _check.OpenLinkAsync(_check.MailsTo("alma@ashgrove.example")[0]);

        var answer = await page.Form().Set("Form.Answers[Capacity]", "Changed").Set("Form.Typed[Hours]", "Mondays").PostAsync("save");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Write what it is now");
        answer.Find("input[name='Form.Typed[Hours]']")!.GetAttribute("value").ShouldBe("Mondays");
        (await _check.ItemsAsync())[0].Outcome.ShouldBe(CheckOutcome.Open);
    }

    [Fact]
    public async Task Reminders_come_on_day_7_and_21_and_on_day_28_the_verifier_rings()
    {
        await _check.StartAsync();
        await _check.PassAsync(6);
        _check.MailsTo("alma@ashgrove.example").Count.ShouldBe(1);
        await _check.PassAsync(1);
        _check.MailsTo("alma@ashgrove.example").Count.ShouldBe(2);
        await _check.PassAsync(13);
        _check.MailsTo("alma@ashgrove.example").Count.ShouldBe(2);
        await _check.PassAsync(1);
        _check.MailsTo("alma@ashgrove.example").Count.ShouldBe(3);
        await _check.PassAsync(7);
        _check.MailsTo("alma@ashgrove.example").Count.ShouldBe(3);
        var verifiers = (await _check.ItemsAsync()).Select(i => i.VerifierId.Value).ToHashSet();
        foreach (var (key, _) in _check.App.Ids.Where(p => p.Key.StartsWith("person:", StringComparison.Ordinal) && verifiers.Remove(p.Value)).ToList())
        {
            using var verifier = await _check.App.AsAsync(key["person:".Length..]);
            (await verifier.OpenAsync("/")).Text.ShouldContain("to ring", Case.Insensitive, key);
        }

        verifiers.ShouldBeEmpty();

        // Any of the three mails still opens the page; after that, none.
        await (await _check.OpenLinkAsync(_check.MailsTo("alma@ashgrove.example")[0])).Form().SubmitAsync("right");
        foreach (var mail in _check.MailsTo("alma@ashgrove.example"))
        {
            (await _check.OpenLinkAsync(mail)).Status.ShouldBe(HttpStatusCode.Gone);
        }
    }

    [Fact]
    public async Task Nobody_is_mailed_after_answering_and_after_pressing_stop()
    {
        await _check.StartAsync();
        await (await _check.OpenLinkAsync(_check.MailsTo("alma@ashgrove.example")[0])).Form().SubmitAsync("right");
        var stop = await _check.OpenLinkAsync(_check.MailsTo("desk@birch.example")[0], "/stop");
        (await stop.Form().SubmitAsync("Stop the mails")).Text.ShouldContain("No more mails");

        await _check.PassAsync(7);
        await _check.PassAsync(14);

        _check.MailsTo("alma@ashgrove.example").Count.ShouldBe(1);
        _check.MailsTo("desk@birch.example").Count.ShouldBe(1);
        await _check.EndAsync();
        await _check.StartAsync("2027/28");
        _check.MailsTo("desk@birch.example").Count.ShouldBe(1);
        _check.MailsTo("alma@ashgrove.example").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_that_waits_for_a_slow_server_is_not_sent_once_a_school_has_answered()
    {
        var page = await _check.World.OpenAsync("coord", "/directory/check/start?kind=Year");
        await page.Form().Set("Name", "x").SubmitAsync();
        await _check.App.RunJobsAsync();

        await _check.TapAsync((await _check.ItemsAsync())[0], "right");
        await _check.SendAllAsync();

        _check.MailsTo("alma@ashgrove.example").ShouldBeEmpty();
        _check.MailsTo("desk@birch.example").Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_tap_of_the_verifier_answers_and_can_be_taken_back()
    {
        await _check.StartAsync();
        var item = (await _check.ItemsAsync())[0];

        await _check.TapAsync(item, "right");
        (await _check.EntryAsync("Alma Ashgrove")).ConfirmedOn.ShouldNotBeNull();
        (await _check.OpenLinkAsync(_check.MailsTo("alma@ashgrove.example")[0])).Text.ShouldContain("by a school that knows you");
        await _check.TapAsync(item, "undo");

        (await _check.EntryAsync("Alma Ashgrove")).ConfirmedOn.ShouldBeNull();
        (await _check.ItemsAsync())[0].Outcome.ShouldBe(CheckOutcome.Open);
        (await _check.LinesAsync()).ShouldAllBe(l => l.UndoneAt != null);
        await _check.PassAsync(7);
        _check.MailsTo("alma@ashgrove.example").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silence_sinks_an_entry_and_two_silent_campaigns_make_it_dormant()
    {
        await _check.StartAsync();
        await _check.TapAsync((await _check.ItemsAsync())[0], "right");
        await _check.EndAsync();
        var silent = await _check.EntryAsync("Dora Dellwater");
        (silent.Dormant, silent.StaleFrom).ShouldBe((false, new DateOnly(2026, 11, 17)));
        (await _check.World.OpenAsync("lead-b", $"/directory/entries/{silent.Id}")).Text.ShouldContain("Stale");

        await _check.StartAsync("again");
        await _check.PassAsync(43);

        (await _check.EntryAsync("Dora Dellwater")).Dormant.ShouldBeTrue();
        (await _check.EntryAsync("Alma Ashgrove")).Dormant.ShouldBeFalse();
        await _check.ConfirmAsync("lead-b", "Dora Dellwater");
        (await _check.EntryAsync("Dora Dellwater")).Dormant.ShouldBeFalse();
    }

    [Fact]
    public async Task Facts_age_by_their_kind()
    {
        await _check.StartAsync();
        await _check.TapAsync((await _check.ItemsAsync())[0], "right");
        await _check.EndAsync();
        var entry = await _check.EntryAsync("Alma Ashgrove");
        entry.RunsOutFrom.ShouldBe(new DateOnly(2027, 5, 18));

        await _check.PassAsync(200);

        var page = await _check.World.OpenAsync("lead-a", $"/directory/entries/{entry.Id}");
        page.Text.ShouldContain("Part has run out");
        page.Text.ShouldContain("Run out: ask again");
        Freshness.Of(entry, new DateOnly(2027, 12, 1)).ShouldBe(FreshnessState.Stale);
    }
}
