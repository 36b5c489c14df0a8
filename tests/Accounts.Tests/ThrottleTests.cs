using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts.Tests;

public sealed class ThrottleTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(7, 120)]
    [InlineData(8, 240)]
    [InlineData(9, 480)]
    [InlineData(10, 900)]
    [InlineData(60, 900)]
    public void R20_after_five_failures_each_pause_doubles_up_to_a_quarter_of_an_hour(int failures, int seconds) =>
        LoginThrottle.PauseAfter(failures).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task R20_many_at_once_do_not_slip_through_together()
    {
        await using var app = await TestApp.StartAsync();
        var throttle = app.Services.GetRequiredService<Throttle>();

        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => throttle.TryAccountAsync("a@x.example", null, CancellationToken.None)));

        tries.Count(t => t.Allowed).ShouldBeLessThanOrEqualTo(LoginThrottle.FreeFailures);
        tries.Count(t => t.Burst).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task R20_strangers_failures_do_not_slow_down_the_place_a_person_is_known_from()
    {
        await using var app = await TestApp.StartAsync();
        var throttle = app.Services.GetRequiredService<Throttle>();
        for (var i = 0; i < 8; i++)
        {
            await throttle.TryAccountAsync("a@x.example", null, CancellationToken.None);
        }

        (await throttle.TryAccountAsync("a@x.example", null, CancellationToken.None)).Allowed.ShouldBeFalse();
        (await throttle.TryAccountAsync("a@x.example", "192.0.2.7", CancellationToken.None)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public async Task R20_a_hundred_failures_in_a_row_switch_the_factor_off_until_it_is_set_anew()
    {
        await using var app = await TestApp.StartAsync();
        var throttle = app.Services.GetRequiredService<Throttle>();
        for (var i = 0; i < LoginThrottle.MostInARow; i++)
        {
            (await throttle.TryAccountAsync("a@x.example", null, CancellationToken.None)).Allowed.ShouldBeTrue($"try {i + 1}");
            app.Clock.Advance(TimeSpan.FromMinutes(16));
        }

        app.Clock.Advance(TimeSpan.FromDays(300));
        (await throttle.TryAccountAsync("a@x.example", null, CancellationToken.None)).Allowed.ShouldBeFalse();
        (await throttle.TryAccountAsync("a@x.example", "192.0.2.7", CancellationToken.None)).Allowed.ShouldBeFalse("known or not");
        await throttle.SucceededAsync("a@x.example", null);
        (await throttle.TryAccountAsync("a@x.example", null, CancellationToken.None)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public async Task R20_twenty_a_minute_come_from_one_network()
    {
        await using var app = await TestApp.StartAsync();
        var throttle = app.Services.GetRequiredService<Throttle>();
        for (var i = 0; i < 20; i++)
        {
            (await throttle.TryAddressAsync($"2001:db8:1:2::{i:x}", CancellationToken.None)).ShouldBeTrue();
        }

        (await throttle.TryAddressAsync("2001:db8:1:2:ffff::1", CancellationToken.None)).ShouldBeFalse("the same /64");
        (await throttle.TryAddressAsync("2001:db8:1:3::1", CancellationToken.None)).ShouldBeTrue("a neighbour");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await throttle.TryAddressAsync("2001:db8:1:2:ffff::1", CancellationToken.None)).ShouldBeTrue();
    }
}
