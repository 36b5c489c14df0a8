using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory;

internal static class PublishFeedRegistration
{
    public static IServiceCollection AddPublicFeed(this IServiceCollection services) => services
        .AddSingleton<PublicUpkeep>()
        .AddSingleton<ISaveChangesInterceptor>(s => s.GetRequiredService<PublicUpkeep>())
        .AddScoped<IJobHandler, RefreshPublic>()
        .AddScoped<PublicConsents>()
        .AddScoped<IWorkList, PublicWork>()
        .AddScoped<PublishListingHandler>()
        .AddScoped<KeepFeedHandler>()
        .AddSingleton<FeedLimits>()
        .AddScoped<FeedReader>()
        .AddScoped<IDemoPart, DemoPublicFeed>();
}
