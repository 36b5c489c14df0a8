using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Persistence.Postgres;
using Causeway.Persistence.Sqlite;
using Causeway.ResourceDirectory;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Causeway.Host;

/// <summary>Puts the rooms together. Commands and tests use the same composition as the server.</summary>
public static class CausewayApp
{
    public static void AddCauseway(WebApplicationBuilder builder, HostSettings settings, OpenedSite site)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(site.Roots);
        services.AddPersistence(site.Provider);
        services.AddSingleton(Mail(settings));
        services.AddSingleton<IModule, HostModule>();
        services.AddAccounts();
        services.AddNetworks();
        services.AddResourceDirectory();
        services.AddSingleton(s => new Kernel.Access(s.GetServices<IModule>()));
        services.AddRazorPages(options => options.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute<IdempotencyFilter>()));
        services.Configure<HostFilteringOptions>(o => o.AllowedHosts = [settings.PublicUrl.Host]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            kestrel.Limits.MaxConcurrentConnections = 2000;
        });
    }

    public static void UseCauseway(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<AccessMiddleware>();
        app.MapRazorPages();
        EndpointGuard.Check(
            ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints), app.Services.GetRequiredService<Kernel.Access>());
    }

    private static IMailTransport Mail(HostSettings settings)
    {
        if (settings.Smtp?.Split(':') is [var host, var port])
        {
            return new SmtpTransport(host, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), settings.MailFrom);
        }

        return new FolderTransport(Path.Combine(settings.DataFolder, "mail"));
    }
}
