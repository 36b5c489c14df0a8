using System.Data.Common;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

public sealed class ActorSourceTests
{
    [Fact]
    public async Task The_actor_carries_post_role_organisation_and_network()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var actor = (await FindAsync(app, "lead-a")).ShouldNotBeNull();
        actor.Role.ShouldBe(Role.SafeguardingLead);
        actor.Organisation.ShouldBe(app.Organisation("school-a"));
        actor.OrganisationName.ShouldBe("School A");
        actor.Network.ShouldBe(app.Network("net-1"));
        actor.NetworkName.ShouldBe("First Test Network");
        actor.Name.ShouldBe("Lea Lead");
        actor.Zone.ShouldBe("Europe/Lisbon");
    }

    [Fact]
    public async Task Of_several_posts_the_chosen_one_acts_and_else_the_first()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        (await FindAsync(app, "two-posts"))!.Organisation.ShouldBe(app.Organisation("school-a"));
        var second = new PostId(app.Ids["post:two-posts-2"]);
        var actor = (await FindAsync(app, "two-posts", second))!;
        (actor.Role, actor.Organisation, actor.Post).ShouldBe((Role.Teacher, app.Organisation("school-b"), second));
    }

    [Fact]
    public async Task A_post_of_somebody_else_or_an_ended_one_cannot_be_chosen()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        (await FindAsync(app, "teacher-a", new PostId(app.Ids["post:head-a-1"])))!.Role.ShouldBe(Role.Teacher);
        (await FindAsync(app, "ended", new PostId(app.Ids["post:ended-1"])))!.Role.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_post_one_is_signed_in_and_has_no_role()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var actor = (await FindAsync(app, "no-post"))!;
        actor.IsSignedIn.ShouldBeTrue();
        (actor.Role, actor.Organisation, actor.Network, actor.Post).ShouldBe((null, null, null, null));
    }

    [Fact]
    public async Task A_post_ends_with_the_day_of_the_organisation_not_of_the_reader()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        app.Clock.Set(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        using var lead = await app.AsAsync("lead-b");
        var url = $"/organisations/{app.Organisation("school-b")}/posts/{app.Ids["post:teacher-b-1"]}";
        await (await lead.OpenAsync(url)).Form().Set("Until", "2026-07-01").SubmitAsync("Save");
        // Lisbon is an hour ahead of UTC in July: its first of July ends at 23:00 UTC.
        app.Clock.Set(new DateTimeOffset(2026, 7, 1, 22, 59, 0, TimeSpan.Zero));
        (await FindAsync(app, "teacher-b"))!.Role.ShouldBe(Role.Teacher);
        app.Clock.Set(new DateTimeOffset(2026, 7, 1, 23, 1, 0, TimeSpan.Zero));
        (await FindAsync(app, "teacher-b"))!.Role.ShouldBeNull();
    }

    [Fact]
    public async Task Finding_the_actor_asks_the_database_twice()
    {
        var counter = new CommandCounter();
        await using var app = await TestApp.StartWithWorldAsync(change: s => s.ConfigureDbContext<AppDbContext>(o => o.AddInterceptors(counter)));
        await FindAsync(app, "two-posts");
        counter.Commands.Clear();
        await FindAsync(app, "two-posts", new PostId(app.Ids["post:two-posts-2"]));
        counter.Commands.Count.ShouldBe(2, string.Join("\n---\n", counter.Commands));
    }

    private static async Task<Actor?> FindAsync(TestApp app, string person, PostId? acting = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Scope>().Set(Actor.Anonymous with { Person = app.Person(person) });
        return await scope.ServiceProvider.GetRequiredService<IActorSource>().FindAsync(app.Person(person), acting, CancellationToken.None);
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
