using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Cases;

internal static class WorryRegistration
{
    public static IServiceCollection AddWorries(this IServiceCollection services) => services
        .AddScoped<WorryBook>()
        .AddScoped<SlipFiles>()
        .AddScoped<WorryDesk>()
        .AddScoped<WorryMail>()
        .AddScoped<ReportWorryHandler>()
        .AddScoped<RegisterBook>()
        .AddScoped<ReportConcernHandler>()
        .AddScoped<IWorkList, WorryWork>()
        .AddScoped<IDemoPart, DemoWorries>();
}
