using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory;

public sealed class ResourceDirectoryModule : IModule
{
    public string Name => "ResourceDirectory";

    public IEnumerable<PermissionRule> Permissions => DirectoryPermissions.All;

    public IEnumerable<WorkKind> Work => DirectoryKinds.All;

    public IEnumerable<NavigationEntry> Navigation =>
        [new(10, "Find help", "/find-help", "search", DirectoryPermissions.Search) { AlsoUnder = "/directory" }];
}

public static class ResourceDirectoryRegistration
{
    public static IServiceCollection AddResourceDirectory(this IServiceCollection services) => services
        .AddSingleton<IModule, ResourceDirectoryModule>()
        .Configure<MvcOptions>(o => o.ModelBinderProviders.Insert(0, new TypedIdBinder()))
        .AddScoped<EntryUpkeep>()
        .AddScoped<DirectoryLimits>()
        .AddSingleton<HelpStocks>()
        .AddSingleton<HelpVocabulary>()
        .AddScoped<HelpGrounds>()
        .AddScoped<HelpSearch>()
        .AddScoped<HelpSpelling>()
        .AddScoped<EmptySearch>()
        .AddScoped<NeedGaps>()
        .AddScoped<AnswerDutyHandler>()
        .AddScoped<KeepShortlistHandler>()
        .AddScoped<SaveSearchHandler>()
        .AddScoped<UploadListHandler>()
        .AddScoped<UploadedFiles>()
        .AddScoped<ReadAgainHandler>()
        .AddScoped<StartImportHandler>()
        .AddScoped<RunImport>()
        .AddScoped<IJobHandler>(s => s.GetRequiredService<RunImport>())
        .AddScoped<IJobHandler, JoinDirectory>()
        .AddScoped<PutRowRightHandler>()
        .AddScoped<TakeImportBackHandler>()
        .AddScoped<GoneLinesHandler>()
        .AddScoped<WriteListingHandler>()
        .AddScoped<ShareListingsHandler>()
        .AddScoped<RemoveListingHandler>()
        .AddScoped<ListingReach>()
        .AddScoped<ActOnListingsHandler>()
        .AddScoped<UndoChangeHandler>()
        .AddScoped<SaveRowsHandler>()
        .AddScoped<KeepByDefaultHandler>()
        .AddScoped<IJobHandler, FollowDefaults>()
        .AddScoped<DecideJoinHandler>()
        .AddScoped<UndoDecisionHandler>()
        .AddScoped<WriteEntryNoteHandler>()
        .AddScoped<EntryCare>()
        .AddScoped<EntryStory>()
        .AddScoped<AskBook>()
        .AddScoped<CheckWork>()
        .AddScoped<StartCheckHandler>()
        .AddScoped<AnswerCheckHandler>()
        .AddScoped<AnswerByLinkHandler>()
        .AddScoped<MarkDepartureHandler>()
        .AddScoped<SuggestEditHandler>()
        .AddScoped<IJobHandler, CheckRound>()
        .AddScoped<IWorkList, CheckWorkList>()
        .AddScoped<IDemoPart, DemoChecks>()
        .AddEntryKnowledge()
        .AddPublicFeed()
        .AddScoped<IListImporter, ListImporter>()
        .AddScoped<IWorkList, DirectoryWork>()
        .AddScoped<IDataToHandBack, LeavingNetwork>()
        .AddScoped<IOnLeavingNetwork, LeavingNetwork>()
        .AddScoped<IDemoPart, DemoDirectory>()
        .AddScoped<IDemoPart, DemoNewerList>()
        .AddScoped<IDemoPart, DemoOurLists>()
        .AddScoped<IDemoPart, DemoSearches>();
}
