using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks;

public sealed class NetworksModule : IModule
{
    public string Name => "Networks";

    public IEnumerable<PermissionRule> Permissions => NetworksPermissions.All;

    public IEnumerable<NavigationEntry> Navigation => [new(50, "Network", "/network", "users-group", NetworksPermissions.SeeNetwork)];
}

public static class NetworksRegistration
{
    public static IServiceCollection AddNetworks(this IServiceCollection services) => services
        .AddSingleton<IModule, NetworksModule>()
        .AddScoped<IActorSource, ActorSource>()
        .AddScoped<INetworkDirectory, NetworkDirectory>()
        .AddScoped<INetworkSetup, NetworkSetup>()
        .AddScoped<IDemoPart, DemoNetworks>()
        .AddScoped<IWorkList, NetworkWorkList>()
        .AddScoped<PostBook>()
        .AddScoped<People>()
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
        .AddScoped<HandBack>();
}
