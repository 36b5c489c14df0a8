using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships;

public sealed class PartnershipsModule : IModule
{
    public string Name => "Partnerships";

    public IEnumerable<PermissionRule> Permissions => PartnershipsPermissions.All;

    public IEnumerable<WorkKind> Work => [.. PartnershipsWork.All, .. KeepAlive.Work, .. JointWork.All, .. Reviews.Work];

    public IEnumerable<NavigationEntry> Navigation => [new(60, "Partnerships", "/partnerships", "link", PartnershipsPermissions.See)];
}

public static class PartnershipsRegistration
{
    public static IServiceCollection AddPartnerships(this IServiceCollection services) => services
        .AddSingleton<IModule, PartnershipsModule>()
        .AddScoped<IOutsideCheck, ExaminedBodies>()
        .AddKeepAlive()
        .AddJointWork()
        .AddReviews()
        .AddScoped<PartnershipDoor>()
        .AddScoped<PartyMails>()
        .AddScoped<GateBook>()
        .AddScoped<ChangeStageHandler>()
        .AddScoped<BeginPartnershipHandler>()
        .AddScoped<ChangeBasicsHandler>()
        .AddScoped<KeepPartiesHandler>()
        .AddScoped<DescribePartyHandler>()
        .AddScoped<SheetBook>()
        .AddScoped<FollowGuideHandler>()
        .AddScoped<PlanBook>()
        .AddScoped<KeepPlanHandler>()
        .AddScoped<AgreementBook>()
        .AddScoped<MakeAgreementHandler>()
        .AddScoped<SignAgreementHandler>()
        .AddScoped<IBeyondWalls, PartnershipsBeyond>()
        .AddScoped<IOnLeavingNetwork, LeavingPartnerships>()
        .AddScoped<IDemoPart, DemoPartnerships>()
        .AddScoped<IWorkList, PartnershipsWorkList>();
}
