using System.Globalization;
using Causeway.Instruments;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

public sealed class ReviewResultTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void The_worked_example_comes_out_by_hand()
    {
        var score = RatedTheme.Of([4.2m, 2.4m]);
        (score.Value, score.Band, score.Spread, score.Distance).ShouldBe((3.3m, ScoreBand.Talk, 1.8m, ScoreDistance.FarApart));
        RatedTheme.Of([4.2m, null]).ShouldBe(new RatedTheme(2, 1, 4.2m, ScoreBand.Holds, null, null));
        RatedTheme.Of([null, null]).Value.ShouldBeNull();
        RatedTheme.Of([3m, 3.8m]).Distance.ShouldBe(ScoreDistance.Apart);
        RatedTheme.Of([3.7m, 3.7m]).Band.ShouldBe(ScoreBand.Holds);
        RatedTheme.Of([2.4m, 2.5m]).Band.ShouldBe(ScoreBand.Mend);
    }

    [Fact]
    public async Task What_is_far_apart_stands_before_what_is_low_and_picture_and_table_say_the_same()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        (await world.HandInAsync("lead-a", review, "Ours on", "4", also: f => f.Set("Form.Rating[Leadership]", "4.2").Set("Form.Rating[Setting]", "1").Set("Form.Rating[Aims]", ""))).Status.ToString().ShouldBe("SeeOther");
        (await world.HandInAsync("lead-b", review, "Theirs on", "4", also: f => f.Set("Form.Rating[Leadership]", "2.4").Set("Form.Rating[Setting]", "1"))).Status.ToString().ShouldBe("SeeOther");
        var page = await world.OpenAsync("lead-b", review);
        page.Text.ShouldContain("Leadership: spread 1.8, mean 3.3");
        var rows = page.Document.QuerySelector("main table")!.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        rows[0].ShouldBe("Leadership 4.2 2.4 3.3 Talk about it 1.8 Far apart 2 of 2");
        rows[1].ShouldBe("Setting 1.0 1.0 1.0 Mend it 0.0 Close 2 of 2");
        rows.Single(r => r.StartsWith("Aims", StringComparison.Ordinal)).ShouldBe("Aims Cannot say 4.0 4.0 Holds – 1 of 2");
        var said = page.Document.QuerySelectorAll("main svg[role=img] title").Select(t => t.TextContent).ToList();
        said.Count.ShouldBe(9);
        said.ShouldContain(t => t.EndsWith("Leadership: 4.2"));
        said.ShouldContain(t => t.EndsWith("Leadership: 2.4"));
        page.Document.QuerySelectorAll("main svg[role=img] path.la").Length.ShouldBe(8);
        page.Html.ShouldNotContain("style=\"");
    }

    [Fact]
    public void The_picture_puts_a_five_on_the_rim_and_a_three_at_three_fifths()
    {
        var (a, b) = (Side(1, "A"), Side(2, "B"));
        var result = new ReviewResult([a, b], [.. Enum.GetValues<Lens>().Select(l => new LensResult(l, [new(l, "", 5, ""), new(l, "", 3, "")], RatedTheme.Of([5m, 3m])))], [], [], []);
        var radar = ReviewRadar.Of(result);
        radar.Sides[0].Points[0].Y.ShouldBe("56.0");
        radar.Sides[1].Points[0].Y.ShouldBe("112.0");
        radar.Sides.ShouldAllBe(s => s.Lines.Count == 5 && s.Points[0].X == "230.0");
        (radar.Axes[0].X, radar.Axes[0].Y).ShouldBe(("230.0", "56.0"));
    }

    [Fact]
    public async Task One_sided_benefit_is_raised_by_what_a_side_says_of_itself()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        await world.HandInAsync("lead-a", review, "Ours on", felt: "1", received: "");
        await world.HandInAsync("lead-b", review, "Theirs on", felt: "5", received: "Nineteen letters");
        var text = (await world.OpenAsync("lead-a", review)).Text;
        text.ShouldContain("gives far more than comes back, as it says.");
        text.ShouldContain("receives far more than it gives, as it says.");
        text.ShouldContain("names nothing that it has gained.");
        text.ShouldContain("Nineteen letters");
    }

    [Fact]
    public void Each_lens_shows_what_the_records_say_and_says_where_there_is_nothing()
    {
        var text = Say(Material(agreed: true));
        foreach (var fact in new[]
        {
            "Purpose|Pupils measure", "Purpose|A flood", "Aims|Compare rivers (shown by: Work that pupils made, The wall)", "Aims|Days of milestones that have passed: 1 of 2", "Aims|Expectations kept: 1, not kept: 1, open: 0",
            "Aims|Old aim", "Aims|Compare rivers", "Leadership|Figures: Jo, nobody stands in", "Leadership|Jo holds 2 of 3 tasks", "Leadership|Jo has 2 hours a week, the plan asks 3", "Leadership|Decisions led: A 3, B 0",
            "Leadership|Departures until a school is without an owner: 1", "Boundaries|Agreement, version 1, “Boundaries, rivalry, safety”: How we decide: Both heads", "Boundaries|Agreement, version 1, “Terms”: Money: Half and half",
            "Setting|Shared shelf (Active)", "Setting|Jo answers for 3 partnerships", "Setting|B came to 0 of 2 meetings.", "Setting|B has named no sponsor.",
        })
        {
            text.ShouldContain(fact);
        }

        // Conflict, exit and what is out of scope stand nowhere.
        text.Count(t => t == "Boundaries|There is none.").ShouldBe(3);
        text.Single(t => t.StartsWith("Boundaries|There is none in an agreement", StringComparison.Ordinal)).ShouldEndWith("The plan says: No names");
        var own = ReviewFacts.Of(Material(agreed: false)).Where(g => g.OnlyOwn).SelectMany(g => g.Lines.Select(l => string.Format(CultureInfo.InvariantCulture, l.Text, [.. l.Values])));
        own.ShouldContain("Ours alone (Preparing)");
        Say(Material(agreed: false)).ShouldContain("Boundaries|There is none in an agreement. The plan says: Both heads");
    }

    private static List<string> Say(ReviewMaterial material) =>
        [.. ReviewFacts.Of(material).SelectMany(g => g.Lines.Select(l => $"{g.Lens}|{string.Format(CultureInfo.InvariantCulture, l.Text, [.. l.Values])}"))];

    private static ReviewMaterial Material(bool agreed)
    {
        var clock = new TestClock();
        var view = View(clock);
        var plan = Make(view, clock, new()
        {
            [PlanPartKind.Aims] = [Row(1, ("own", "Compare rivers"), ("evidence", "work"), ("where", "The wall"))],
            [PlanPartKind.Milestones] = [Row(1, ("what", "Done"), ("on", "2026-10-01")), Row(2, ("what", "To come"), ("on", "2027-02-01"))],
            [PlanPartKind.Expectations] = [Row(1, ("what", "x"), ("state", "kept"), ("agreed.1", "yes"), ("agreed.2", "yes")), Row(2, ("what", "y"), ("state", "missed"), ("agreed.1", "yes"), ("agreed.2", "yes")), Row(3, ("what", "z"), ("state", "open"), ("agreed.1", "yes"))],
            [PlanPartKind.Roles] = [Row(1, ("task", "Figures"), ("responsible", "Jo")), Row(2, ("task", "Talks"), ("responsible", "Jo"), ("backup", "Mara")), Row(3, ("task", "Letters"), ("responsible", "Farah"), ("backup", "Ong"))],
            [PlanPartKind.Hours] = [Row(1, ("who", "Jo"), ("side", "1"), ("has", "2"), ("planned", "3"))],
            [PlanPartKind.Boundaries] = [Row(1, ("kind", "decide"), ("rule", "Both heads")), Row(2, ("kind", "data"), ("rule", "No names"))],
            [PlanPartKind.Terms] = [Row(1, ("kind", "money"), ("text", "Half and half"))],
        });
        var before = Make(view, clock, new() { [PlanPartKind.Aims] = [Row(1, ("own", "Old aim"), ("evidence", "work"))] });
        var agreement = Agreement.Open(view.Partnership, clock);
        agreement.Publish();
        var version = AgreementVersion.Make(agreement, [new("Boundaries, rivalry, safety", ["How we decide: Both heads"]), new("Terms", ["Money: Half and half"])], [], plan.Plan, null, "A", clock);
        return new(view, Today.AddDays(-300), Today, null, plan, before, agreed ? new(version, [], true) : null)
        {
            Contacts = [.. new[] { -20, -50 }.Select(d => ContactEntry.Note(view, new(ContactKind.Meeting, Today.AddDays(d), [1], "Talk", 0, null), "A", Today, clock).Entry!)],
            Given = [new(ContributionKind.DecisionsLed, "decisions", new Dictionary<int, decimal> { [1] = 3 })],
            Joint = [new("Shared shelf", Stage.Active)],
            JointLoad = [new("Jo", 3)],
            Own = [new("Ours alone", Stage.Preparing)],
        };
    }

    private static PartnershipView View(TestClock clock)
    {
        var actor = Actor.Anonymous with { Name = "A" };
        var partnership = Partnership.Begin(default, new("Rivers", PartnershipType.CurriculumLink, "Pupils measure", "A flood", null, null), Formality.Informal, actor, Today.AddDays(-400), clock).Partnership!;
        var (a, b) = (Describe(partnership, 1, "A", clock), Describe(partnership, 2, "B", clock));
        a.NameSponsor("Head", "Head", Today).ShouldBeNull();
        return new(partnership, [a, b], [PartyOwner.Take(a, null, "Jo", "", Today, clock), PartyOwner.Take(b, null, "Farah", "", Today, clock)], a);
    }

    private static Party Side(int number, string name)
    {
        var clock = new TestClock();
        return Describe(View(clock).Partnership, number, name, clock);
    }

    private static Party Describe(Partnership partnership, int number, string name, TestClock clock) =>
        Party.Describe(partnership, number, new(name, OrganisationKind.School, "", "UTC", "en", "", "", null), clock).Party!;

    private static PlanView Make(PartnershipView view, TestClock clock, Dictionary<PlanPartKind, IReadOnlyList<PlanRow>> rows)
    {
        var plan = Plan.Begin(view.Partnership, "2026/27", clock);
        return new(plan, PlanSchema.All.ToDictionary(s => s.Kind, s => PlanPart.Open(plan, s.Kind, rows.GetValueOrDefault(s.Kind) ?? [], clock)), [], ["2026/27"], view.Parties, [], true);
    }

    private static PlanRow Row(int id, params (string Key, string Value)[] cells) => new(id, [.. cells.Select(c => new PlanCell(c.Key, c.Value))]);
}
