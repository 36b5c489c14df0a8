using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships.Tests;

/// <summary>Two owners leave their school in one moment, by the same door or by two.</summary>
public sealed class HandOverRaceTests
{
    private static int Races => int.TryParse(Environment.GetEnvironmentVariable("CAUSEWAY_RACES"), out var n) ? n / 10 : 30;

    [Fact]
    public async Task Of_three_owners_two_never_go_at_once_by_whatever_doors()
    {
        await using var world = await KeepWorld.StartAsync();
        var (going, handing) = await ThreeOwnersAsync(world);
        var handOver = (await world.AllAsync<HandOver>()).Single();
        var (byGoing, byHanding) = (0, 0);
        for (var i = 0; i < Races; i++)
        {
            var version = (await world.AllAsync<HandOver>()).Single().Version;
            var race = await Race.RunAsync(i, () => GoAsync(world, "head-a", going), i % 3 == 0 ? () => GoAsync(world, "lead-a2", handing) : () => FinishAsync(world, handOver.Id, version));
            race.Count(r => r is null).ShouldBe(1, string.Join(", ", race.Select(r => r?.Code)));
            (byGoing, byHanding) = (byGoing + (race[0] is null ? 1 : 0), byHanding + (race[1] is null ? 1 : 0));
            (await world.AllAsync<PartyOwner>()).Count(o => o.PartyId == handOver.PartyId && o.Until is null).ShouldBe(2);
            await BackAsync(world, handOver);
        }

        byGoing.ShouldBeGreaterThan(0, "one door was never the faster one: that was no race");
        byHanding.ShouldBeGreaterThan(0, "one door was never the faster one: that was no race");
        TestContext.Current.SendDiagnosticMessage("{0} races: {1} went, {2} handed over", Races, byGoing, byHanding);
    }

    [Fact]
    public async Task Both_owners_who_ask_on_one_day_stay_until_somebody_takes_over()
    {
        await using var world = await KeepWorld.StartAsync();
        var own = (await world.AllAsync<Party>()).Single(p => p.Number == 1);
        var both = (await world.AllAsync<PartyOwner>()).Where(o => o.PartyId == own.Id).ToList();
        for (var i = 0; i < Races; i++)
        {
            var race = await Race.RunAsync(i, [.. both.Select(o => (Func<Task<Refusal?>>)(() => GoAsync(world, "head-a", o.Id)))]);
            race.ShouldAllBe(r => r != null && r.Code == HandOver.TooFew.Code);
            (await world.AllAsync<PartyOwner>()).ShouldAllBe(o => o.Until == null);
        }
    }

    // One hand-over is through but for the last button; its successor is the third owner.
    private static async Task<(PartnershipRowId Going, PartnershipRowId Handing)> ThreeOwnersAsync(KeepWorld world)
    {
        var owners = await world.AllAsync<PartyOwner>();
        var (going, handing) = (owners.Single(o => o.PersonId == world.App.Person("counsellor-a")).Id, owners.Single(o => o.PersonId == world.App.Person("lead-a")).Id);
        await world.DoAsync("lead-a", "hand-overs", "Start", f => f.Set("Owner", handing.ToString()).Set("Successor", world.App.Person("teacher-a").ToString()).Set("LeavesOn", world.Day(14)));
        var handOver = (await world.AllAsync<HandOver>()).Single();
        await world.DoAsync("teacher-a", $"/partnerships/take-over/{handOver.Id}", "Yes");
        await world.DoAsync("lead-a", $"hand-overs?open={handOver.Id}", "Tick", f =>
        {
            for (var i = 0; i < 5; i++)
            {
                f.Set($"Items[{i}].IsDone", "true");
            }
        });
        return (going, handing);
    }

    private static Task<Refusal?> GoAsync(KeepWorld world, string person, PartnershipRowId owner) => world.App.InScopeAsync(person, services =>
        services.GetRequiredService<KeepPartiesHandler>().HandOverAsync(new(world.Id), owner, services.GetRequiredService<ICurrentActor>().Actor, CancellationToken.None));

    private static Task<Refusal?> FinishAsync(KeepWorld world, PartnershipRowId handOver, int version) => world.App.InScopeAsync("teacher-a", services =>
        services.GetRequiredService<RunHandOverHandler>().FinishAsync(new(world.Id), handOver, version, services.GetRequiredService<ICurrentActor>().Actor, CancellationToken.None));

    private static async Task BackAsync(KeepWorld world, HandOver handOver)
    {
        await using var db = world.App.Maintenance();
        await db.Set<PartyOwner>().ExecuteUpdateAsync(s => s.SetProperty(o => o.Until, (DateOnly?)null));
        await db.Set<HandOver>().ExecuteUpdateAsync(s => s.SetProperty(h => h.RunsFor, handOver.OwnerId.Value).SetProperty(h => h.EndedOn, (DateOnly?)null).SetProperty(h => h.HasGone, false));
    }
}
