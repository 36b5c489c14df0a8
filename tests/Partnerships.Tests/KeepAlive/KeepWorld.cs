using System.Globalization;
using System.Net;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships.Tests;

/// <summary>The small world with one partnership at work between its two schools, two owners each, begun 200 days ago.</summary>
internal sealed class KeepWorld : IAsyncDisposable
{
    private KeepWorld(TestApp app) => App = app;

    public TestApp App { get; }

    public Guid Id { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);

    public static async Task<KeepWorld> StartAsync(Stage stage = Stage.Active, bool outside = false, string mail = "", string language = "en")
    {
        var world = new KeepWorld(await TestApp.StartWithWorldAsync());
        await world.App.InScopeAsync("lead-a", async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var networks = services.GetRequiredService<INetworkDirectory>();
            var begun = world.Today.AddDays(-200);
            var partnership = Partnership.Begin(db.Scope.Network, new("River letters", PartnershipType.CurriculumLink, "Pupils measure two rivers", "A flood in both towns", begun.AddDays(365), null), Formality.Informal, db.Scope.Actor, begun, world.App.Clock).Partnership!;
            partnership.GoTo(Stage.Preparing, "Met", [], null, begun).ShouldBeNull();
            if (stage == Stage.Active)
            {
                partnership.GoTo(Stage.Active, "All there", [], null, begun).ShouldBeNull();
            }

            db.Add(partnership);
            foreach (var (number, school, people) in new[] { (1, "school-a", new[] { "lead-a", "counsellor-a" }), (2, "school-b", ["lead-b", "counsellor-b"]) })
            {
                var party = outside && number == 2
                    ? Party.Describe(partnership, number, new("Far School", OrganisationKind.School, "Far away", "Asia/Tokyo", language, mail.Length > 0 ? "Hana Far" : "", mail, null), world.App.Clock).Party!
                    : Party.Join(partnership, number, (await networks.FindOrganisationAsync(world.App.Organisation(school), CancellationToken.None))!, world.App.Clock);
                party.NameSponsor($"Head of {school}", "Head", begun).ShouldBeNull();
                db.Add(party);
                db.AddRange(people.Select(p => PartyOwner.Take(party, party.Member is null ? null : world.App.Person(p), p, "", begun, world.App.Clock)));
            }

            db.Record("partnership.begun", partnership.Id.Value);
            await db.SaveChangesAsync();
            world.Id = partnership.Id.Value;
            return true;
        });
        return world;
    }

    public async Task<TestPage> OpenAsync(string person, string part)
    {
        using var browser = await App.AsAsync(person);
        return await browser.GetAsync($"/partnerships/{Id}/{part}");
    }

    /// <summary>Fills and presses one form of a page.</summary>
    public async Task<TestPage> PressAsync(string person, string part, string handler, Action<TestForm>? fill = null)
    {
        using var browser = await App.AsAsync(person);
        var form = (await browser.OpenAsync(part.StartsWith('/') ? part : $"/partnerships/{Id}/{part}")).Form(handler.Length == 0 ? "main form[method=post]:not([action*='handler='])" : $"main form[action*='handler={handler}']");
        fill?.Invoke(form);
        return await form.PostAsync();
    }

    public async Task DoAsync(string person, string part, string handler, Action<TestForm>? fill = null)
    {
        var answer = await PressAsync(person, part, handler, fill);
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
    }

    public Task MeetAsync(string person, int daysAgo, params string[] came) => DoAsync(person, "contacts?write=Meeting", "", f => f.Set("Day", Day(-daysAgo)).Set("Came", came).Set("About", "Monthly talk"));

    public async Task<List<T>> AllAsync<T>()
        where T : class
    {
        await using var db = App.Maintenance();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public string Day(int fromToday) => Today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
