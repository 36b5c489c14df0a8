using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>The page of an entry: grouped, unknown named as unknown, and the card to take along.</summary>
public sealed class EntryPageTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private async Task<string> WriteAsync(string person, params (string Field, string Value)[] typed)
    {
        var form = (await world.OpenAsync(person, "/directory/listings/edit?place=Outside")).Form();
        foreach (var (field, value) in typed)
        {
            form.Set(field == "BasedAt" ? "Places[0].WorksAt" : $"Typed[{field}]", value);
        }

        // Nothing is shared that is filed under no family.
        form.Set("Families", nameof(ProfessionFamily.HealthCare));

        var saved = await form.SubmitAsync("save");
        saved.Status.ShouldBe(HttpStatusCode.OK, saved.Text);
        await saved.Form("form[action*=Share]").SubmitAsync();
        var name = typed.First(t => t.Field is "PersonName" or "Organisation").Value;
        return $"/directory/entries/{(await world.EntryAsync(person, name)).Id}";
    }

    [Fact]
    public async Task What_nobody_has_said_is_named_as_not_known()
    {
        var url = await WriteAsync("lead-a", ("PersonName", "Una Unknown"), ("Phone", "555 0601"), ("HelpOffered", "grief"));
        var page = await world.OpenAsync("teacher-b", url);
        var unknown = page.Document.QuerySelectorAll(".cw-unk").Select(e => e.TextContent.Trim()).ToList();
        unknown.ShouldContain("Fee");
        unknown.ShouldContain("Waiting time");
        unknown.ShouldContain("Resident or expatriate");
        unknown.ShouldContain("Address not known");
        unknown.ShouldContain("Never confirmed");
        unknown.ShouldNotContain("Phone");
        unknown.ShouldNotContain("Help offered");
    }

    [Fact]
    public async Task An_authority_shows_what_it_may_and_may_not_do()
    {
        var url = await WriteAsync("lead-a", ("Organisation", "Harbour Police Desk"), ("Phone", "555 0602"), ("Profession", "Police"), ("Powers", "enter a home"), ("Limits", "keep a secret"));
        var page = await world.OpenAsync("teacher-b", url);
        page.Text.ShouldContain("What they can do enter a home");
        page.Text.ShouldContain("What they cannot do keep a secret");
        page.Document.QuerySelectorAll(".cw-unk").Select(e => e.TextContent.Trim()).ShouldContain("When they act");
    }

    [Fact]
    public async Task Somebody_paid_by_one_body_and_working_in_another_is_found_through_both()
    {
        await world.TakeInAsync("lead-a", "Name,Profession,Institution,Works at,Phone\nPetra Paidby,Psychologist,Quincetree Trust,\"Zebrawood School (Fridays, since 2024-02-01); Yellowbird Clinic (Mon, Tue; until 2027-06-30)\",555 0603\n", share: true);
        var url = $"/directory/entries/{(await world.EntryAsync("lead-a", "Petra Paidby")).Id}";
        foreach (var body in (string[])["Quincetree", "Zebrawood", "Yellowbird"])
        {
            (await world.OpenAsync("lead-b", "/find-help?q=" + body)).Text.ShouldContain("Petra Paidby");
        }

        var page = await world.OpenAsync("lead-b", url);
        page.Text.ShouldContain("Employed by Quincetree Trust");
        page.Text.ShouldContain("Works at Zebrawood School, Fridays");
        page.Text.ShouldContain("since 1 February 2024");
        page.Text.ShouldContain("Works at Yellowbird Clinic, Mon, Tue");
        page.Text.ShouldContain("until 30 June 2027");
        var listing = await world.ListingAsync("lead-a", "Petra Paidby");
        var edit = await world.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}");
        edit.Find("[name='Places[0].WorksAt']")!.GetAttribute("value").ShouldBe("Zebrawood School");
        edit.Find("[name='Places[1].Days']")!.GetAttribute("value").ShouldBe("Mon, Tue");
    }

    [Fact]
    public async Task An_informal_group_needs_no_address()
    {
        var url = await WriteAsync("lead-a", ("Organisation", "Tea Table of Tuesday"), ("BodyKind", "Informal group"), ("HelpOffered", "a cup of tea"));
        var page = await world.OpenAsync("teacher-a", url);
        page.Text.ShouldContain("An informal group needs no address.");
        page.Document.QuerySelectorAll(".cw-unk").Select(e => e.TextContent.Trim()).ShouldNotContain("Address not known");
    }

    [Fact]
    public async Task The_card_holds_shown_facts_and_no_note_and_no_line_of_a_strangers_making()
    {
        var url = await WriteAsync("lead-a", ("PersonName", "Carla Card; Trick"), ("Phone", "555 0604"), ("Email", "carla@card.example"), ("Address", "1 Card Lane, Testtown"), ("Organisation", "Card\\House, Ltd\nTEL:911"));
        var listing = await world.ListingAsync("lead-a", "Carla Card; Trick");
        await (await world.OpenAsync("lead-a", url)).Form("form[action*=Note]").Set("Note", "secret heron").SubmitAsync();

        var answer = await (await world.BrowserAsync("teacher-b")).GetAsync(url + "/card.vcf");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Content-Type"].ShouldBe("text/vcard; charset=utf-8");
        var lines = answer.Html.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        (lines[0], lines[1], lines[^1]).ShouldBe(("BEGIN:VCARD", "VERSION:4.0", "END:VCARD"));
        lines.ShouldContain(@"FN:Carla Card\; Trick");
        lines.ShouldContain("TEL;TYPE=voice,work:555 0604");
        lines.ShouldContain("EMAIL:carla@card.example");
        lines.ShouldNotContain(l => l.StartsWith("TEL:911", StringComparison.Ordinal));
        answer.Html.ShouldNotContain("heron");
        answer.Html.Split("\r\n").ShouldAllBe(l => System.Text.Encoding.UTF8.GetByteCount(l) <= 75);
        listing.Note.ShouldBeNull();
        (await (await world.BrowserAsync("lead-c")).GetAsync(url + "/card.vcf")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Markup_in_any_fact_stays_text()
    {
        const string Hostile = "<script>alert(1)</script>\"><img src=x>";
        var url = await WriteAsync("lead-a", ("PersonName", "Hostile Hank"), ("Phone", "555 0605"), ("HelpOffered", Hostile), ("Powers", Hostile), ("Cultures", Hostile), ("BasedAt", Hostile), ("Area", Hostile));
        foreach (var page in new[] { url, "/directory/coverage", "/directory/departures", "/directory/map" })
        {
            var shown = await world.OpenAsync("lead-b", page);
            shown.Status.ShouldBe(HttpStatusCode.OK, page);
            shown.Html.ShouldNotContain("<script>alert", Case.Sensitive, page);
            shown.Document.QuerySelectorAll("main img").ShouldBeEmpty(page);
        }
    }
}
