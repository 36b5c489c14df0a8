using System.Net;
using Causeway.Networks;

namespace Causeway.Partnerships.Tests;

public sealed class GateTests
{
    private static readonly Guid Opener = new("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid Decider = new("00000000-0000-7000-8000-00000000000b");
    private static readonly Guid Proposer = new("00000000-0000-7000-8000-00000000000c");

    private static readonly Dictionary<GateDuty, Func<GateFacts, GateFacts>> Spoil = new()
    {
        [GateDuty.TwoSides] = f => f with { Sides = [f.Sides[0]] },
        [GateDuty.Purpose] = f => f with { Purpose = false },
        [GateDuty.Driver] = f => f with { Driver = false },
        [GateDuty.Review] = f => f with { Review = false },
        [GateDuty.Sponsor] = f => f with { Sides = [f.Sides[0], f.Sides[1] with { HasSponsor = false }] },
        [GateDuty.Owners] = f => f with { Sides = [f.Sides[0] with { Owners = 1 }, f.Sides[1]] },
        [GateDuty.OutsideCheck] = f => f with { Sides = [f.Sides[0], f.Sides[1] with { Verdict = null }] },
        [GateDuty.Plan] = f => f with { Sides = [f.Sides[0], f.Sides[1] with { PlanConfirmed = false }] },
        [GateDuty.Text] = f => f with { Text = false },
        [GateDuty.Signatures] = f => f with { Unsigned = ["Somebody"] },
        [GateDuty.Heads] = f => f with { Sides = [f.Sides[0] with { HasHead = false }, f.Sides[1]] },
        [GateDuty.FoundingPaper] = f => f with { FoundingPaper = false },
    };

    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (var level in Enum.GetValues<Formality>())
        {
            foreach (var duty in Enum.GetValues<GateDuty>())
            {
                cells.Add(level.ToString(), duty.ToString());
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_missing_condition_shuts_the_gate_at_each_level_that_asks_it_and_at_no_other(string formality, string missingDuty)
    {
        var (level, duty) = (Enum.Parse<Formality>(formality), Enum.Parse<GateDuty>(missingDuty));
        StartGate.Missing(Whole(level)).ShouldBeEmpty();
        var missing = StartGate.Missing(Spoil[duty](Whole(level)));
        if (StartGate.DutiesOf(level).Contains(duty))
        {
            missing.ShouldContain(m => m.Duty == duty);
        }
        else
        {
            missing.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("Ok", true)]
    [InlineData("Warning", true)]
    [InlineData("Blocker", false)]
    [InlineData("None", false)]
    public void Only_a_live_good_conclusion_opens_the_gate_for_a_body_that_is_not_a_school(string gate, bool opens)
    {
        var facts = Whole(Formality.Informal);
        StartGate.Missing(facts with { Sides = [facts.Sides[0], facts.Sides[1] with { Verdict = new(Enum.Parse<OutsideGate>(gate), Proposer, Decider) }] }).Count.ShouldBe(opens ? 0 : 1);
    }

    [Fact]
    public void Whoever_proposed_the_body_or_began_the_partnership_does_not_conclude_on_it()
    {
        var facts = Whole(Formality.Informal);
        foreach (var decided in new Guid?[] { Proposer, Opener, null })
        {
            StartGate.Missing(facts with { Sides = [facts.Sides[0], facts.Sides[1] with { Verdict = new(OutsideGate.Ok, Proposer, decided) }] }).ShouldContain(m => m.Duty == GateDuty.OutsideCheck);
        }
    }

    public static TheoryData<string, string, bool> Moves()
    {
        var moves = new TheoryData<string, string, bool>();
        foreach (var from in Enum.GetValues<Stage>())
        {
            foreach (var to in Enum.GetValues<Stage>())
            {
                moves.Add(from.ToString(), to.ToString(), true);
                moves.Add(from.ToString(), to.ToString(), false);
            }
        }

        return moves;
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void From_every_stage_active_is_entered_through_an_open_gate_only(string before, string after, bool open)
    {
        var (from, to) = (Enum.Parse<Stage>(before), Enum.Parse<Stage>(after));
        var partnership = At(from);
        IReadOnlyList<GateItem> missing = open ? [] : [new(GateDuty.Purpose, "the purpose")];
        var refusal = partnership.GoTo(to, "A meeting", missing, new("Why", "Kept", "Told"), new(2031, 1, 1));
        var allowed = StageMap.Allows(from, to) && (to != Stage.Active || open);
        (refusal is null).ShouldBe(allowed);
        partnership.Stage.ShouldBe(allowed ? to : from);
    }

    [Fact]
    public void No_chain_of_moves_reaches_active_while_the_gate_is_shut()
    {
        IReadOnlyList<GateItem> missing = [new(GateDuty.Driver, "what began it")];
        var reached = new HashSet<Stage> { Stage.Exploring };
        for (var round = 0; round < Enum.GetValues<Stage>().Length; round++)
        {
            foreach (var from in reached.ToList())
            {
                foreach (var to in Enum.GetValues<Stage>())
                {
                    var p = At(from);
                    if (p.GoTo(to, "x", missing, new("a", "b", "c"), new(2031, 1, 1)) is null)
                    {
                        reached.Add(to);
                    }
                }
            }
        }

        reached.ShouldNotContain(Stage.Active);
        reached.ShouldNotContain(Stage.Slipping);
    }

    [Fact]
    public async Task The_page_names_what_is_missing_and_the_way_to_active_is_the_whole_way()
    {
        await using var world = await PartnershipWorld.StartAsync();
        (await world.GoAsync("lead-a", Stage.Preparing)).Status.ShouldBe(HttpStatusCode.SeeOther);
        var refused = await world.GoAsync("lead-a", Stage.Active);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("a sponsor at School B");
        await world.NameEverybodyAsync();
        await world.FillPlanAsync();
        await world.ConfirmAsync("lead-a");
        await world.ConfirmAsync("counsellor-b");
        (await world.GoAsync("lead-a", Stage.Active)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.MakeAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.SignAsync("head-a")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.GoAsync("lead-a", Stage.Active)).Text.ShouldContain("signatures of Hana Head");
        (await world.SignAsync("head-b")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var done = await world.GoAsync("lead-a", Stage.Active);
        done.Status.ShouldBe(HttpStatusCode.SeeOther, done.Text);
        (await world.AllAsync<PartnershipChange>()).ShouldContain(c => c.After == "Active" && c.ByName == "Lea Lead" && c.Evidence == "A meeting");
    }

    [Fact]
    public async Task An_informal_partnership_carries_lighter_duties_and_grows_only_when_it_can()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.NameEverybodyAsync();
        (await world.PressAsync("lead-a", $"{world.Here}/stage", "form[action*=Formality]", f => f.Set("Formality", "Informal").Set("Reason", "A word is enough"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.GoAsync("lead-a", Stage.Preparing);
        (await world.GoAsync("lead-a", Stage.Active)).Status.ShouldBe(HttpStatusCode.SeeOther);
        var up = await world.PressAsync("lead-a", $"{world.Here}/stage", "form[action*=Formality]", f => f.Set("Formality", "Signed").Set("Reason", "We want more"));
        up.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.AllAsync<Partnership>()).Single().Formality.ShouldBe(Formality.Informal);
        var emptied = await world.PressAsync("lead-a", $"{world.Here}/basics", "main form[method=post]", f => f.Set("Purpose", ""));
        emptied.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_outside_body_that_is_not_a_school_waits_for_a_conclusion()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true, OrganisationKind.Ngo);
        (await world.OpenAsync("lead-a", $"{world.Here}/stage")).Text.ShouldContain("a live due-diligence conclusion on Kauri School");
        world.Check.Verdicts[Decider] = new(OutsideGate.Ok, Proposer, Decider);
        (await world.PressAsync("lead-a", $"{world.Here}/parties", "form[action*=Describe]", f => f.Set("Outside.ExaminedBody", Decider.ToString()))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", $"{world.Here}/stage")).Text.ShouldNotContain("a live due-diligence conclusion");
    }

    [Fact]
    public async Task Ending_asks_why_what_is_kept_and_who_was_told()
    {
        await using var world = await PartnershipWorld.StartAsync();
        (await world.GoAsync("lead-a", Stage.Ended)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.PressAsync("lead-a", $"{world.Here}/stage", "form[action*=Stage]", f => f.Set("To", "Ended").Set("Evidence", "Letter").Set("Why", "No time").Set("Kept", "The maps").Set("Told", "Both staffs"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", world.Here)).Text.ShouldContain("The maps");
        (await world.PressAsync("lead-a", $"{world.Here}/sheet", "main form[method=post]", null, "false")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static GateFacts Whole(Formality level) => new(
        level, true, true, true, Opener,
        [new(1, "A", true, true, 2, null, true, true), new(2, "B", false, true, 0, new(OutsideGate.Ok, Proposer, Decider), true, true)], true, [], true);

    private static Partnership At(Stage stage)
    {
        var actor = Kernel.Actor.Anonymous with { Person = new(Opener), Name = "Lea" };
        var partnership = Partnership.Begin(default, new("T", PartnershipType.Protection, "P", "D", new(2031, 1, 1), null), Formality.Informal, actor, new(2030, 1, 1), TimeProvider.System).Partnership!;
        Stage[] way = stage switch
        {
            Stage.Exploring => [],
            Stage.Preparing => [Stage.Preparing],
            Stage.Ended => [Stage.Ended],
            Stage.Active => [Stage.Preparing, Stage.Active],
            _ => [Stage.Preparing, Stage.Active, stage],
        };
        foreach (var step in way)
        {
            partnership.GoTo(step, "x", [], new("a", "b", "c"), new(2030, 1, 1)).ShouldBeNull();
        }

        return partnership;
    }
}
