using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory;

/// <summary>What schools know beside the lists: waits, outcomes, communities, visits, ties; coverage and titles of roles.</summary>
internal static class EntryKnowledgeRegistration
{
    public static IServiceCollection AddEntryKnowledge(this IServiceCollection services) => services
        .AddScoped<EntryDoor>()
        .AddScoped<EntryReader>()
        .AddScoped<ObserveWaitHandler>()
        .AddScoped<ConfirmCommunityHandler>()
        .AddScoped<TellOutcomeHandler>()
        .AddScoped<LogVisitHandler>()
        .AddScoped<RecordTieHandler>()
        .AddScoped<TieBook>()
        .AddScoped<IJobHandler, TiesFollowPosts>()
        .AddScoped<CoverageReader>()
        .AddScoped<PlaceReader>()
        .AddScoped<RoleLabelReader>()
        .AddScoped<ChoosePackHandler>()
        .AddScoped<LinkConcernsHandler>()
        .AddScoped<IOnLeavingNetwork, LeavingWithKnowledge>()
        .AddScoped<IDataToHandBack, LeavingWithKnowledge>()
        .AddScoped<IDemoPart, DemoFacts>()
        .AddScoped<IDemoPart, DemoKnowledge>();
}
