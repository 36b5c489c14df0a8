using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Cases;

public sealed class CasesModule : IModule
{
    public string Name => "Cases";

    public IEnumerable<PermissionRule> Permissions => [.. CasePermissions.All, .. WorryPermissions.All];

    public IEnumerable<WorkKind> Work => [.. CasesWork.All, .. WorryWork.All];

    public IEnumerable<NavigationEntry> Navigation =>
    [
        new(5, "Report a worry", "/worry", "message-report", WorryPermissions.Report),
        new(20, "Cases", "/cases", "folder", CasePermissions.See),
    ];
}

public static class CasesRegistration
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<IModule, CasesModule>()
        .AddScoped<CaseBook>()
        .AddScoped<DraftBook>()
        .AddScoped<SchoolPeople>()
        .AddScoped<OpenCaseHandler>()
        .AddScoped<WriteEntryHandler>()
        .AddScoped<CorrectEntryHandler>()
        .AddScoped<KeepChildHandler>()
        .AddScoped<KeepPlanHandler>()
        .AddScoped<KeepReviewHandler>()
        .AddScoped<LetInHandler>()
        .AddScoped<IWorkList, CasesWorkList>()
        .AddScoped<IDemoPart, DemoCases>()
        .AddWorries();
}
