using Causeway.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Host.Tests;

/// <summary>Who goes on to another page before the answer comes breaks the connection.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task A_form_that_arrived_is_carried_out_though_its_sender_has_left()
    {
        await using var app = await TestApp.StartWithWorldAsync(change: s => s.AddSingleton<IStartupFilter, GoneAtOnce>());
        using var lead = await app.AsAsync("lead-a");
        (await lead.OpenAsync("/network/questions")).Text.ShouldContain("Nobody has asked yet");
        var readOnce = await (await lead.OpenAsync("/network/questions/ask")).Form().Set("Topic", "Duty desk").Set("Text", "Who answers at night?").Set("NoChild", "true").SubmitAsync();
        await readOnce.Form().PostAsync();
        (await lead.OpenAsync("/network/questions")).Text.ShouldContain("Duty desk");
    }

    /// <summary>The connection of every form is broken before the program looks at it.</summary>
    private sealed class GoneAtOnce : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                if (HttpMethods.IsPost(http.Request.Method))
                {
                    http.RequestAborted = new CancellationToken(canceled: true);
                }

                return go(http);
            });
            next(app);
        };
    }
}
