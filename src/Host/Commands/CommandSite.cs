using Causeway.Persistence;

namespace Causeway.Host;

/// <summary>The program without its web server: the same rooms, put together for one command.</summary>
internal sealed class CommandSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CommandSite(WebApplication app, OpenedSite site) => (_app, Site) = (app, site);

    public OpenedSite Site { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<CommandSite> OpenAsync(HostSettings settings, bool prepare, CancellationToken ct)
    {
        var site = await OpenedSite.OpenAsync(settings, TimeProvider.System, ct, mayFound: prepare);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        CausewayApp.AddCauseway(builder, settings, site);
        var app = builder.Build();
        if (prepare)
        {
            await site.PrepareAsync(app.Services.GetRequiredService<MaintenanceContexts>(), TimeProvider.System, ct);
        }

        return new CommandSite(app, site);
    }

    public AppDbContext Maintenance() => Services.GetRequiredService<MaintenanceContexts>().Open();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (Site.Provider is IAsyncDisposable provider)
        {
            await provider.DisposeAsync();
        }

        Site.Roots.Dispose();
    }
}
