using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

public sealed class SharingTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Heads = "Name,Profession,Phone,Email,Languages,Ages,Help offered,Notes\n";

    [Fact]
    public async Task A_listing_is_seen_by_its_own_school_until_it_is_shared_and_its_note_never()
    {
        await world.TakeInAsync("lead-a", Heads + "Olga Own,Psychologist,555 0110,olga@own.example,Russian,,grief,answers only before noon zebra\n");
        (await world.EntriesAsync("lead-b")).ShouldNotContain(e => e.Name == "Olga Own");

        var listing = await world.ListingAsync("lead-a", "Olga Own");
        listing.Note.ShouldBe("answers only before noon zebra");
        var page = await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}");
        var shared = await page.Form("form[action*=Share]").SubmitAsync();

        shared.Text.ShouldContain("Shared with the network.");
        var entry = await world.EntryAsync("lead-b", "Olga Own");
        var seen = await world.OpenAsync("lead-b", $"/directory/entries/{entry.Id}");
        seen.Text.ShouldContain("olga@own.example");
        seen.Html.ShouldNotContain("zebra");
        (await world.AskAsync("lead-b", db => db.Set<Contribution>().AsNoTracking().ToListAsync())).ShouldAllBe(c => !c.Facts.Any(f => f.Text.Contains("zebra")));
        (await world.OpenAsync("lead-b", "/find-help?q=zebra")).Text.ShouldContain("Nobody fits all of it");
    }

    [Fact]
    public async Task What_is_no_longer_shared_is_gone_for_others_at_once_and_stays_with_its_school()
    {
        await world.TakeInAsync("lead-a", Heads + "Stella Stop,Psychologist,555 0111,stella@stop.example,English,,grief,\n", share: true);
        var entry = await world.EntryAsync("lead-b", "Stella Stop");
        var listing = await world.ListingAsync("lead-a", "Stella Stop");

        var page = await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}");
        await page.Form("form[action*=Share]").SubmitAsync();

        (await world.OpenAsync("lead-b", $"/directory/entries/{entry.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}")).Text.ShouldContain("Only our school");
    }

    [Fact]
    public async Task A_change_of_a_shared_listing_is_seen_at_once()
    {
        await world.TakeInAsync("lead-a", Heads + "Chloe Change,Psychologist,555 0112,chloe@change.example,English,,grief,\n", share: true);
        var listing = await world.ListingAsync("lead-a", "Chloe Change");

        var form = (await world.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form();
        await form.Set("Typed[Fee]", "75 EUR").Set("Typed[Ages]", "4 to 9").SubmitAsync();

        var entry = await world.EntryAsync("lead-b", "Chloe Change");
        entry.Claims.ShouldContain(c => c.Fact.Field == FactField.Fee && c.Fact.From == 75);
        (entry.AgesFrom, entry.AgesTo).ShouldBe((4, 9));
    }

    [Fact]
    public async Task Two_people_who_change_one_listing_do_not_overwrite_each_other()
    {
        await world.TakeInAsync("lead-a", Heads + "Tina Twice,Psychologist,555 0113,tina@twice.example,English,,grief,\n");
        var listing = await world.ListingAsync("lead-a", "Tina Twice");
        var mine = (await world.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form();
        var theirs = (await world.OpenAsync("counsellor-a", $"/directory/listings/edit/{listing.Id}")).Form();

        await theirs.Set("Typed[Profession]", "Psychiatrist").SubmitAsync();
        var answer = await mine.Set("Typed[Profession]", "Chaplain").PostAsync();

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Find(".cw-conflict")!.TextContent.ShouldContain("Psychiatrist");
        answer.Find("input[name='Typed[Profession]']")!.GetAttribute("value").ShouldBe("Chaplain");
        (await world.ListingAsync("lead-a", "Tina Twice")).Profession.ShouldBe("Psychiatrist");
    }

    [Fact]
    public async Task A_person_inside_the_school_is_published_with_name_phone_mail_and_help_or_not_at_all()
    {
        var form = (await world.OpenAsync("lead-a", "/directory/listings/edit?place=Inside")).Form();
        var refused = await form.Set("Typed[PersonName]", "Ines Inside").Set("Typed[Email]", "ines@inside.example").Set("Typed[HelpOffered]", "worries").PostAsync("publish");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Find("#Typed_Phone_-error, [id='Typed_Phone_-error']").ShouldNotBeNull(refused.Text);

        var draft = await refused.Form().SubmitAsync("save");
        draft.Text.ShouldContain("Draft");
        var listing = await world.ListingAsync("lead-a", "Ines Inside");
        (await world.OpenAsync("teacher-a", $"/directory/listings/{listing.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.OpenAsync("teacher-a", "/directory/print/inside")).Text.ShouldNotContain("Ines Inside");

        var again = (await world.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form();
        await again.Set("Typed[Phone]", "555 0114").SubmitAsync("publish");
        (await world.OpenAsync("teacher-a", "/directory/print/inside")).Text.ShouldContain("Ines Inside");
    }

    [Fact]
    public async Task A_listing_taken_away_can_be_brought_back()
    {
        await world.TakeInAsync("lead-a", Heads + "Rosa Remove,Psychologist,555 0115,rosa@remove.example,English,,grief,\n", share: true);
        var listing = await world.ListingAsync("lead-a", "Rosa Remove");

        var gone = await (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}")).Form("form[action*=Remove]").SubmitAsync();
        gone.Text.ShouldContain("Taken away");
        (await world.EntriesAsync("lead-b")).ShouldNotContain(e => e.Name == "Rosa Remove");

        var back = await gone.Form("form[action*=BringBack]").SubmitAsync();
        back.Text.ShouldContain("The listing is back");
        (await world.ListingAsync("lead-a", "Rosa Remove")).Sharing.ShouldBe(Sharing.OwnSchool);
    }

    [Fact]
    public async Task Many_listings_are_shared_at_once()
    {
        await world.TakeInAsync("lead-b", Heads + "Bulk One,Psychologist,555 0116,one@bulk.example,English,,grief,\nBulk Two,Psychologist,555 0117,two@bulk.example,English,,grief,\n");
        var ids = await world.AskAsync("lead-b", db => db.Set<Listing>().Where(l => l.Name.StartsWith("Bulk ")).Select(l => l.Id).ToListAsync());

        var form = (await world.OpenAsync("lead-b", "/directory/listings?q=bulk")).Form("form[action*=Share]");
        var answer = await form.Set("Chosen", [.. ids.Select(i => i.ToString())]).SubmitAsync("share");

        answer.Text.ShouldContain("Shared with the network: 2.");
        (await world.EntriesAsync("lead-a")).Count(e => e.Name.StartsWith("Bulk ", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Three_exports_a_day_are_enough_and_no_cell_is_a_formula()
    {
        await world.TakeInAsync("counsellor-b", Heads + "Ed Export,=1+1,555 0118,ed@export.example,English,,@grief,-note\n");
        for (var i = 0; i < 3; i++)
        {
            var file = await (await world.OpenAsync("counsellor-b", "/directory/listings/export?place=Outside")).Form().Set("Format", "csv").PostAsync();
            file.Status.ShouldBe(HttpStatusCode.OK);
            file.Headers["Content-Type"].ShouldStartWith("text/csv");
            file.Html.ShouldContain("Ed Export");
            file.Html.ShouldNotContain(",=1+1");
            file.Html.ShouldNotContain(",@grief");
        }

        var fourth = await (await world.OpenAsync("counsellor-b", "/directory/listings/export?place=Outside")).Form().PostAsync();

        fourth.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        fourth.Text.ShouldContain("Three files are enough");
    }
}
