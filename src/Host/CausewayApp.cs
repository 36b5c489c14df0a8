using Causeway.Accounts;
using Causeway.Cases;
using Causeway.Instruments;
using Causeway.Kernel;
using Causeway.Landscape;
using Causeway.Meetings;
using Causeway.Networks;
using Causeway.Partnerships;
using Causeway.Persistence;
using Causeway.Persistence.Postgres;
using Causeway.Persistence.Sqlite;
using Causeway.ResourceDirectory;
using Causeway.Ui;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Causeway.Host;

/// <summary>Puts the rooms together. Commands and tests use the same composition as the server.</summary>
public static class CausewayApp
{
    public static void AddCauseway(WebApplicationBuilder builder, HostSettings settings, OpenedSite site)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(site.Roots);
        services.AddSingleton(DisposalList.Beside(Writable(settings)));
        services.AddPersistence(site.Provider);
        services.AddSingleton(Mail(settings));
        services.AddSingleton<IModule, HostModule>();
        services.AddAccounts();
        services.AddNetworks();
        services.AddResourceDirectory();
        services.AddMeetings();
        services.AddInstruments();
        services.AddPartnerships();
        services.AddLandscape();
        services.AddCases();
        services.AddSingleton(s => new Kernel.Access(s.GetServices<IModule>()));
        services.Configure<AccountsOptions>(o => (o.PublicUrl, o.Demo, o.MailFrom) = (settings.PublicUrl, settings.Demo, settings.MailFrom));
        services.AddUi(o => (o.IsDemo, o.SignInUrl) = (settings.Demo, "/sign-in"));
        services.Configure<RazorPagesOptions>(o => o.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute<IdempotencyFilter>()));
        services.Configure<HostFilteringOptions>(o => o.AllowedHosts = [settings.PublicUrl.Host]);
        // Secrets in our pages are masked anew at every rendering (anti-forgery), and no page echoes one beside typed text.
        services.AddResponseCompression(o => o.EnableForHttps = true);
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
        app.UseMiddleware<FinishWhatWasSent>();
        app.UseResponseCompression();
        app.UseUiErrorPages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<AccessMiddleware>();
        app.UsePasskeyWall();
        app.UseUiLanguage();
        app.MapUiAssets();
        app.MapRazorPages();
        app.MapPublicFeed();
        app.MapHealth();
        EndpointGuard.Check(
            ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints), app.Services.GetRequiredService<Kernel.Access>());
    }

    /// <summary>Words and assets, which the first page needs; read while the pages are put together.</summary>
    internal static void OpenCatalogues(IServiceProvider services)
    {
        services.GetRequiredService<AssetCatalogue>();
        services.GetRequiredService<TextCatalogue>();
    }

    // A folder of credentials cannot be written to; then the list of disposals lies beside the data.
    private static string Writable(HostSettings settings) =>
        Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } folder && settings.RootKeyFile.StartsWith(folder, StringComparison.Ordinal)
            ? settings.DatabaseFile
            : settings.RootKeyFile;

    private static IMailTransport Mail(HostSettings settings)
    {
        if (settings.Smtp?.Split(':') is [var host, var port])
        {
            return new SmtpTransport(host, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), settings.MailFrom);
        }

        var folder = new FolderTransport(Path.Combine(settings.DataFolder, "mail"), settings.MailFrom);
        return settings.Demo ? new DemoTransport(folder) : folder;
    }
}
