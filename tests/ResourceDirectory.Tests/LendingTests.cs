using System.Net;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Lending to schools chosen by name, and what never leaves a school. A lends to B; the office of the network and school C must not know.</summary>
public sealed class LendingTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Heads = "Name,Profession,Phone,Direct line,Email,Languages,Address,Area,Help offered,Notes\n";

    private OrganisationId SchoolB => world.App.Organisation("school-b");

    [Fact]
    public async Task The_chosen_school_sees_the_lent_facts_and_never_the_note()
    {
        var listing = await LendAsync("Lena Lent", "zebra-note");

        var list = await world.OpenAsync("lead-b", "/directory/lent?q=lena");
        list.Text.ShouldContain("Lena Lent");
        list.Text.ShouldContain("School A");
        var copy = await world.OpenAsync("teacher-b", $"/directory/lent/{listing.Id}");
        copy.Text.ShouldContain("lena.lent@lend.example");
        copy.Html.ShouldNotContain("zebra-note");
        (await CopiesAsync("lead-b")).ShouldAllBe(c => !c.Facts.Any(f => f.Text.Contains("zebra", StringComparison.Ordinal)));
        (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}")).Text.ShouldContain("School B");
    }

    [Fact]
    public async Task Nobody_else_sees_it_by_any_route()
    {
        var listing = await LendAsync("Nora Nobody", "");

        foreach (var person in (string[])["coord", "lead-c", "operator", "partner-a", "no-post"])
        {
            (await world.OpenAsync(person, $"/directory/lent/{listing.Id}")).Status.ShouldBe(HttpStatusCode.NotFound, person);
            (await world.OpenAsync(person, $"/directory/listings/{listing.Id}")).Status.ShouldBe(HttpStatusCode.NotFound, person);
        }

        foreach (var person in (string[])["coord", "lead-c"])
        {
            (await world.OpenAsync(person, "/find-help?q=nora")).Html.ShouldNotContain("Nora Nobody");
            (await world.OpenAsync(person, "/directory/lent?q=nora")).Html.ShouldNotContain("Nora Nobody");
            (await CopiesAsync(person)).ShouldBeEmpty(person);
        }

        // The lender's own tab shows what it received, not what it gave; the directory of the network holds nothing of it.
        (await world.OpenAsync("lead-a", $"/directory/lent/{listing.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.EntriesAsync("lead-b")).ShouldNotContain(e => e.Name == "Nora Nobody");
        (await world.OpenAsync("lead-b", $"/directory/listings/{listing.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Below_the_pages_the_database_shows_and_takes_nothing_either()
    {
        var listing = await LendAsync("Rita Raw", "");
        foreach (var person in (string[])["coord", "lead-c"])
        {
            (await RawCountAsync(person, listing.Id)).ShouldBe(0, person);
        }

        (await RawCountAsync("lead-a", listing.Id)).ShouldBe(1);
        (await RawCountAsync("lead-b", listing.Id)).ShouldBe(1);

        // The receiver may look, not write; and nobody lends in another school's name.
        foreach (var person in (string[])["lead-b", "coord"])
        {
            var error = await Should.ThrowAsync<Exception>(() => world.App.InScopeAsync(person, async services =>
            {
                var db = services.GetRequiredService<AppDbContext>();
                db.Add(LentCopy.Of(listing, new Lender("School A", world.App.Network("net-1"), []), world.App.Organisation("office-1"), "Office", TimeProvider.System));
                db.Record("test.forged", Guid.Empty);
                return await db.SaveChangesAsync();
            }));
            error.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain("does not lend it");
        }

        if (TestDatabase.Postgres is not null)
        {
            foreach (var sql in (string[])["UPDATE lent_copy SET name = 'Taken over'", "UPDATE lent_copy SET lender_id = organisation_id"])
            {
                (await RawAsync("lead-b", sql)).ShouldBe(0, sql);
            }

            foreach (var sql in (string[])["UPDATE lent_copy SET lender_id = '" + SchoolB + "'", "INSERT INTO lent_copy SELECT * FROM lent_copy"])
            {
                (await Should.ThrowAsync<PostgresException>(() => RawAsync(sql[0] == 'U' ? "lead-a" : "lead-b", sql))).SqlState.ShouldBe("42501", sql);
            }
        }
    }

    [Fact]
    public async Task What_is_no_longer_lent_is_gone_at_once_and_stays_with_its_school()
    {
        var listing = await LendAsync("Stan Stop", "");
        var page = await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}");
        await page.Form("form[action*=Share]").SubmitAsync();

        (await world.OpenAsync("lead-b", $"/directory/lent/{listing.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await CopiesAsync("lead-b")).ShouldNotContain(c => c.Name == "Stan Stop");
        (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}")).Text.ShouldContain("Only our school");
        var history = await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}/history");
        history.Text.ShouldContain("Lent to schools by name");
        history.Text.ShouldContain("Kept to our school");
    }

    [Fact]
    public async Task A_copy_follows_every_change_of_the_listing_and_goes_when_it_is_taken_away()
    {
        var listing = await LendAsync("Fay Follow", "");
        var form = (await world.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form();
        await form.Set("Typed[Profession]", "Speech therapist").SubmitAsync("save");
        (await world.OpenAsync("lead-b", $"/directory/lent/{listing.Id}")).Text.ShouldContain("Speech therapist");

        await (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}")).Form("form[action*=Remove]").SubmitAsync();
        (await world.OpenAsync("lead-b", $"/directory/lent/{listing.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Lent_by_name_after_it_was_shared_leaves_the_directory()
    {
        await world.TakeInAsync("lead-a", Row("Paul Public", ""), share: true);
        var listing = await world.ListingAsync("lead-a", "Paul Public");
        (await world.EntriesAsync("lead-b")).ShouldContain(e => e.Name == "Paul Public");

        await ChooseAsync(listing, Sharing.NamedSchools);
        (await world.EntriesAsync("lead-b")).ShouldNotContain(e => e.Name == "Paul Public");
        (await CopiesAsync("lead-b")).ShouldContain(c => c.Name == "Paul Public");

        await ChooseAsync(listing, Sharing.Network);
        (await world.EntriesAsync("lead-b")).ShouldContain(e => e.Name == "Paul Public");
        (await CopiesAsync("lead-b")).ShouldNotContain(c => c.Name == "Paul Public");
    }

    [Fact]
    public async Task Lending_asks_for_a_school_and_knows_only_schools_of_the_network()
    {
        await world.TakeInAsync("lead-a", Row("Quin Question", ""));
        var listing = await world.ListingAsync("lead-a", "Quin Question");
        var form = (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}/sharing")).Form().Set("Sharing", "NamedSchools");

        var refused = await form.PostAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Find("#Schools-error").ShouldNotBeNull(refused.Text);

        var foreign = await refused.Form().Force("Schools", world.App.Organisation("school-c").ToString()).Set("Sharing", "NamedSchools").PostAsync();
        foreign.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.ListingAsync("lead-a", "Quin Question")).Sharing.ShouldBe(Sharing.OwnSchool);
    }

    [Fact]
    public async Task A_school_that_leaves_ends_what_it_lent_and_what_it_was_lent_and_keeps_its_listings()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        foreach (var (from, to, key) in new[] { ("lead-a", "school-b", "Given"), ("lead-b", "school-a", "Got") })
        {
            await app.InScopeAsync(from, async services =>
            {
                var actor = services.GetRequiredService<ICurrentActor>().Actor;
                var words = new Dictionary<ListColumn, string> { [ListColumn.PersonName] = $"Lou {key}", [ListColumn.Profession] = "Psychologist", [ListColumn.Email] = "lou@leave.example" };
                var written = await services.GetRequiredService<WriteListingHandler>().HandleAsync(new WriteListing(null, ListingPlace.Outside, words, [], "ours", false, null), actor, CancellationToken.None);
                var answer = await services.GetRequiredService<ShareListingsHandler>().HandleAsync(new ShareListings([written.Id!.Value], Sharing.NamedSchools, [app.Organisation(to)]), actor, CancellationToken.None);
                answer.Changed.ShouldBe(1, answer.Refusal?.Code);
                return true;
            });
        }

        await app.InScopeAsync("lead-a", async services =>
        {
            foreach (var module in services.GetServices<IOnLeavingNetwork>())
            {
                await module.LeaveAsync(app.Organisation("school-a"), app.Network("net-1"), leaveBehind: true, CancellationToken.None);
            }

            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        (await app.InScopeAsync("lead-a", s => s.GetRequiredService<AppDbContext>().Set<LentCopy>().CountAsync())).ShouldBe(0);
        (await app.InScopeAsync("lead-b", s => s.GetRequiredService<AppDbContext>().Set<LentCopy>().CountAsync())).ShouldBe(0);
        var kept = await app.InScopeAsync("lead-a", s => s.GetRequiredService<AppDbContext>().Set<Listing>().SingleAsync());
        (kept.Name, kept.Sharing, kept.Note).ShouldBe(("Lou Given", Sharing.OwnSchool, "ours"));
    }

    [Fact]
    public async Task Every_change_of_sharing_is_in_the_audit_trail()
    {
        var listing = await LendAsync("Audie Trail", "");
        await ChooseAsync(listing, Sharing.Network);
        await ChooseAsync(listing, Sharing.OwnSchool);

        await using var db = world.App.Maintenance();
        var acts = await db.Set<AuditRow>().Where(a => a.ObjectId == listing.Id.Value).OrderBy(a => a.Sequence).Select(a => a.Act).ToListAsync();
        acts.ShouldBe(["listing.lent", "listing.shared", "listing.unshared"]);
    }

    [Fact]
    public async Task A_field_that_is_kept_is_in_no_copy()
    {
        var listing = await LendAsync("Kim Kept", "");
        (await world.OpenAsync("lead-b", $"/directory/lent/{listing.Id}")).Text.ShouldContain("555 0190");

        var form = (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}/sharing")).Form();
        await form.Set("Sharing", "Network").Set("AsOurSchool", "false").Set("Kept", "DirectLine").SubmitAsync();

        var entry = await world.EntryAsync("lead-b", "Kim Kept");
        var seen = await world.OpenAsync("lead-b", $"/directory/entries/{entry.Id}");
        seen.Text.ShouldContain("kim.kept@lend.example");
        seen.Html.ShouldNotContain("555 0190");
        entry.SearchText.ShouldNotContain("5550190");
        (await world.ListingAsync("lead-a", "Kim Kept")).Facts.Has(FactField.DirectLine).ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_school_never_lends_is_left_out_of_what_is_lent_already_and_of_what_comes_later()
    {
        await using var own = new DirectoryWorld();
        await own.InitializeAsync();
        await own.TakeInAsync("lead-a", Row("Early Bird", ""), share: true);

        await (await own.OpenAsync("lead-a", "/directory/listings/kept")).Form().Set("Kept", "DirectLine", "Address").SubmitAsync();
        await own.App.RunJobsAsync();
        await own.TakeInAsync("lead-a", Row("Late Bird", ""), share: true);

        foreach (var name in (string[])["Early Bird", "Late Bird"])
        {
            var entry = await own.EntryAsync("lead-b", name);
            entry.Claims.ShouldContain(c => c.Fact.Field == FactField.Phone, name);
            entry.Claims.ShouldNotContain(c => c.Fact.Field == FactField.DirectLine || c.Fact.Field == FactField.Address, name);
        }
    }

    [Fact]
    public async Task A_secret_address_is_told_as_its_area_even_where_another_school_wrote_it_openly()
    {
        await world.TakeInAsync("lead-a", Row("Harbour Shelter", "").Replace("12 Oak Road", "Confidential", StringComparison.Ordinal), share: true);
        var listing = await world.ListingAsync("lead-a", "Harbour Shelter");
        listing.AddressIsSecret.ShouldBeTrue();
        var entry = await world.EntryAsync("lead-b", "Harbour Shelter");
        (await world.OpenAsync("lead-b", $"/directory/entries/{entry.Id}")).Text.ShouldContain("Kept secret. Area: Middle");

        var open = new[] { new Fact(FactField.Name, "Harbour Shelter"), new Fact(FactField.Address, "12 Oak Road"), new Fact(FactField.MapPoint, "1, 2", From: 1, To: 2) };
        LentFacts.WithoutSecretPlace(open, secret: true).ShouldHaveSingleItem().Field.ShouldBe(FactField.Name);
    }

    [Fact]
    public async Task Outside_help_is_filed_before_others_see_it_and_the_guess_is_offered()
    {
        var form = (await world.OpenAsync("lead-a", "/directory/listings/edit?place=Outside")).Form();
        await form.Set("Typed[PersonName]", "Uma Unfiled").Set("Typed[Email]", "uma@unfiled.example").SubmitAsync("save");
        var listing = await world.ListingAsync("lead-a", "Uma Unfiled");
        listing.Filed.ShouldBeFalse();

        var refused = await (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}")).Form("form[action*=Share]").Without("Families").PostAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Find("#Families-error").ShouldNotBeNull(refused.Text);

        await refused.Form("form[action*=Share]").Set("Families", "HealthCare").SubmitAsync();
        (await world.EntryAsync("lead-b", "Uma Unfiled")).Families.ShouldBe("|HealthCare|");

        FamilySuggestion.For([new Fact(FactField.Concern, "Dyslexia", "learning.dyslexia")]).ShouldBe([ProfessionFamily.EducationalAdvice]);
        FamilySuggestion.For([new Fact(FactField.BodyKind, "Faith body", "FaithBody")]).ShouldBe([ProfessionFamily.YouthNgoFaith]);
    }

    private static string Row(string name, string note) =>
        Heads + $"{name},Psychologist,555 0{Math.Abs(name.GetHashCode(StringComparison.Ordinal)) % 900 + 100} 77,555 0190,{name.Replace(' ', '.').ToLowerInvariant()}@lend.example,English,12 Oak Road,Middle,worries,{note}\n";

    private async Task<Listing> LendAsync(string name, string note)
    {
        await world.TakeInAsync("lead-a", Row(name, note));
        var listing = await world.ListingAsync("lead-a", name);
        await ChooseAsync(listing, Sharing.NamedSchools);
        return await world.ListingAsync("lead-a", name);
    }

    private async Task ChooseAsync(Listing listing, Sharing sharing)
    {
        var form = (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}/sharing")).Form().Set("Sharing", sharing.ToString());
        if (sharing == Sharing.NamedSchools)
        {
            form.Set("Schools", SchoolB.ToString());
        }

        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<List<LentCopy>> CopiesAsync(string person) => world.AskAsync(person, db => db.Set<LentCopy>().AsNoTracking().ToListAsync());

    /// <summary>Without EF's filter where the database has row security of its own.</summary>
    private Task<int> RawCountAsync(string person, ListingId id) => world.AskAsync(person, db => TestDatabase.Postgres is null
        ? db.Set<LentCopy>().CountAsync(c => c.ListingId == id)
        : db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM lent_copy WHERE listing_id = {0}", id.Value).SingleAsync());

    private Task<int> RawAsync(string person, string sql) => world.AskAsync(person, db => db.Database.ExecuteSqlRawAsync(sql));
}
