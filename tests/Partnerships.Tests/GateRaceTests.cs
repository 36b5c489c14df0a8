using System.Net;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships.Tests;

/// <summary>Ways round the gate other than its own page: somebody else in the same moment, another page's form, time.</summary>
public sealed class GateRaceTests
{
    public static TheoryData<string> Acts() => ["owner goes", "side joins", "plan changes", "purpose goes", "file goes", "agreement is made anew"];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task What_goes_missing_while_the_gate_looks_is_noticed(string act)
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var id = await world.BuildAsync(Formality.Incorporated);
        var version = await world.PutAsync(id, Stage.Preparing);
        Refusal? refused = new("x", "x");
        world.Check.Meanwhile = async () => refused = await ActAsync(world, id, act);
        var answer = await walk.PostAsync("lead-a", $"/partnerships/{id}/stage?handler=Stage", Walk.Fields(version, Stage.Active));
        refused.ShouldBeNull("the other act went through");
        (await world.ReadAsync(id)).Partnership.Stage.ShouldBe(Stage.Preparing, $"{(int)answer.Status}");
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task What_goes_missing_while_a_higher_level_is_asked_for_is_noticed(string act)
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var id = await world.BuildAsync(Formality.Incorporated);
        await world.SetAsync<Partnership>(p => p.Id == new PartnershipId(id), s => s.SetProperty(p => p.Formality, Formality.Informal));
        var version = await world.PutAsync(id, Stage.Active);
        Refusal? refused = null;
        world.Check.Meanwhile = async () => refused = await ActAsync(world, id, act);
        await walk.PostAsync("lead-a", $"/partnerships/{id}/stage?handler=Formality", new() { ["Version"] = $"{version}", ["Formality"] = "Incorporated", ["Reason"] = "We want more" });
        // What the other one may not do at work was refused there; what they may, here.
        (await world.ReadAsync(id)).Partnership.Formality.ShouldBe(refused is null ? Formality.Informal : Formality.Incorporated);
    }

    [Fact]
    public async Task Whoever_read_before_it_became_active_takes_nothing_away_afterwards()
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var id = await world.BuildAsync(Formality.Incorporated);
        var version = await world.PutAsync(id, Stage.Preparing);
        await world.App.InScopeAsync("lead-b", async services =>
        {
            var (db, door) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<PartnershipDoor>());
            var view = (await door.EnterAsync(new(id), db.Scope.Actor, CancellationToken.None))!;
            var leaver = view.OwnersOf(view.Own!).First();
            Leaving.Check(db, view, leaver).ShouldBeNull("it is not at work yet");
            leaver.HandOver(new(2026, 11, 17));
            (await walk.PostAsync("lead-a", $"/partnerships/{id}/stage?handler=Stage", Walk.Fields(version, Stage.Active))).Status.ShouldBe(HttpStatusCode.SeeOther);
            var late = await db.TrySaveAsync("owner.left", leaver.Id.Value, CancellationToken.None);
            late?.Code.ShouldBe(Refusal.ChangedMeanwhile.Code);
            return late.ShouldNotBeNull();
        });
        (await world.AskAsync(db => db.Set<PartyOwner>().CountAsync(o => o.PartnershipId == new PartnershipId(id) && o.Until == null))).ShouldBe(4);
    }

    [Theory]
    [InlineData("Active", false)]
    [InlineData("Slipping", false)]
    [InlineData("Preparing", true)]
    [InlineData("Dormant", true)]
    public async Task A_body_at_work_keeps_a_live_conclusion(string stageName, bool may)
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var stage = Enum.Parse<Stage>(stageName);
        var bad = Guid.CreateVersion7();
        world.Check.Verdicts[bad] = new(OutsideGate.Blocker, null, GateWorld.Decider);
        foreach (var (kind, file) in new[] { ("Ngo", ""), ("Ngo", $"{bad}"), ("School", "") })
        {
            var id = await world.BuildAsync(Formality.Informal);
            await world.PutAsync(id, stage);
            var charity = await world.AskAsync(db => db.Set<Party>().AsNoTracking().SingleAsync(p => p.PartnershipId == new PartnershipId(id) && p.Number == 3));
            Dictionary<string, string> Form(string k, string f) => new()
            {
                ["Party"] = $"{charity.Id}", ["Version"] = $"{charity.Version}", ["Outside.Name"] = "Lantern House", ["Outside.Kind"] = k, ["Outside.Zone"] = "UTC", ["Outside.Language"] = "en",
                ["Outside.ContactName"] = "Ivo", ["Outside.ContactMail"] = "ivo@lantern.example", ["Outside.ExaminedBody"] = f,
            };
            var answer = await walk.PostAsync("lead-a", $"/partnerships/{id}/parties?handler=Describe", Form(kind, file));
            answer.Status.ShouldBe(may ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, $"{kind} {file}");
            var after = await world.AskAsync(db => db.Set<Party>().AsNoTracking().SingleAsync(p => p.Id == charity.Id));
            (after.ExaminedBody == GateWorld.File && after.Kind == OrganisationKind.Ngo).ShouldBe(!may);
            if (!may)
            {
                answer.Text.ShouldContain("keeps a live conclusion by somebody");
                (await walk.PostAsync("lead-a", $"/partnerships/{id}/parties?handler=Describe", Form("Ngo", $"{GateWorld.File}"))).Status.ShouldBe(HttpStatusCode.SeeOther, "the same file, and a new name if need be");
            }
        }
    }

    [Fact]
    public async Task No_other_form_of_the_room_moves_a_stage_or_a_level()
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var posts = 0;
        foreach (var who in new[] { "lead-a", "coord", "link of the charity" })
        {
            foreach (var (route, handler) in Posts(world))
            {
                var id = await world.BuildAsync(Formality.Signed, "purpose");
                await world.PutAsync(id, Stage.Preparing);
                var review = route.Contains("review", StringComparison.Ordinal) ? await OpenReviewAsync(world, id) : default;
                var address = route.StartsWith("partner/ask/", StringComparison.Ordinal) ? await AskLinkAsync(world, id)
                    : route.StartsWith("partner/sign", StringComparison.Ordinal) ? world.Links.Signer
                    : route.StartsWith("partner/", StringComparison.Ordinal) ? world.Links.Party + route[(route.IndexOf("{secret}", StringComparison.Ordinal) + "{secret}".Length)..]
                    : "/" + route.Replace("{id:guid}", $"{id}", StringComparison.Ordinal).Replace("{review:guid}", $"{review}", StringComparison.Ordinal)
                        .Replace("{file:guid}", $"{(route.Contains("{file", StringComparison.Ordinal) ? await AddFileAsync(world, id) : default)}", StringComparison.Ordinal)
                        .Replace("{project:guid?}", "", StringComparison.Ordinal).Replace("{project:guid}", $"{(route.Contains("{project", StringComparison.Ordinal) ? await BeginProjectAsync(world, id) : default)}", StringComparison.Ordinal)
                        .Replace("{part}", "Aims", StringComparison.Ordinal).Replace("{number:int?}", "1", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal);
                address.ShouldNotContain("{", Case.Sensitive, route);
                var form = Walk.Fields((await world.ReadAsync(id)).Partnership.Version, Stage.Active);
                foreach (var name in new[] { "Stage", "Partnership.Stage", "View.Partnership.Stage", "Formality", "Partnership.Formality", "Input.Stage" })
                {
                    form[name] = name.EndsWith("Stage", StringComparison.Ordinal) ? "Active" : "Informal";
                }

                await walk.PostAsync(who, address + (handler is null ? "" : $"?handler={handler}"), form);
                var all = await world.AskAsync(db => db.Set<Partnership>().AsNoTracking().Where(p => p.Id == new PartnershipId(id)).Select(p => new { p.Stage, p.Formality }).SingleAsync());
                (all.Stage, all.Formality).ShouldBe((Stage.Preparing, who == "lead-a" && handler == "Formality" ? all.Formality : Formality.Signed), $"{who} at {route} {handler}");
                (await world.AskAsync(db => db.Set<Partnership>().CountAsync(p => p.Stage == Stage.Active))).ShouldBe(0, $"{who} at {route} {handler}");
                posts++;
            }
        }

        posts.ShouldBeGreaterThan(90);
    }

    [Fact]
    public async Task No_round_of_a_quarter_moves_a_stage()
    {
        await using var world = await GateWorld.StartAsync();
        var built = new List<(Guid Id, Stage Stage)>();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            built.Add((await world.BuildAsync(Formality.Incorporated), stage));
            await world.PutAsync(built[^1].Id, stage);
        }

        for (var day = 0; day < 90; day++)
        {
            world.App.Clock.Advance(TimeSpan.FromDays(1));
            await world.App.RunJobsAsync();
        }

        foreach (var (id, stage) in built)
        {
            (await world.ReadAsync(id)).Partnership.Stage.ShouldBe(stage);
        }
    }

    /// <summary>What a side without an account finds in its mail about a talk.</summary>
    private static async Task<string> AskLinkAsync(GateWorld world, Guid id)
    {
        (await world.App.InScopeAsync("lead-a", services => services.GetRequiredService<CallTalkHandler>().CallAsync(
            new(id), new(world.App.Clock.Today("UTC").AddDays(9), new TimeOnly(9, 0), 45, "Telephone", ""), services.GetRequiredService<AppDbContext>().Scope.Actor, CancellationToken.None))).ShouldBeNull();
        await using var db = world.App.Maintenance();
        var ask = await db.Set<SideAsk>().SingleAsync(a => a.PartnershipId == new PartnershipId(id) && db.Set<Party>().Any(p => p.Id == a.PartyId && p.Number == 3));
        var secret = ask.NewLink();
        db.Record("test.link", ask.Id.Value);
        await db.SaveChangesAsync();
        return AskMails.PathOf(ask, secret);
    }

    private static async Task<PartnershipRowId> AddFileAsync(GateWorld world, Guid id)
    {
        (await world.App.InScopeAsync("lead-a", services => services.GetRequiredService<KeepFilesHandler>().AddAsync(
            new(id), "Notes", default, [new("notes.pdf", JointWorld.Pdf)], services.GetRequiredService<AppDbContext>().Scope.Actor, CancellationToken.None))).ShouldBeNull();
        return await world.AskAsync(db => db.Set<PartnershipFile>().Where(f => f.PartnershipId == new PartnershipId(id)).Select(f => f.Id).SingleAsync());
    }

    private static async Task<PartnershipRowId> BeginProjectAsync(GateWorld world, Guid id) => (await world.App.InScopeAsync("lead-a", services =>
        services.GetRequiredService<KeepProjectsHandler>().BeginAsync(new(id), new("Rivers", null, null), services.GetRequiredService<AppDbContext>().Scope.Actor, CancellationToken.None))).Id!.Value;

    private static async Task<ReviewId> OpenReviewAsync(GateWorld world, Guid id)
    {
        (await world.App.InScopeAsync("lead-a", services => services.GetRequiredService<OpenReviewHandler>().OpenAsync(
            new(id), new(ReviewKind.Light, "What it is for", world.App.Clock.Today("UTC").AddDays(20)), services.GetRequiredService<AppDbContext>().Scope.Actor, CancellationToken.None))).ShouldBeNull();
        return await world.AskAsync(db => db.Set<PartnershipReview>().Where(r => r.PartnershipId == new PartnershipId(id)).Select(r => r.Id).SingleAsync());
    }

    /// <summary>Every handler of every page of the room that takes a post.</summary>
    private static List<(string Route, string? Handler)> Posts(GateWorld world) =>
        [.. from page in world.App.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<CompiledPageActionDescriptor>()
            where page.ModelTypeInfo?.Assembly == typeof(PartnershipsModule).Assembly
            from handler in page.HandlerMethods
            where handler.HttpMethod == "Post"
            select (page.AttributeRouteInfo!.Template!, handler.Name)];

    private static Task<Refusal?> ActAsync(GateWorld world, Guid id, string act) => world.App.InScopeAsync("lead-b", async services =>
    {
        var (db, keep, ct) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<KeepPartiesHandler>(), CancellationToken.None);
        var (actor, partnership) = (db.Scope.Actor, new PartnershipId(id));
        var view = (await services.GetRequiredService<PartnershipDoor>().EnterAsync(partnership, actor, ct))!;
        var charity = view.PartyOf(3)!;
        db.ChangeTracker.Clear();
        switch (act)
        {
            case "owner goes":
                return await keep.HandOverAsync(partnership, view.OwnersOf(view.Own!).First().Id, actor, ct);
            case "side joins":
                return await keep.AddAsync(partnership, null, new("Another House", OrganisationKind.Ngo, "", "UTC", "en", "", "", null), actor, ct);
            case "purpose goes":
                return await services.GetRequiredService<ChangeBasicsHandler>().HandleAsync(partnership, new("Gate", PartnershipType.Ngo, "", "A flood", view.Partnership.ReviewOn, null), view.Partnership.Version, actor, ct);
            case "file goes":
                return await services.GetRequiredService<DescribePartyHandler>().HandleAsync(partnership, charity.Id, new("Lantern House", OrganisationKind.Ngo, "", "UTC", "en", "Ivo", "ivo@lantern.example", null), charity.Version, actor, ct);
            case "plan changes":
                (await db.Set<Plan>().SingleAsync(p => p.PartnershipId == partnership, ct)).Changed();
                return await db.TrySaveAsync("test.plan", id, ct);
            default:
                (await db.Set<Agreement>().SingleAsync(a => a.PartnershipId == partnership, ct)).Publish();
                return await db.TrySaveAsync("test.agreement", id, ct);
        }
    });
}
