using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Who may open which page, and that nobody learns anything of another school by its id.</summary>
public sealed class AccessTests(OneOfEach one) : IClassFixture<OneOfEach>
{
    private static readonly string[] Everybody =
        ["coord", "lead-a", "counsellor-a", "teacher-a", "head-a", "dpo-a", "operator", "partner-a", "guest-a", "no-post", "ended", "lead-b", "teacher-b", "coord-c", "lead-c"];

    /// <summary>Pages that name no row: who is let in.</summary>
    [Theory]
    [InlineData("/find-help", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/listings", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/print/inside", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/print/outside", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/listings/edit", "coord lead-a counsellor-a head-a lead-b coord-c lead-c")]
    [InlineData("/directory/listings/export?place=Outside", "coord lead-a counsellor-a head-a lead-b coord-c lead-c")]
    [InlineData("/directory/listings/grid", "coord lead-a counsellor-a head-a lead-b coord-c lead-c")]
    [InlineData("/directory/listings/kept", "coord lead-a counsellor-a head-a lead-b coord-c lead-c")]
    [InlineData("/directory/lent", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/public", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/public/feed", "coord coord-c")]
    [InlineData("/directory/import", "coord lead-a counsellor-a lead-b coord-c lead-c")]
    [InlineData("/directory/review", "coord lead-a counsellor-a lead-b coord-c lead-c")]
    [InlineData("/directory/check", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/check/start", "coord coord-c")]
    [InlineData("/directory/check/mine", "coord lead-a counsellor-a head-a lead-b coord-c lead-c")]
    [InlineData("/directory/suggestions", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/coverage", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/departures", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/ties", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/map", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/titles", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/who-helps", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b coord-c lead-c")]
    [InlineData("/directory/who-helps/edit", "coord lead-a counsellor-a head-a lead-b coord-c lead-c")]
    public Task Only_these_roles_open_a_page(string url, string allowed) => ShouldOpenAsync(url, allowed);

    /// <summary>Pages of one row of school A: its own people only, whatever their role elsewhere.</summary>
    [Theory]
    [InlineData("/directory/listings/{listing}", "lead-a counsellor-a teacher-a head-a dpo-a")]
    [InlineData("/directory/listings/edit/{listing}", "lead-a counsellor-a head-a")]
    [InlineData("/directory/listings/{listing}/history", "lead-a counsellor-a head-a")]
    [InlineData("/directory/listings/{listing}/sharing", "lead-a counsellor-a head-a")]
    [InlineData("/directory/import/{preview}", "lead-a counsellor-a")]
    [InlineData("/directory/import/{preview}/read-again", "lead-a counsellor-a")]
    [InlineData("/directory/import/{done}/result", "lead-a counsellor-a")]
    [InlineData("/directory/import/{done}/report", "lead-a counsellor-a")]
    [InlineData("/directory/import/{done}/rows/{held}", "lead-a counsellor-a")]
    [InlineData("/directory/entries/{entry}", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b")]
    [InlineData("/directory/entries/{entry}/check", "coord lead-a counsellor-a head-a lead-b")]
    [InlineData("/directory/entries/{entry}/suggest", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b")]
    [InlineData("/directory/entries/{entry}/card.vcf", "coord lead-a counsellor-a teacher-a head-a dpo-a lead-b teacher-b")]
    [InlineData("/directory/entries/{entry}/waiting", "coord lead-a counsellor-a head-a lead-b")]
    [InlineData("/directory/entries/{entry}/outcome", "coord lead-a counsellor-a head-a lead-b")]
    [InlineData("/directory/entries/{entry}/visits", "coord lead-a counsellor-a head-a lead-b")]
    [InlineData("/directory/entries/{entry}/tie", "coord lead-a counsellor-a head-a lead-b")]
    public Task Only_these_people_open_a_page_of_school_A(string url, string allowed) => ShouldOpenAsync(one.Url(url), allowed);

    [Theory]
    [InlineData("/directory/import/{foreign-done}/rows/{held}")]
    [InlineData("/directory/import/{done}/rows/{foreign-held}")]
    public async Task A_row_is_found_through_its_own_import_only(string url)
    {
        (await one.World.OpenAsync("lead-a", one.Url(url))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await one.World.OpenAsync("lead-b", one.Url(url))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/directory/listings/{listing}")]
    [InlineData("/directory/import/{done}/result")]
    [InlineData("/directory/entries/{entry}")]
    public async Task Foreign_and_missing_answer_alike(string url)
    {
        var foreign = await one.World.OpenAsync("lead-c", one.Url(url));
        var missing = await one.World.OpenAsync("lead-c", WithId(url, "01a1e8a0-0000-7000-8000-000000000009"));
        var unreadable = await one.World.OpenAsync("lead-c", WithId(url, "not-an-id"));

        (foreign.Status, missing.Status, unreadable.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        foreign.Document.QuerySelector("main h1")?.TextContent.ShouldBe(missing.Document.QuerySelector("main h1")?.TextContent);
    }

    /// <summary>The handlers ask again with the object in hand: a post forged by somebody else changes nothing.</summary>
    [Fact]
    public async Task Forged_acts_on_another_schools_rows_change_nothing()
    {
        var answers = await one.World.App.InScopeAsync("lead-b", async services =>
        {
            var actor = services.GetRequiredService<ICurrentActor>().Actor;
            T Get<T>()
                where T : notnull => services.GetRequiredService<T>();
            var set = new SetImport(one.Preview, new Dictionary<int, ListColumn>(), ListingPlace.Outside, Sharing.Network, false, null);
            return new[]
            {
                await Get<StartImportHandler>().StartAsync(set, actor, CancellationToken.None),
                await Get<TakeImportBackHandler>().HandleAsync(one.Done, actor, CancellationToken.None),
                await Get<TakeImportBackHandler>().DiscardAsync(one.Preview, actor, CancellationToken.None),
                await Get<PutRowRightHandler>().LeaveOutAsync(one.Done, one.Held, actor, CancellationToken.None),
                await Get<RemoveListingHandler>().RemoveAsync(one.Listing, actor, CancellationToken.None),
                (await Get<ShareListingsHandler>().HandleAsync(new ShareListings([one.Listing], Sharing.OwnSchool), actor, CancellationToken.None)).Refusal,
                (await Get<WriteListingHandler>().HandleAsync(new WriteListing(one.Listing, ListingPlace.Outside, new Dictionary<ListColumn, string> { [ListColumn.PersonName] = "Taken Over" }, [], null, false, 0), actor, CancellationToken.None)).Refusal,
                (await Get<ActOnListingsHandler>().HandleAsync(new ActOnListings(BulkAct.Remove, [one.Listing], 1, [], [], null), actor, CancellationToken.None)).Refusal,
                (await Get<UndoChangeHandler>().BringBackAsync(one.Listing, default, before: true, actor, CancellationToken.None)).Refusal,
            };
        });

        answers.ShouldAllBe(refusal => refusal != null);
        var listing = await one.World.AskAsync("lead-a", db => db.Set<Listing>().FirstAsync(l => l.Id == one.Listing));
        (listing.Name, listing.Sharing, listing.RemovedAt).ShouldBe(("Alma Access", Sharing.Network, null));
    }

    [Fact]
    public async Task Readers_may_not_write()
    {
        foreach (var person in (string[])["teacher-a", "dpo-a"])
        {
            var refusal = await one.World.App.InScopeAsync(person, services => services.GetRequiredService<RemoveListingHandler>()
                .RemoveAsync(one.Listing, services.GetRequiredService<ICurrentActor>().Actor, CancellationToken.None));
            refusal.ShouldBe(ShareListingsHandler.NotThere, person);
            (await one.World.OpenAsync(person, one.Url("/directory/listings/{listing}"))).Html.ShouldNotContain("handler=Remove");
        }
    }

    private static string WithId(string pattern, string id) =>
        pattern[..pattern.IndexOf('{', StringComparison.Ordinal)] + id + pattern[(pattern.IndexOf('}', StringComparison.Ordinal) + 1)..];

    private async Task ShouldOpenAsync(string url, string allowed)
    {
        var opened = new List<string>();
        foreach (var person in Everybody)
        {
            var page = await (await one.World.BrowserAsync(person)).GetAsync(url);
            if (page.Status == HttpStatusCode.OK)
            {
                opened.Add(person);
            }
            else
            {
                page.Status.ShouldBe(HttpStatusCode.NotFound, $"{person} on {url}");
            }
        }

        opened.Order(StringComparer.Ordinal).ShouldBe(allowed.Split(' ').Order(StringComparer.Ordinal), url);
        using var nobody = one.World.App.Anonymous();
        (await nobody.GetAsync(url)).Status.ShouldNotBe(HttpStatusCode.OK);
    }
}

/// <summary>One row of each kind, of school A; and an import of school B.</summary>
public sealed class OneOfEach : IAsyncLifetime
{
    private const string List = "Name,Profession,Phone,Email,Help offered\nAlma Access,Psychologist,555 0140,alma@access.example,worries\n,,,,no name here\n";

    public DirectoryWorld World { get; } = new();

    internal ListImportId Preview { get; private set; }

    internal ListImportId Done { get; private set; }

    internal ImportRowId Held { get; private set; }

    internal ListingId Listing { get; private set; }

    private Dictionary<string, string> Ids { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        await World.TakeInAsync("lead-a", List, share: true);
        await World.TakeInAsync("lead-b", List.Replace("Alma Access", "Bodo Beside", StringComparison.Ordinal));
        await World.UploadAsync("lead-a", List);
        var listing = await World.ListingAsync("lead-a", "Alma Access");
        (Listing, Done) = (listing.Id, listing.ImportId!.Value);
        Preview = await World.AskAsync("lead-a", db => db.Set<ListImport>().Where(i => i.State == ImportState.Preview).Select(i => i.Id).FirstAsync());
        Held = await World.AskAsync("lead-a", db => db.Set<ImportRow>().Where(r => r.ImportId == Done && r.Outcome == RowOutcome.Held).Select(r => r.Id).FirstAsync());
        var foreign = await World.AskAsync("lead-b", db => db.Set<ImportRow>().Where(r => r.Outcome == RowOutcome.Held).FirstAsync());
        Ids["{listing}"] = Listing.ToString();
        Ids["{done}"] = Done.ToString();
        Ids["{preview}"] = Preview.ToString();
        Ids["{held}"] = Held.ToString();
        Ids["{foreign-done}"] = foreign.ImportId.ToString();
        Ids["{foreign-held}"] = foreign.Id.ToString();
        Ids["{entry}"] = (await World.EntryAsync("lead-a", "Alma Access")).Id.ToString();
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    public string Url(string pattern) => Ids.Aggregate(pattern, (url, id) => url.Replace(id.Key, id.Value, StringComparison.Ordinal));
}
