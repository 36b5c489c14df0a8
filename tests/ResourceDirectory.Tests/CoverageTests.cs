using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>What the directory covers: counted two ways, the empty named, and what one departure opens.</summary>
public sealed class CoverageTests(CoveredWorld covered) : IClassFixture<CoveredWorld>
{
    private readonly DirectoryWorld _world = covered.World;

    [Fact]
    public async Task A_cell_counts_all_entries_and_says_how_many_are_confirmed()
    {
        var page = await _world.OpenAsync("teacher-a", "/directory/coverage?by=Language");
        var cell = Cell(page, "Health care", "Korean");
        cell.TextContent.ShouldBe("2 · 1, of which 1 confirmed");
    }

    [Fact]
    public async Task A_cell_opens_exactly_the_entries_it_counts()
    {
        foreach (var by in (string[])["Area", "Language", "Age"])
        {
            var page = await _world.OpenAsync("lead-a", "/directory/coverage?all=true&by=" + by);
            var links = page.Document.QuerySelectorAll(".cw-heat td a");
            links.Length.ShouldBeGreaterThan(0, by);
            foreach (var link in links)
            {
                var found = await _world.OpenAsync("lead-a", link.GetAttribute("href")!);
                var count = int.Parse(link.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
                found.Document.QuerySelectorAll("main article").Length.ShouldBe(count, link.GetAttribute("href"));
            }
        }
    }

    [Fact]
    public async Task An_empty_cell_is_named_as_empty_and_opens_nothing()
    {
        var page = await _world.OpenAsync("lead-a", "/directory/coverage?by=Language");
        var cell = Cell(page, "Youth justice", "Korean");
        cell.TextContent.ShouldBe("none");
        cell.QuerySelector("a").ShouldBeNull();
        page.Text.ShouldContain("Where nobody is");
    }

    [Fact]
    public async Task Whose_language_nobody_knows_stands_in_a_column_of_its_own()
    {
        var page = await _world.OpenAsync("lead-a", "/directory/coverage?by=Language");
        Cell(page, "Health care", "languages not known").TextContent.ShouldBe("1");
    }

    [Fact]
    public async Task Each_stage_is_counted_for_each_area_and_an_empty_one_is_flagged()
    {
        var page = await _world.OpenAsync("lead-a", "/directory/coverage?by=Stage");
        var heads = page.Document.QuerySelectorAll(".cw-heat tbody th").Select(h => h.TextContent).ToList();
        heads.ShouldBe(["Prevention", "Early help", "Protection", "Alternative care", "After-care"]);
        Cell(page, "Early help", "North").TextContent.ShouldStartWith("1");
        page.Document.QuerySelectorAll(".cw-rows li").Single(l => l.TextContent.Contains("After-care", StringComparison.Ordinal)).TextContent.ShouldContain("nobody at all");
    }

    [Fact]
    public async Task A_concern_is_counted_by_language()
    {
        var page = await _world.OpenAsync("lead-a", "/directory/coverage?by=Concern");
        Cell(page, "Fear and anxiety", "Korean").TextContent.ShouldStartWith("2");
    }

    [Fact]
    public async Task A_departure_names_the_needs_that_nobody_else_meets()
    {
        var page = await _world.OpenAsync("lead-a", "/directory/departures");
        var leaving = page.Document.QuerySelectorAll("main tbody tr").First(r => r.TextContent.Contains("Kaya Leaves", StringComparison.Ordinal));
        leaving.TextContent.ShouldContain("Health care: Turkish");
        leaving.TextContent.ShouldNotContain("Health care: English");
    }

    [Fact]
    public async Task One_entry_can_be_thought_away()
    {
        var entry = await _world.EntryAsync("lead-a", "Kaya Leaves");
        var page = await _world.OpenAsync("teacher-a", $"/directory/departures?without={entry.Id}");
        page.Text.ShouldContain("Without Kaya Leaves");
        page.Text.ShouldContain("Health care: Turkish");
        (await _world.OpenAsync("lead-c", $"/directory/departures?without={entry.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _world.OpenAsync("lead-a", "/directory/departures?without=01a1e8a0-0000-7000-8000-000000000009")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_network_sees_none_of_it()
    {
        foreach (var url in (string[])["/directory/coverage", "/directory/departures", "/directory/map", "/directory/ties"])
        {
            var page = await _world.OpenAsync("lead-c", url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.Html.ShouldNotContain("Kaya", Case.Sensitive, url);
        }

        (await _world.OpenAsync("lead-c", "/directory/coverage")).Text.ShouldContain("The directory is empty so far");
    }

    [Fact]
    public async Task The_map_draws_those_with_a_place_and_counts_the_others()
    {
        var page = await _world.OpenAsync("teacher-b", "/directory/map");
        page.Document.QuerySelectorAll(".cw-svg circle").Length.ShouldBe(2);
        page.Text.ShouldContain("2 entries have a place.");
        page.Find("table")!.TextContent.ShouldContain("Middle");
        page.Html.ShouldNotContain("<img");
    }

    [Fact]
    public async Task Needs_that_found_nothing_stand_beside_the_map_most_asked_first()
    {
        var (network, clock) = (_world.App.Network("net-1"), _world.App.Clock);
        var month = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(-2);
        await _world.AskAsync("lead-a", async db =>
        {
            db.AddRange(Enumerable.Range(0, 7).Select(i => NeedGap.Past(network, month, "health.trauma", null, "kor", "", i < 3 ? AgeBand.Under6 : null, $"t{i}", clock)));
            db.AddRange(Enumerable.Range(0, 3).Select(i => NeedGap.Past(network, month, null, ProfessionFamily.YouthJustice, "", "north", null, $"y{i}", clock)));
            db.AddRange(Enumerable.Range(0, 9).Select(i => NeedGap.Past(network, month.AddYears(-2), "health.eating", null, "", "", null, $"o{i}", clock)));
            db.Record("test.gaps", network.Value);
            return await db.SaveChangesAsync();
        });
        var page = await _world.OpenAsync("lead-b", "/directory/coverage");
        var rows = page.Document.QuerySelectorAll("main .cw-table tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        rows.ShouldBe(["Trauma Korean 한국어 any 7", "Youth justice any North 3"]);
        (await _world.OpenAsync("lead-c", "/directory/coverage")).Html.ShouldNotContain("Trauma");
    }

    [Fact]
    public void Single_points_are_cells_that_one_entry_holds_alone()
    {
        var families = new CoverageAxis("family", "", "", [new("H", "Health"), new("Y", "Youth")], e => e.Families);
        var languages = new CoverageAxis("language", "", "", [new("kor", "Korean"), new("eng", "English")], e => e.Languages);
        CoverageEntry[] entries = [Of("A", ["H"], ["kor", "eng"]), Of("B", ["H"], ["eng"]), Of("C", ["Y"], [])];

        var single = CoverageHoles.Single(entries, [(families, languages)]);

        single.ShouldHaveSingleItem().Entry.Name.ShouldBe("A");
        single[0].Holes.ShouldHaveSingleItem().Across.Key.ShouldBe("kor");
        CoverageHoles.Of(entries, new HashSet<EntryId> { entries[0].Id, entries[1].Id }, [(families, languages)]).Count.ShouldBe(2);
        CoverageGrid.Of(entries, families, languages).Rows[1].NotKnown.ShouldBe(1);
    }

    private static CoverageEntry Of(string name, string[] families, string[] languages) =>
        new(new EntryId(Guid.CreateVersion7()), name, false, families, languages, [], [], [], null, null, false, false, null);

    private static AngleSharp.Dom.IElement Cell(TestPage page, string line, string column)
    {
        var columns = page.Document.QuerySelectorAll(".cw-heat thead th").Select(h => h.TextContent.Trim()).ToList();
        columns.ShouldContain(column);
        var row = page.Document.QuerySelectorAll(".cw-heat tbody tr").Single(r => r.QuerySelector("th")!.TextContent == line);
        return row.Children[columns.IndexOf(column)];
    }
}

/// <summary>A small directory with known holes.</summary>
public sealed class CoveredWorld : IAsyncLifetime
{
    public DirectoryWorld World { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        var now = World.App.Clock.GetUtcNow();
        var (fresh, leaves) = (now.AddDays(-20).ToString("yyyy-MM-dd"), now.AddDays(90).ToString("yyyy-MM-dd"));
        await World.TakeInAsync("lead-a", $"""
            Name,Profession,Languages,Ages,Area,Help offered,Stage of help,Latitude,Longitude,Leaving,Date verified,Phone
            Kim Koreana,Child psychologist,"Korean, English",6-18,Middle,anxiety,,38.7,-9.14,,{fresh},555 0301
            Ko Second,Child psychologist,Korean,3-12,North,anxiety,,,,,,555 0302
            Kaya Leaves,Speech therapist,"Turkish, English",3-10,North,speech,,38.75,-9.1,{leaves},,555 0303
            Nell Nolanguage,Nurse,,,Middle,illness,,,,,,555 0304
            Officer Oke,Police officer,English,,Middle,reports,,,,,,555 0305

            """, share: true);
        var ko = await World.ListingAsync("lead-a", "Ko Second");
        await (await World.OpenAsync("lead-a", $"/directory/listings/edit/{ko.Id}")).Form().Set("Typed[Stage]", "Early help").SubmitAsync("save");
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
