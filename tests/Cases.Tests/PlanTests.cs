using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases.Tests;

/// <summary>Targets, steps, reviews, closing, drafts.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task A_step_names_institute_professional_and_day_and_a_target_how_one_sees_that_it_is_reached()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        foreach (var (target, field) in (IReadOnlyList<(string, string)>)[("false", "Input.What"), ("false", "Input.Institute"), ("false", "Input.Professional"), ("false", "Input.DueOn"), ("true", "Input.Measure"), ("true", "Input.Baseline"), ("true", "Input.Professional")])
        {
            var page = await world.PostAsync(CaseWorld.Lead, $"{url}/plan/new?target={target}", f =>
            {
                foreach (var name in (string[])["Input.What", "Input.Institute", "Input.Professional", "Input.Measure", "Input.Baseline"])
                {
                    if (f.Has(name))
                    {
                        f.Set(name, "Filled in");
                    }
                }

                f.Set("Input.DueOn", world.Day(3)).Set(field, "");
            });
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, field);
            page.Find($"[name='{field}'][aria-invalid=true]").ShouldNotBeNull(field);
        }

        await world.DoAsync(CaseWorld.Lead, url + "/plan/new?target=true", f => f.Set("Input.What", "Eats at school").Set("Input.Measure", "Daily note").Set("Input.Baseline", "Two of five").Set("Input.Professional", "Lea").Set("Input.DueOn", world.Day(30)));
        await world.DoAsync(CaseWorld.Lead, url + "/plan/new?target=false", f => f.Set("Input.What", "Home visit").Set("Input.Institute", "Family centre").Set("Input.Professional", "Ada Moss").Set("Input.DueOn", world.Day(7)).Set("Input.TargetNumber", "1"));
        var text = (await world.GetAsync(CaseWorld.Lead, url)).Text;
        foreach (var part in (string[])["1. Eats at school", "Daily note", "1. Home visit", "for target 1", "Family centre", "Ada Moss", "Active"])
        {
            text.ShouldContain(part);
        }
    }

    [Fact]
    public async Task A_late_step_needs_its_reason_a_moved_day_keeps_the_old_one_and_what_is_settled_stays()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        var step = await world.StepAsync(url);
        const string Settle = "main form:has([name=State])";
        const string Move = "main form[action*='handler=Move']";
        await world.DoAsync(CaseWorld.Lead, step, f => f.Set("DueOn", world.Day(9)).Set("Reason", "The family was away"), selector: Move);
        (await world.GetAsync(CaseWorld.Lead, step)).Text.ShouldContain("The family was away");
        world.Wait(TimeSpan.FromDays(10));
        var page = await world.GetAsync(CaseWorld.Lead, step);
        page.Text.ShouldContain("Overdue");
        (await page.Form(Settle).Set("State", "Done").Set("Result", "Done").PostAsync()).Find("[name=LateReason][aria-invalid=true]").ShouldNotBeNull();
        (await page.Form(Settle).Set("State", "Dropped").Set("Result", "").Set("LateReason", "x").PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.Form(Settle).Set("State", "Partly").Set("Result", "One of two came").Set("LateReason", "Illness").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await page.Form(Settle).Set("State", "Done").Set("Result", "Again").PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.GetAsync(CaseWorld.Lead, step)).Text.ShouldContain("One of two came");
        (await world.StateAsync(url)).ShouldBe(CaseState.Monitoring);
    }

    [Fact]
    public async Task A_case_with_an_open_step_or_without_the_childs_view_does_not_close()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        var step = await world.StepAsync(url);
        Task<TestPage> CloseAsync(string childsView = "Glad") => world.PostAsync(CaseWorld.Lead, url + "/close", f => f.Set("Text", "Done").Set("Outcome", "Reached").Set("ChildsView", childsView).Set("FamilysView", "Glad"));
        (await CloseAsync()).Text.ShouldContain(KeepReviewHandler.StepsOpen.Message);
        await world.SettleAsync(step);
        (await CloseAsync("")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await CloseAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.GetAsync(CaseWorld.Lead, "/cases")).Find($"a[href='{url}']").ShouldBeNull();
        (await world.GetAsync(CaseWorld.Lead, "/cases?closed=true")).Find($"a[href='{url}']").ShouldNotBeNull();
        await world.DoAsync(CaseWorld.Lead, url + "/reopen", f => f.Set("Text", "A new sign").Set("NextReviewOn", world.Day(5)));
        (await world.StateAsync(url)).ShouldBe(CaseState.Assessment);
    }

    [Fact]
    public async Task A_form_sent_into_a_case_that_was_closed_meanwhile_keeps_its_words()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        var form = (await world.GetAsync(CaseWorld.Lead, url + "/write?kind=Observation&part=core")).Form(CaseWorld.CaseForm)
            .Set("Input.Text", "Seen at the gate").Set("Input.Source", "FirstHand").Set("Input.Position", "Teacher");
        await world.CloseAsync(url);
        var page = await form.PostAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Find("textarea[name='Input.Text']")!.TextContent.Trim().ShouldBe("Seen at the gate");
    }

    [Fact]
    public async Task A_review_that_is_due_waits_for_lead_and_deputy_and_names_no_child()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync(CaseWorld.Deputy, f => f.Set("Input.NextReviewOn", world.Day(3)));
        await world.LetInAsync(url, CaseWorld.Counsellor, "core", "child");
        foreach (var person in (string[])[CaseWorld.Lead, CaseWorld.Deputy])
        {
            var home = await world.GetAsync(person, "/");
            home.Find($"a[href='{url}/review']").ShouldNotBeNull(person);
            home.Text.ShouldNotContain("Holm");
        }

        (await world.GetAsync(CaseWorld.Counsellor, "/")).Find($"a[href^='{url}']").ShouldBeNull();
        await world.DoAsync(CaseWorld.Lead, url + "/review", f => f.Set("Text", "Better").Set("NextReviewOn", world.Day(60)));
        (await world.GetAsync(CaseWorld.Lead, "/")).Find($"a[href='{url}/review']").ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_is_kept_sealed_found_again_by_its_author_alone_and_gone_with_the_entry()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync(CaseWorld.Deputy);
        var write = url + "/write?kind=Observation&part=core";
        var kept = await world.DoAsync(CaseWorld.Lead, write, f => f.Set("Input.Text", "Half a senten"), "Keep as a draft", CaseWorld.CaseForm);
        (await world.GetAsync(CaseWorld.Lead, kept.Location!)).Find("textarea[name='Input.Text']")!.TextContent.Trim().ShouldBe("Half a senten");
        var page = await world.GetAsync(CaseWorld.Lead, write);
        page.Find("textarea[name='Input.Text']")!.TextContent.Trim().ShouldBe("");
        page.Text.ShouldContain("You began to write here");
        (await world.GetAsync(CaseWorld.Deputy, write)).Text.ShouldNotContain("You began to write here");
        (await world.GetAsync(CaseWorld.Lead, url)).Text.ShouldNotContain("Half a senten");
        // The script's way, twice with the form as it stands: the draft is what was sent last.
        var form = (await world.GetAsync(CaseWorld.Lead, write + "&draft=take")).Form(CaseWorld.CaseForm);
        foreach (var text in (string[])["Half a sentence", "Half a sentence more"])
        {
            var sent = form.Set("Input.Text", text).Fields;
            (await (await world.AsAsync(CaseWorld.Lead)).SendAsync(new HttpRequestMessage(HttpMethod.Post, url + "/write?handler=Autosave") { Content = new FormUrlEncodedContent(sent) })).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        var taken = (await world.GetAsync(CaseWorld.Lead, write + "&draft=take")).Form(CaseWorld.CaseForm);
        taken.Fields.Single(f => f.Key == "Input.Text").Value.Trim().ShouldBe("Half a sentence more");
        (await taken.Set("Input.Source", "Told").Set("Input.Position", "Teacher").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = world.App.Maintenance();
        (await db.Set<CaseDraft>().CountAsync()).ShouldBe(0);
        (await world.GetAsync(CaseWorld.Lead, url)).Text.ShouldContain("Half a sentence more");
    }

    [Fact]
    public async Task A_draft_that_is_not_wanted_is_thrown_away()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.DoAsync(CaseWorld.Lead, "/cases/open", f => f.Set("Input.Concern", "Begun"), "Keep as a draft", CaseWorld.CaseForm);
        await world.DoAsync(CaseWorld.Lead, "/cases/open", selector: "main form[action*='handler=Drop']");
        (await world.GetAsync(CaseWorld.Lead, "/cases/open")).Text.ShouldNotContain("You began to write here");
    }
}
