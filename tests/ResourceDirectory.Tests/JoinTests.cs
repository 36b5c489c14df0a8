using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

public sealed class JoinTests(CrowdedWorld crowded) : IClassFixture<CrowdedWorld>
{
    private readonly DirectoryWorld _world = crowded.World;

    private const string Heads = "Name,Profession,Organisation,Phone,Email,Languages,Fee,Date verified,Address\n";

    private Task TwoSchoolsAsync(string a, string b) => TakeBothAsync(Heads + a + "\n", Heads + b + "\n");

    private async Task TakeBothAsync(string a, string b)
    {
        await _world.TakeInAsync("lead-a", a, share: true);
        await _world.TakeInAsync("lead-b", b, share: true);
    }

    [Fact]
    public async Task Two_schools_listings_of_one_person_become_one_entry_that_says_who_said_what()
    {
        await TwoSchoolsAsync(
            "Dr Henrietta Quillfeather,Psychologist,Quillfeather Practice,555 0130,h.quillfeather@quill.example,English,80,2025-01-10,1 Quill Lane",
            "Quillfeather Henrietta,Psychologist,Quillfeather Practice,555 0130,h.quillfeather@quill.example,German,110,2026-05-02,1 Quill Lane");

        var entry = (await _world.EntriesAsync("lead-a")).Single(e => e.SearchText.Contains("quillfeather", StringComparison.Ordinal));

        entry.Contributions.ShouldBe(2);
        var fees = entry.Claims.Where(c => c.Fact.Field == FactField.Fee).ToList();
        fees.Single(c => c.Shown).Fact.From.ShouldBe(110);
        fees.Single(c => !c.Shown).Fact.From.ShouldBe(80);
        fees.Single(c => !c.Shown).SourceName.ShouldBe("School A");
        entry.Claims.Count(c => c.Fact.Field == FactField.Languages && c.Shown).ShouldBe(2);
        var page = await _world.OpenAsync("teacher-b", $"/directory/entries/{entry.Id}");
        page.Text.ShouldContain("Said otherwise");
        page.Text.ShouldContain("School A");
    }

    [Fact]
    public async Task Undoing_a_join_restores_both_exactly_and_a_later_run_does_not_join_them_again()
    {
        await _world.TakeInAsync("lead-a", Heads + "Barnaby Thistlewood,Psychologist,Thistle House,555 0131,b.thistlewood@thistle.example,English,80,,2 Thistle Road\n", share: true);
        var before = await _world.EntryAsync("lead-a", "Barnaby Thistlewood");
        var listingA = await _world.ListingAsync("lead-a", "Barnaby Thistlewood");
        _world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.TakeInAsync("lead-b", Heads + "Thistlewood Barnaby,Psychologist,Thistle House,555 0131,b.thistlewood@thistle.example,English,80,,2 Thistle Road\n", share: true);
        var joined = (await _world.EntriesAsync("lead-a")).Single(e => e.SearchText.Contains("thistlewood", StringComparison.Ordinal));
        (joined.Id, joined.Contributions).ShouldBe((before.Id, 2));

        var page = await _world.OpenAsync("coord", $"/directory/entries/{joined.Id}");
        var answer = await page.Form("form[action*=Undo]").SubmitAsync();

        answer.Text.ShouldContain("The join is undone");
        var apart = (await _world.EntriesAsync("lead-a")).Where(e => e.SearchText.Contains("thistlewood", StringComparison.Ordinal)).ToList();
        apart.Count.ShouldBe(2);
        var again = apart.Single(e => e.Id == before.Id);
        JsonColumn.Write(again.Claims).ShouldBe(JsonColumn.Write(before.Claims));
        again.SearchText.ShouldBe(before.SearchText);
        JsonColumn.Write((await _world.ListingAsync("lead-a", "Barnaby Thistlewood")).Facts).ShouldBe(JsonColumn.Write(listingA.Facts));

        await JoinAgainAsync();
        (await _world.EntriesAsync("lead-a")).Count(e => e.SearchText.Contains("thistlewood", StringComparison.Ordinal)).ShouldBe(2);
        (await _world.AskAsync("lead-a", db => db.Set<JoinProposal>().CountAsync(p => p.Left == listingA.Id || p.Right == listingA.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_certain_stays_apart_until_a_person_says_same_and_the_old_address_still_leads_there()
    {
        var (a, b) = await ProposedAsync("Ottoline Marchbanks", "Ottoline Marchbank");
        var oldIds = (await _world.EntriesAsync("lead-a")).Where(e => e.SearchText.Contains("ottoline", StringComparison.Ordinal)).Select(e => e.Id).ToList();
        oldIds.Count.ShouldBe(2);

        await DecideAsync(a, b, "Same");

        var entry = (await _world.EntriesAsync("lead-a")).Single(e => e.SearchText.Contains("ottoline", StringComparison.Ordinal));
        oldIds.ShouldContain(entry.Id);
        var moved = await _world.OpenAsync("lead-b", $"/directory/entries/{oldIds.Single(i => i != entry.Id)}");
        moved.Url.AbsolutePath.ShouldBe($"/directory/entries/{entry.Id}");

        await JoinAgainAsync();
        (await _world.EntryAsync("lead-a", entry.Name)).Contributions.ShouldBe(2);

        // Undone, both have the ids they had before.
        await (await _world.OpenAsync("lead-a", $"/directory/entries/{entry.Id}")).Form("form[action*=Undo]").SubmitAsync();
        (await _world.EntriesAsync("lead-a")).Where(e => e.SearchText.Contains("ottoline", StringComparison.Ordinal)).Select(e => e.Id).ShouldBe(oldIds, ignoreOrder: true);
    }

    [Fact]
    public async Task Different_said_once_is_never_asked_again()
    {
        var (a, b) = await ProposedAsync("Peregrine Ashcombe", "Peregrin Ashcomb");

        await DecideAsync(a, b, "Different");
        await JoinAgainAsync();

        // The world is shared with other tests: what else is like one of the two may be asked, this pair never again.
        var (left, right) = JoinDecision.Ordered(a, b);
        (await _world.AskAsync("lead-a", db => db.Set<JoinProposal>().CountAsync(p => p.Left == left && p.Right == right))).ShouldBe(0);
        (await _world.EntriesAsync("lead-a")).Count(e => e.SearchText.Contains("ashcomb", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_run_over_the_same_listings_changes_nothing()
    {
        await TwoSchoolsAsync(
            "Isolde Fennimore,Psychologist,Fennimore House,555 0133,i.fennimore@fenn.example,English,80,,3 Fenn Road",
            "Isolde Fennimore,Psychologist,Fennimore House,555 0133,i.fennimore@fenn.example,English,80,,3 Fenn Road");
        var before = await _world.EntriesAsync("lead-a");
        _world.App.Clock.Advance(TimeSpan.FromMinutes(5));

        await JoinAgainAsync();

        var after = await _world.EntriesAsync("lead-a");
        after.Select(e => (e.Id, e.Version, e.ChangedAt)).ShouldBe(before.Select(e => (e.Id, e.Version, e.ChangedAt)));
    }

    [Fact]
    public async Task Another_networks_pair_cannot_be_decided()
    {
        var (a, b) = await ProposedAsync("Leopold Grimsditch", "Leopold Grimsdich");
        var id = await _world.AskAsync("lead-a", db => db.Set<JoinProposal>().Where(p => p.Left == a || p.Right == a).Select(p => p.Id).FirstAsync());

        var refusal = await _world.App.InScopeAsync("lead-c", services => services.GetRequiredService<DecideJoinHandler>()
            .HandleAsync(new DecideJoin(id, JoinVerdict.Same), services.GetRequiredService<ICurrentActor>().Actor, CancellationToken.None));

        refusal.ShouldBe(DecideJoinHandler.NotWaiting);
        (await _world.AskAsync("lead-a", db => db.Set<JoinProposal>().AnyAsync(p => p.Id == id))).ShouldBeTrue();
        b.ShouldNotBe(a);
    }

    [Fact]
    public async Task A_note_beside_an_entry_stays_with_its_school()
    {
        await _world.TakeInAsync("lead-a", Heads + "Cordelia Noted,Psychologist,,555 0134,c@noted.example,English,,,\n", share: true);
        var entry = await _world.EntryAsync("lead-b", "Cordelia Noted");

        var form = (await _world.OpenAsync("lead-b", $"/directory/entries/{entry.Id}")).Form("form[action*=Note]");
        await form.Set("Note", "wears a giraffe tie").SubmitAsync();

        (await _world.OpenAsync("counsellor-b", $"/directory/entries/{entry.Id}")).Html.ShouldContain("giraffe");
        (await _world.OpenAsync("lead-a", $"/directory/entries/{entry.Id}")).Html.ShouldNotContain("giraffe");
        (await _world.OpenAsync("teacher-b", $"/directory/entries/{entry.Id}")).Html.ShouldNotContain("giraffe");
    }

    /// <summary>Two listings that the engine asks about; the question is put by hand where it is sure one way or the other.</summary>
    private async Task<(ListingId A, ListingId B)> ProposedAsync(string nameA, string nameB)
    {
        await TwoSchoolsAsync($"{nameA},Psychologist,,,a{nameA.Length}@{nameA[..3]}.example,English,,,", $"{nameB},Chaplain,,,b@{nameB[^3..]}.example,German,,,");
        var a = await _world.ListingAsync("lead-a", nameA);
        var b = await _world.ListingAsync("lead-b", nameB);
        await _world.App.InScopeAsync("lead-a", async services =>
        {
            var db = services.GetRequiredService<Persistence.AppDbContext>();
            var (left, right) = JoinDecision.Ordered(a.Id, b.Id);
            if (!await db.Set<JoinProposal>().AnyAsync(p => p.Left == left && p.Right == right))
            {
                db.Add(JoinProposal.Ask(db.Scope.Network, a.Id, b.Id, 0.6, [], _world.App.Clock));
                db.Record("test.asked", a.Id.Value);
                await db.SaveChangesAsync();
            }

            return 0;
        });
        return (a.Id, b.Id);
    }

    private async Task DecideAsync(ListingId a, ListingId b, string verdict)
    {
        var (left, right) = JoinDecision.Ordered(a, b);
        var id = await _world.AskAsync("lead-a", db => db.Set<JoinProposal>().Where(p => p.Left == left && p.Right == right).Select(p => p.Id).FirstAsync());
        var answer = await (await _world.ReviewAsync("counsellor-a", id)).SubmitAsync(verdict);
        answer.Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task JoinAgainAsync()
    {
        await _world.App.InScopeAsync("lead-a", async services =>
        {
            var db = services.GetRequiredService<Persistence.AppDbContext>();
            await JoinOrder.PlaceAsync(db, db.Scope.Network, _world.App.Clock, CancellationToken.None);
            await db.SaveChangesAsync();
            return 0;
        });
        (await _world.App.RunJobsAsync()).ShouldBeGreaterThan(0);
    }
}

/// <summary>A directory large enough for the engine to learn from.</summary>
public sealed class CrowdedWorld : IAsyncLifetime
{
    public DirectoryWorld World { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        await World.TakeInAsync("lead-a", DirectoryWorld.Crowd(200), share: true);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
