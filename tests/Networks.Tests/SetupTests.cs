using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

public sealed class SetupTests
{
    [Fact]
    public async Task An_empty_site_gets_its_first_organisation_and_post_once()
    {
        await using var app = await TestApp.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var s = scope.ServiceProvider;
        var person = await s.GetRequiredService<IInvitations>().InviteAsync("Ona Operator", "ona@people.example", "en", default);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        var setup = s.GetRequiredService<INetworkSetup>();
        var first = new FirstOrganisation("First School", OrganisationKind.School, "Asia/Shanghai", "en", "CN", "86");
        var id = await setup.SetUpAsync(first, person, Role.SeniorLeader, "Head", default);
        s.GetRequiredService<Scope>().Set(Actor.Anonymous with { Person = person });
        var actor = await s.GetRequiredService<IActorSource>().FindAsync(person, null, default);
        (actor!.Organisation, actor.Role, actor.Network).ShouldBe((id, Role.SeniorLeader, null));
        await Should.ThrowAsync<InvalidOperationException>(() => setup.SetUpAsync(first, person, Role.SeniorLeader, "Head", default));
    }
}
