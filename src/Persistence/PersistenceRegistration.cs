using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Causeway.Persistence;

public static class PersistenceRegistration
{
    /// <summary>
    /// Adds the context, its scope, files and the form-key filter. Needs the opened <c>RootKeys</c> as a singleton. Background work (<see cref="JobWorker"/>,
    /// <see cref="OutboxSender"/>) is added by <see cref="AddBackgroundWork"/>, which commands leave out. A module that has rows
    /// to keep in step with others registers an <see cref="ISaveChangesInterceptor"/>; it runs inside every commit.
    /// </summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IDatabaseProvider provider)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider);
        services.AddSingleton(provider.Search);
        services.AddSingleton(s => new ModelParts(s.GetServices<IModule>()));
        services.AddScoped<Scope>();
        services.AddScoped<ICurrentActor>(s => s.GetRequiredService<Scope>());
        services.AddDbContext<AppDbContext>((s, options) =>
        {
            provider.Configure(options);
            options.AddInterceptors(s.GetServices<ISaveChangesInterceptor>());
        });
        services.AddScoped<OrganisationKeys>();
        services.AddSingleton<DatabaseClock>();
        services.AddScoped<PartOpener>();
        services.AddScoped<IKeyVault, KeyVault>();
        services.TryAddSingleton(new DisposalList(null));
        services.AddHostedService<DisposalRound>();
        services.AddScoped<FileStore>();
        services.AddScoped<IdempotencyFilter>();
        services.AddSingleton<JobBell>();
        services.AddSingleton<JobWorker>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<MaintenanceContexts>();
        return services;
    }

    public static IServiceCollection AddBackgroundWork(this IServiceCollection services) => services
        .AddHostedService<ModelWarmUp>()
        .AddHostedService(s => s.GetRequiredService<JobWorker>())
        .AddHostedService(s => s.GetRequiredService<OutboxSender>());
}

/// <summary>Builds the model behind the first answers, so that no person's first click pays for it.</summary>
internal sealed class ModelWarmUp(MaintenanceContexts contexts, DisposalList disposals, TimeProvider clock) : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(3), clock, stoppingToken);
        await using var db = contexts.Open();
        // A disposal whose line was not written because the program was killed after the commit gets it now.
        await disposals.ApplyAsync(db, stoppingToken);
    }
}

/// <summary>Contexts with the owner's access and without filters: for migrating, verifying and backing up, never for a request.</summary>
public sealed class MaintenanceContexts(IDatabaseProvider provider, ModelParts parts, TimeProvider clock)
{
    public AppDbContext Open()
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        provider.ConfigureMaintenance(options);
        var scope = new Scope();
        scope.LiftForMaintenance();
        return new AppDbContext(options.Options, parts, scope, provider, clock);
    }
}
