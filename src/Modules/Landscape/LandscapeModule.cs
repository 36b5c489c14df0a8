using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Landscape;

public sealed class LandscapeModule : IModule
{
    public string Name => "Landscape";

    public IEnumerable<PermissionRule> Permissions => LandscapePermissions.All;

    public IEnumerable<WorkKind> Work => LandscapeWork.All;

    public IEnumerable<NavigationEntry> Navigation => [new(70, "Landscape", "/landscape", "gavel", LandscapePermissions.See)];
}

public static class LandscapeRegistration
{
    public static IServiceCollection AddLandscape(this IServiceCollection services) => services
        .AddSingleton<IModule, LandscapeModule>()
        .AddScoped<LandscapeDoor>()
        .AddScoped<LawBook>()
        .AddScoped<IDutyRegister>(s => s.GetRequiredService<LawBook>())
        .AddScoped<KeepLawsHandler>()
        .AddScoped<PracticeBook>()
        .AddScoped<NotePracticeHandler>()
        .AddScoped<IWorkList, RecheckWork>()
        .AddScoped<ForumBook>()
        .AddScoped<KeepForumsHandler>()
        .AddScoped<IWorkList, ForumWork>()
        .AddScoped<LogOfficialsHandler>()
        .AddScoped<KeepCommunityHandler>()
        .AddScoped<ParticipationBook>()
        .AddScoped<ParticipationSeal>()
        .AddScoped<PlanParticipationHandler>()
        .AddScoped<AssessmentBook>()
        .AddScoped<AssessCommunityHandler>()
        .AddScoped<IWorkList, AssessmentWork>()
        .AddScoped<LeavingLandscape>()
        .AddScoped<IDataToHandBack>(s => s.GetRequiredService<LeavingLandscape>())
        .AddScoped<IOnLeavingNetwork>(s => s.GetRequiredService<LeavingLandscape>())
        .AddScoped<IWorkList, ParticipationWork>()
        .AddScoped<CountryBook>()
        .AddScoped<ICountryContext>(s => s.GetRequiredService<CountryBook>())
        .AddScoped<KeepCountryHandler>()
        .AddScoped<IWorkList, CountryWork>()
        .AddScoped<IBeyondWalls, SeatsBeyond>()
        .AddScoped<IBeyondWalls, OfficialsBeyond>()
        .AddScoped<IDemoPart, DemoLandscape>()
        .AddScoped<IDemoPart, DemoAssessments>();
}
