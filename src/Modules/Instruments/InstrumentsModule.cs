using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Instruments;

public sealed class InstrumentsModule : IModule
{
    public string Name => "Instruments";

    public IEnumerable<PermissionRule> Permissions => InstrumentsPermissions.All;

    public IEnumerable<WorkKind> Work => InstrumentsWork.All;

    public IEnumerable<NavigationEntry> Navigation => [new(65, "Checklists", "/instruments", "checklist", InstrumentsPermissions.See)];
}

public static class InstrumentsRegistration
{
    public static IServiceCollection AddInstruments(this IServiceCollection services) => services
        .AddSingleton<IModule, InstrumentsModule>()
        .AddScoped<InstrumentBook>()
        .AddScoped<KeepInstrumentsHandler>()
        .AddScoped<WaveBook>()
        .AddScoped<WaveMails>()
        .AddScoped<AskPartnersHandler>()
        .AddScoped<AnswerWaveHandler>()
        .AddScoped<KeepWaveHandler>()
        .AddScoped<SendLinkHandler>()
        .AddScoped<GrowthBook>()
        .AddScoped<PlanGrowthHandler>()
        .AddScoped<IWorkList, GrowthWork>()
        .AddScoped<IJobHandler, WaveRound>()
        .AddScoped<DiligenceBook>()
        .AddScoped<ExamineBodyHandler>()
        .AddScoped<DecideBodyHandler>()
        .AddScoped<IDueDiligence>(s => s.GetRequiredService<DiligenceBook>())
        .AddScoped<IWorkList, InstrumentsWorkList>()
        .AddScoped<DemoAsked>()
        .AddScoped<IDemoPart, DemoWaves>()
        .AddScoped<IDemoPart, DemoBodies>()
        .AddScoped<IDemoPart, DemoGrowth>();
}
