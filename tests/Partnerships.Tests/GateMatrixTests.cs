using System.Net;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

/// <summary>
/// Every stage, every stage one may want, everybody, and every condition missing: through the address of the page itself.
/// CAUSEWAY_GATE=all walks the whole product; without it every pair of stages for everybody, every condition for everybody
/// who takes part, and the rest in turns.
/// </summary>
public sealed class GateMatrixTests
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("CAUSEWAY_GATE") == "all";
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();
    private static readonly string[] Lacks = ["", .. GateTable.Conditions.Select(c => c.Lacks)];

    [Fact]
    public async Task Nobody_moves_a_partnership_but_by_its_table_and_nothing_opens_the_gate_while_one_thing_is_missing()
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        foreach (var (lacks, n) in Lacks.Select((l, n) => (l, n)))
        {
            var id = await world.BuildAsync(Formality.Incorporated, lacks);
            for (var a = 0; a < GateTable.Actors.Length; a++)
            {
                var (who, takesPart) = GateTable.Actors[a];
                // Where there is no second side, its people are strangers.
                takesPart &= lacks != "two sides" || !who.EndsWith("-b", StringComparison.Ordinal);
                foreach (var (from, to) in from f in Stages from t in Stages where Whole || lacks.Length == 0 || IsWalked(f, t, takesPart, n, a) select (f, t))
                {
                    await walk.StepAsync(id, who, from, to, lacks, takesPart && GateTable.Leads(from, to) && (to != Stage.Active || lacks.Length == 0), takesPart);
                }
            }
        }

        walk.Steps.ShouldBeGreaterThan(Whole ? 32_000 : 1_500);
        walk.Moved.ShouldBeGreaterThan(100);
        TestContext.Current.SendDiagnosticMessage("{0} cells, {1} moves allowed", walk.Steps, walk.Moved);
    }

    [Fact]
    public async Task Each_level_misses_what_it_asks_for_and_nothing_more()
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        foreach (var level in new[] { Formality.Informal, Formality.Written, Formality.Signed })
        {
            foreach (var lacks in Lacks)
            {
                var id = await world.BuildAsync(level, lacks);
                foreach (var from in new[] { Stage.Preparing, Stage.Dormant })
                {
                    await walk.StepAsync(id, "counsellor-a", from, Stage.Active, lacks, !GateTable.Misses(lacks, level), true);
                }
            }
        }
    }

    [Fact]
    public async Task Any_set_of_missing_things_is_named_whole_and_shuts_the_gate()
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var random = new Random(20261122);
        for (var i = 0; i < 60; i++)
        {
            var level = (Formality)random.Next(4);
            // Of one subject one at a time: without a file there is no conclusion to be wrong, without a text nobody to sign it.
            var some = GateTable.Conditions.Where(c => c.Lacks is not ("two sides" or "agreement") && random.Next(6) == 0).DistinctBy(c => c.Told).ToList();
            var id = await world.BuildAsync(level, [.. some.Select(c => c.Lacks)]);
            var missed = some.Where(c => c.From <= level).ToList();
            var page = await walk.StepAsync(id, "counsellor-a", Stage.Preparing, Stage.Active, "", missed.Count == 0, true);
            missed.ShouldAllBe(c => page.Text.Contains(c.Told, StringComparison.Ordinal), string.Join("; ", missed.Select(m => m.Lacks)));
        }
    }

    [Fact]
    public async Task A_higher_level_is_asked_of_whoever_is_at_work()
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        foreach (var (lacks, from, told) in GateTable.Conditions)
        {
            var id = await world.BuildAsync(Formality.Informal, lacks);
            foreach (var level in new[] { Formality.Written, Formality.Signed, Formality.Incorporated })
            {
                foreach (var stage in new[] { Stage.Active, Stage.Slipping })
                {
                    await world.SetAsync<Partnership>(p => p.Id == new PartnershipId(id), s => s.SetProperty(p => p.Formality, Formality.Informal));
                    var answer = await walk.PostAsync("lead-a", $"/partnerships/{id}/stage?handler=Formality", new() { ["Version"] = $"{await world.PutAsync(id, stage)}", ["Formality"] = $"{level}", ["Reason"] = "We want more" });
                    var after = (await world.ReadAsync(id)).Partnership;
                    (after.Formality, answer.Status).ShouldBe(from <= level ? (Formality.Informal, HttpStatusCode.UnprocessableEntity) : (level, HttpStatusCode.SeeOther), $"{lacks} at {level}");
                    (from > level || answer.Text.Contains(told, StringComparison.Ordinal)).ShouldBeTrue(answer.Text);
                }
            }
        }
    }

    [Fact]
    public async Task Without_evidence_nothing_moves_and_without_a_closing_nothing_ends()
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var id = await world.BuildAsync(Formality.Incorporated);
        foreach (var (from, to) in from f in Stages from t in Stages where GateTable.Leads(f, t) select (f, t))
        {
            foreach (var without in to is Stage.Ending or Stage.Ended ? new[] { "Evidence", "Why", "Kept", "Told" } : ["Evidence"])
            {
                var form = Walk.Fields(await world.PutAsync(id, from), to);
                form[without] = "";
                (await walk.PostAsync("lead-a", $"/partnerships/{id}/stage?handler=Stage", form)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{from} to {to} without {without}");
                (await world.ReadAsync(id)).Partnership.Stage.ShouldBe(from);
            }

            var old = Walk.Fields(await world.PutAsync(id, from) - 1, to);
            (await walk.PostAsync("lead-a", $"/partnerships/{id}/stage?handler=Stage", old)).Status.ShouldBe(HttpStatusCode.Conflict, "the page was older");
        }
    }

    private static bool IsWalked(Stage from, Stage to, bool takesPart, int n, int a) => (takesPart, to) switch
    {
        (true, Stage.Active) => from == Stage.Preparing || (a == n % 8 && (GateTable.Leads(from, to) || (int)from == n % 7)),
        (true, _) => a == n % 8 && (((int)from * 7) + (int)to) % 29 == n % 29,
        (false, Stage.Active) => from == Stage.Preparing && (a + n) % 3 == 0,
        _ => false,
    };
}
