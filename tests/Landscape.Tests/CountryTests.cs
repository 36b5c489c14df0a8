using System.Net;
using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Landscape.Tests;

public sealed class CountryTests
{
    [Fact]
    public async Task A_version_is_unchecked_until_somebody_confirms_it_and_a_new_one_is_unchecked_again()
    {
        await using var world = await LandscapeWorld.StartAsync();
        (await WriteAsync(world, "Same day")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", "/landscape/country")).Text.ShouldContain("Unchecked. Nobody has confirmed");
        (await world.OpenAsync("lead-a", "/landscape/brief")).Text.ShouldContain("Unchecked: Same day");
        (await world.OpenAsync("coord", "/")).Text.ShouldContain("Confirm what is written of XH");
        (await CardAsync(world))!.IsConfirmed.ShouldBeFalse();
        (await world.PostAsync("coord", "/landscape/country")).Text.ShouldContain("Say how you checked it");
        (await world.PostAsync("coord", "/landscape/country", f => f.Set("How", "Read with the duty desk"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await CardAsync(world))!.ConfirmedBy.ShouldBe("Cora Coordinator");
        (await world.OpenAsync("lead-a", "/landscape/brief")).Text.ShouldNotContain("Unchecked");
        await WriteAsync(world, "Within the hour");
        var card = await CardAsync(world);
        card!.IsConfirmed.ShouldBeFalse();
        card.Version.ShouldBe(2);
        var page = await world.OpenAsync("lead-a", "/landscape/country");
        page.Text.ShouldContain("Version 1");
        page.Text.ShouldContain("Same day");
    }

    [Fact]
    public async Task Only_countries_of_members_have_a_page_and_only_the_coordinator_writes()
    {
        await using var world = await LandscapeWorld.StartAsync();
        (await world.StatusAsync("coord", "/landscape/country/edit?code=ZZ")).ShouldBe(HttpStatusCode.NotFound);
        (await world.StatusAsync("coord", "/landscape/country?code=ZZ")).ShouldBe(HttpStatusCode.NotFound);
        (await world.StatusAsync("lead-a", "/landscape/country/edit?code=XH")).ShouldBe(HttpStatusCode.NotFound);
        using var one = await world.App.AsAsync("coord");
        var form = (await one.OpenAsync("/landscape/country/edit?code=XH")).Form().Set("Input.Source", "Act").Set("Input.DutyToReport", "Slow");
        await WriteAsync(world, "Fast");
        (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private static Task<TestPage> WriteAsync(LandscapeWorld world, string duty) => world.PostAsync("coord", "/landscape/country/edit?code=XH", f => f
        .Set("Input.DutyToReport", duty).Set("Input.Source", "Test Act, section 1"));

    private static Task<CountryContextCard?> CardAsync(LandscapeWorld world)
    {
        var network = world.App.Network("net-1");
        return world.App.InScopeAsync("lead-b", s => s.GetRequiredService<ICountryContext>().FindAsync(network, "XH", default));
    }
}

public sealed class ClauseTests
{
    [Fact]
    public async Task With_no_documents_the_page_says_so_and_lists_every_duty()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var page = await world.OpenAsync("lead-a", "/landscape/clauses");
        page.Text.ShouldContain("No policies or agreements that cite duties are kept here yet");
        page.Text.ShouldContain("REP-1");
    }

    [Fact]
    public async Task Duties_without_a_clause_and_clauses_on_a_lapsed_duty_are_listed()
    {
        await using var app = await TestApp.StartWithWorldAsync(change: s => s.AddScoped<ICitesDuties, TwoClauses>());
        using var browser = await app.AsAsync("coord");
        var law = (await (await browser.OpenAsync("/landscape/laws/edit")).Form().Set("Input.Title", "Care Act").Set("Input.Body", "Assembly").PostAsync()).Location!;
        foreach (var (code, until) in new[] { ("REP-1", ""), ("REP-2", ""), ("OLD-1", "2026-01-01") })
        {
            var made = await (await browser.OpenAsync(law + "/duties")).Form().Set("Input.Code", code).Set("Input.What", "Asks " + code).Set("Input.Who", "Head").Set("Input.Until", until).PostAsync();
            made.Status.ShouldBe(HttpStatusCode.SeeOther, made.Text);
        }

        var page = await browser.OpenAsync("/landscape/clauses");
        page.Text.ShouldContain("Duties served by no clause (1)");
        page.Text.ShouldContain("Asks REP-2");
        page.Text.ShouldNotContain("Asks REP-1");
        page.Text.ShouldContain("Clauses that cite a lapsed or unknown duty (2)");
        page.Text.ShouldContain("Clause four");
        page.Text.ShouldContain("Not in the register");
    }

    private sealed class TwoClauses : ICitesDuties
    {
        public Task<IReadOnlyList<CitedClause>> ClausesAsync(Kernel.NetworkId network, CancellationToken ct) => Task.FromResult<IReadOnlyList<CitedClause>>(
            [new("Safeguarding policy", "Clause one", null, ["rep-1"]), new("Safeguarding policy", "Clause four", null, ["OLD-1", "GONE-9"])]);
    }
}
