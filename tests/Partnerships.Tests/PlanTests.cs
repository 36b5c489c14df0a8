using System.Net;
using Causeway.Kernel;

namespace Causeway.Partnerships.Tests;

public sealed class PlanTests
{
    [Fact]
    public async Task An_aim_that_nothing_would_show_stops_the_confirmation_and_a_blank_side_is_shown()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.FillPlanAsync();
        await world.LineAsync("lead-a", PlanPartKind.Aims, f => f.Set("Cells[own]", "Become famous"));
        var plan = await world.OpenAsync("lead-a", $"{world.Here}/plan");
        plan.Text.ShouldContain("Nothing would show this aim: Become famous");
        plan.Text.ShouldContain("“Measure two rivers” does not say what is learnt at School B.");
        plan.Text.ShouldContain("Nobody stands in for Tess: Figures");
        (await world.PressAsync("lead-a", $"{world.Here}/plan", "form[action*=Confirm]")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_confirmation_is_for_the_revision_on_the_screen()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.FillPlanAsync();
        using var lead = await world.App.AsAsync("lead-a");
        var stale = (await lead.OpenAsync($"{world.Here}/plan")).Form("form[action*=Confirm]");
        await world.LineAsync("counsellor-b", PlanPartKind.Roles, f => f.Set("Cells[task]", "Songs").Set("Cells[responsible]", "Tom"));
        var answer = await stale.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("changed while you were reading");
        await world.ConfirmAsync("lead-a");
        (await world.OpenAsync("counsellor-b", "/")).Text.ShouldContain("Confirm the plan: Rivers on both sides");
        await world.LineAsync("counsellor-b", PlanPartKind.Roles, f => f.Set("Cells[task]", "Maps").Set("Cells[responsible]", "Tom"));
        (await world.OpenAsync("lead-a", $"{world.Here}/plan")).Text.ShouldContain("An earlier revision");
    }

    [Fact]
    public async Task Two_on_one_part_are_told_and_two_on_two_parts_do_not_hinder_each_other()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.FillPlanAsync();
        using var one = await world.App.AsAsync("lead-a");
        using var two = await world.App.AsAsync("counsellor-b");
        var roles = (await one.OpenAsync($"{world.Here}/plan/Roles")).Form("form[action$='plan/Roles']").Set("Cells[task]", "A").Set("Cells[responsible]", "B");
        var talk = (await one.OpenAsync($"{world.Here}/plan/Talk")).Form("form[action$='plan/Talk']").Set("Cells[channel]", "Voice").Set("Cells[reply]", "2");
        await world.LineAsync("counsellor-b", PlanPartKind.Roles, f => f.Set("Cells[task]", "C").Set("Cells[responsible]", "D"));
        (await talk.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var answer = await roles.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Find("input[name='Cells[task]']")!.GetAttribute("value").ShouldBe("A");
    }

    [Fact]
    public async Task An_expectation_counts_once_both_agree_and_nobody_agrees_for_the_other()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.FillPlanAsync();
        await world.LineAsync("lead-a", PlanPartKind.Expectations, f => f.Set("Cells[what]", "Send figures weekly").Set("Cells[who]", "1").Set("Cells[of]", "2").Set("Cells[agreed.1]", "yes").Force("Cells[agreed.2]", "yes"));
        (await world.OpenAsync("lead-a", $"{world.Here}/plan")).Text.ShouldContain("Not agreed by every side");
        (await world.PressAsync("counsellor-b", $"{world.Here}/plan/Expectations?row=1", "form[action$='row=1']", f => f.Set("Cells[agreed.2]", "yes"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", $"{world.Here}/plan")).Text.ShouldNotContain("Not agreed by every side");
        (await world.PressAsync("counsellor-b", $"{world.Here}/plan/Expectations?row=1", "form[action$='row=1']", f => f.Set("Cells[what]", "Send figures yearly"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", $"{world.Here}/plan")).Text.ShouldContain("Not agreed by every side");
    }

    [Fact]
    public async Task Bad_cells_are_refused_at_their_field_and_nothing_typed_is_lost()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.FillPlanAsync();
        foreach (var (part, field, value, rest) in new[]
        {
            (PlanPartKind.Milestones, "on", "soon", ("what", "Late")), (PlanPartKind.Talk, "reply", "-1", ("channel", "Post")),
            (PlanPartKind.Aims, "evidence", "wonder", ("own", "Joy")), (PlanPartKind.Internet, "band", "huge", ("device", "Phone")),
        })
        {
            var answer = await world.PressAsync("lead-a", $"{world.Here}/plan/{part}", $"form[action$='plan/{part}']", f => f.Force($"Cells[{field}]", value).Set($"Cells[{rest.Item1}]", rest.Item2));
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, part.ToString());
            answer.Html.ShouldContain(rest.Item2);
        }
    }

    [Fact]
    public async Task A_new_year_copies_the_words_and_leaves_the_year_before_readable()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.FillPlanAsync();
        var first = (await world.AllAsync<Plan>()).Single().SchoolYear;
        world.App.Clock.Advance(TimeSpan.FromDays(365));
        (await world.PressAsync("counsellor-b", $"{world.Here}/plan", "form[action*=Begin]")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", $"{world.Here}/plan?year={Uri.EscapeDataString(first)}")).Text.ShouldContain("an earlier year's plan");
        var now = await world.OpenAsync("lead-a", $"{world.Here}/plan/print");
        now.Text.ShouldContain("Measure two rivers");
        (await world.AllAsync<Plan>()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_guide_can_be_left_resumed_by_another_owner_and_skipped_with_a_reason()
    {
        await using var world = await PartnershipWorld.StartAsync();
        (await world.PressAsync("lead-a", $"{world.Here}/guide", "form:has([value=Talk])")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.PressAsync("lead-a", $"{world.Here}/guide", "form:has([value=Talk])", f => f.Set("Reason", "We sit next door"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await world.OpenAsync("counsellor-a", $"{world.Here}/guide");
        page.Text.ShouldContain("We sit next door");
        page.Text.ShouldContain("the sheet of School B");
        (await world.PressAsync("counsellor-a", $"{world.Here}/guide", "form:has([value=Open])")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", $"{world.Here}/guide", "form:has([value=Talk])", f => f.Set("State", "Done").Set("Reason", "x"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_shared_hours_are_given_for_both_halves_of_the_year_and_the_odd_weeks()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        await world.FillPlanAsync();
        await world.LineAsync("lead-a", PlanPartKind.Days, f => f.Set("Cells[side]", "1").Set("Cells[from]", "08:00").Set("Cells[to]", "20:00"));
        await world.LineAsync("lead-a", PlanPartKind.Days, f => f.Set("Cells[side]", "2").Set("Cells[from]", "07:00").Set("Cells[to]", "17:00"));
        var text = (await world.OpenAsync("lead-a", $"{world.Here}/plan")).Text;
        text.ShouldContain("Kauri School is 13:00 hours ahead");
        text.ShouldContain("Kauri School is 11:00 hours ahead");
        text.ShouldContain("Odd weeks");
        text.ShouldContain("Pacific/Auckland");
    }

    [Fact]
    public void A_horizon_is_renewed_by_every_side_naming_the_same_day_and_never_by_one()
    {
        var actor = Actor.Anonymous with { Name = "Lea" };
        var today = new DateOnly(2030, 1, 1);
        var p = Partnership.Begin(default, new("T", PartnershipType.Protection, "P", "D", null, new(2030, 6, 1)), Formality.Written, actor, today, TimeProvider.System).Partnership!;
        p.Renew(new(2031, 6, 1), new(1, "Lea", today), 2, today).ShouldBeNull();
        p.Renew(new(2032, 6, 1), new(2, "Tom", today), 2, today).ShouldBeNull();
        p.HorizonOn.ShouldBe(new(2030, 6, 1));
        p.Renew(new(2032, 6, 1), new(1, "Lea", today), 2, today).ShouldBeNull();
        p.HorizonOn.ShouldBe(new(2032, 6, 1));
        p.Renew(new(2032, 6, 1), new(1, "Lea", today), 2, today).ShouldNotBeNull();
    }
}
