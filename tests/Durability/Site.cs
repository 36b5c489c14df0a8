using Causeway.Host;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Causeway.Durability;

/// <summary>The product's own composition on one database, without its web server.</summary>
internal sealed class Site : IAsyncDisposable
{
    public static readonly OrganisationId School = new(new Guid("00000000-0000-7000-8000-00000000000a"));
    private readonly WebApplication _app;
    private readonly OpenedSite _opened;

    private Site(WebApplication app, OpenedSite opened) => (_app, _opened) = (app, opened);

    public IServiceProvider Services => _app.Services;

    public OpenedSite Opened => _opened;

    /// <summary>CAUSEWAY_DATABASE decides between SQLite in the folder and PostgreSQL, as it does for the product.</summary>
    public static async Task<Site> OpenAsync(string folder, bool prepare)
    {
        Environment.SetEnvironmentVariable("CAUSEWAY_DATA", folder);
        var settings = HostSettings.FromEnvironment(demo: false);
        var opened = await OpenedSite.OpenAsync(settings, TimeProvider.System, CancellationToken.None);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        CausewayApp.AddCauseway(builder, settings, opened);
        var app = builder.Build();
        if (prepare)
        {
            await opened.PrepareAsync(app.Services.GetRequiredService<MaintenanceContexts>(), TimeProvider.System, CancellationToken.None);
        }

        return new Site(app, opened);
    }

    public AppDbContext Maintenance() => Services.GetRequiredService<MaintenanceContexts>().Open();

    /// <summary>One act as a page would do it: a sealed file, its audit row and the form's key, in one commit.</summary>
    /// <returns>The file's id; null when the key says that the act was done before.</returns>
    public async Task<Guid?> ActAsync(string key)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Scope>().Set(Actor.Anonymous with
        {
            Person = new PersonId(School.Value), Role = Role.SafeguardingLead, Organisation = School,
        });
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Key = new IdempotencyKey(key, "body");
        var id = await scope.ServiceProvider.GetRequiredService<FileStore>()
            .AddAsync(new MemoryStream(new byte[200]), key, "text/plain", CancellationToken.None);
        // The act's reason carries the key, so that file, audit row and key can be matched one to one.
        db.Record("file.kept", id.Value, reason: key);
        try
        {
            await db.SaveChangesAsync();
            return id.Value;
        }
        catch (FormAnsweredException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_opened.Provider is IAsyncDisposable provider)
        {
            await provider.DisposeAsync();
        }

        _opened.Roots.Dispose();
    }
}
