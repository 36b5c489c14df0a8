using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>A listing is its school's whatever becomes of what was lent of it.</summary>
public sealed class KeepingTests(CrowdedWorld crowded) : IClassFixture<CrowdedWorld>
{
    private const string Heads = "Name,Profession,Organisation,Phone,Email,Languages,Fee,Address,Notes\n";

    [Fact]
    public async Task A_school_keeps_its_listing_through_a_join_and_after_it_stops_sharing()
    {
        var world = crowded.World;
        await world.TakeInAsync("lead-a", Heads + "Dr Keira Keepsworth,Psychologist,Keepsworth Practice,555 0401,k.keepsworth@keeps.example,English,80,1 Keeps Lane,note of A\n", share: true);
        var before = await world.AskAsync("lead-a", db => db.Set<Listing>().AsNoTracking().FirstAsync(l => l.SearchText.Contains("keepsworth")));
        await world.TakeInAsync("lead-b", Heads + "Keepsworth Keira,Psychologist,Keepsworth Practice,555 0401,k.keepsworth@keeps.example,German,110,1 Keeps Lane,note of B\n", share: true);
        (await world.EntriesAsync("lead-a")).Single(e => e.SearchText.Contains("keepsworth", StringComparison.Ordinal)).Contributions.ShouldBe(2);

        await ShouldBeAsBeforeAsync();
        await (await world.OpenAsync("lead-a", $"/directory/listings/{before.Id}")).Form("form[action*=Share]").SubmitAsync();
        await ShouldBeAsBeforeAsync();

        var entry = (await world.EntriesAsync("lead-b")).Single(e => e.SearchText.Contains("keepsworth", StringComparison.Ordinal));
        entry.Contributions.ShouldBe(1);
        entry.Claims.ShouldNotContain(c => c.SourceName == "School A");

        async Task ShouldBeAsBeforeAsync()
        {
            var now = await world.AskAsync("lead-a", db => db.Set<Listing>().AsNoTracking().FirstAsync(l => l.Id == before.Id));
            (now.Name, now.Note, now.RemovedAt).ShouldBe((before.Name, "note of A", null));
            now.Facts.ShouldBe(before.Facts);
        }
    }

    [Fact]
    public async Task Two_conflicting_saves_of_the_schools_own_rule_do_not_overwrite_each_other()
    {
        var world = crowded.World;
        var mine = (await world.OpenAsync("lead-b", "/directory/listings/kept")).Form();
        var theirs = (await world.OpenAsync("counsellor-b", "/directory/listings/kept")).Form();
        await theirs.Set("Kept", "Mobile").SubmitAsync();

        var late = await mine.Set("Kept", "DirectLine").PostAsync();

        late.Status.ShouldBe(System.Net.HttpStatusCode.Conflict);
        late.Document.QuerySelectorAll("input[name=Kept][checked]").Select(i => i.GetAttribute("value")).ShouldBe(["DirectLine"]);
        (await world.AskAsync("lead-b", db => db.Set<ListingDefaults>().SingleAsync())).KeptFields.ShouldBe([FactField.Mobile]);
        await late.Form().SubmitAsync();
        (await world.AskAsync("lead-b", db => db.Set<ListingDefaults>().SingleAsync())).KeptFields.ShouldBe([FactField.DirectLine]);
    }
}
