using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks;

public sealed class NetworksModule : IModule
{
    public string Name => "Networks";

    public IEnumerable<PermissionRule> Permissions => NetworksPermissions.All;

    public IEnumerable<WorkKind> Work => NetworksWork.All;

    public IEnumerable<NavigationEntry> Navigation => [new(50, "Network", "/network", "users-group", NetworksPermissions.SeeNetwork) { AlsoUnder = "/organisations" }];
}

public static class NetworksRegistration
{
    public static IServiceCollection AddNetworks(this IServiceCollection services) => services
        .AddSingleton<IModule, NetworksModule>()
        .AddScoped<IActorSource, ActorSource>()
        .AddScoped<INetworkDirectory, NetworkDirectory>()
        .AddScoped<INetworkSetup, NetworkSetup>()
        .AddScoped<ISchoolWeeks, SchoolWeeks>()
        .AddScoped<IDemoPart, DemoNetworks>()
        .AddScoped<IWorkList, NetworkWorkList>()
        .AddScoped<PostBook>()
        .AddScoped<People>()
        .AddScoped<PostWarnings>()
        .AddScoped<FillPostHandler>()
        .AddScoped<ChangePostHandler>()
        .AddScoped<ConfirmPostHandler>()
        .AddScoped<ChoosePostHandler>()
        .AddScoped<FoundNetworkHandler>()
        .AddScoped<EditNetworkHandler>()
        .AddScoped<InviteOrganisationHandler>()
        .AddScoped<AnswerInvitationHandler>()
        .AddScoped<JoinByLinkHandler>()
        .AddScoped<AskToJoinHandler>()
        .AddScoped<AdmitMemberHandler>()
        .AddScoped<EditOrganisationHandler>()
        .AddScoped<DeclareGroupHandler>()
        .AddScoped<LeaveNetworkHandler>()
        .AddScoped<HandBack>()
        .AddScoped<KeepKeysHandler>()
        .AddScoped<CarryOutHandler>()
        .AddScoped<IWorkList, KeyActWork>()
        .AddCharter()
        .AddLiaisons()
        .AddQuestions()
        .AddReadiness()
        .AddBeyondWalls()
        .AddSchoolTimes()
        .AddNetworkLife();

    private static IServiceCollection AddCharter(this IServiceCollection services) => services
        .AddScoped<CharterBook>()
        .AddScoped<KeepCharterHandler>()
        .AddScoped<SignCharterHandler>()
        .AddScoped<IWorkList, CharterWork>();

    private static IServiceCollection AddLiaisons(this IServiceCollection services) => services
        .AddScoped<LiaisonFile>()
        .AddScoped<IAuthorityRegister, AuthorityRegister>()
        .AddScoped<KeepLiaisonsHandler>()
        .AddScoped<StartContactHandler>()
        .AddScoped<IWorkList, LiaisonWork>();

    private static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddScoped<AskNetworkHandler>()
        .AddScoped<IWorkList, QuestionWork>()
        .AddScoped<OfferHelpHandler>()
        .AddScoped<IOffersByNeed, OffersByNeed>()
        .AddScoped<IWorkList, OfferWork>();

    private static IServiceCollection AddReadiness(this IServiceCollection services) => services
        .AddScoped<ReadinessWindow>()
        .AddScoped<IOnLeavingNetwork>(s => s.GetRequiredService<ReadinessWindow>())
        .AddScoped<RateReadinessHandler>()
        .AddScoped<IDataToHandBack, ReadinessHandBack>()
        .AddScoped<IWorkList, ReadinessWork>();

    private static IServiceCollection AddBeyondWalls(this IServiceCollection services) => services
        .AddScoped<IBeyondWalls, MembershipsBeyond>()
        .AddScoped<IBeyondWalls, GroupsBeyond>()
        .AddScoped<IBeyondWalls, LiaisonsBeyond>()
        .AddScoped<IBeyondWalls, QuestionsBeyond>()
        .AddScoped<IBeyondWalls, OffersBeyond>();

    private static IServiceCollection AddSchoolTimes(this IServiceCollection services) => services
        .AddScoped<ISchoolTimes, SchoolTimesBook>()
        .AddScoped<KeepTimesHandler>()
        .AddScoped<IWorkList, TimesWork>()
        .AddScoped<IDemoPart, DemoSchoolTimes>();

    private static IServiceCollection AddNetworkLife(this IServiceCollection services) => services
        .AddScoped<LeavingLife>()
        .AddScoped<IDataToHandBack>(s => s.GetRequiredService<LeavingLife>())
        .AddScoped<IOnLeavingNetwork>(s => s.GetRequiredService<LeavingLife>())
        .AddScoped<DemoCast>()
        .AddScoped<IDemoPart, DemoCharter>()
        .AddScoped<IDemoPart, DemoAuthorities>()
        .AddScoped<IDemoPart, DemoQuestions>()
        .AddScoped<IDemoPart, DemoOffers>()
        .AddScoped<IDemoPart, DemoReadiness>();
}
