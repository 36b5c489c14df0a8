using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships;

/// <summary>What waits so that a partnership stays alive. The words stand in mails: they count and say where, and quote nothing.</summary>
internal static class KeepAlive
{
    public static readonly WorkKind Slipping = new("slipping", "Signs that a partnership slips", "{0} partnership shows signs of slipping", "{0} partnerships show signs of slipping", "/partnerships");
    public static readonly WorkKind TakeOver = new("take-over", "Partnerships you are asked to take over", "{0} partnership asks whether you take it over", "{0} partnerships ask whether you take them over", "/partnerships");
    public static readonly WorkKind HandingOver = new("hand-over", "Hand-overs of partnerships", "{0} hand-over of a partnership to finish", "{0} hand-overs of partnerships to finish", "/partnerships");
    public static readonly WorkKind NewSponsor = new("sponsor-signs", "Sponsors who have not signed", "{0} sponsor of a partnership has to sign", "{0} sponsors of partnerships have to sign", "/partnerships");
    public static readonly WorkKind TermWords = new("term-words", "What your side says each term", "{0} partnership waits for your side's word of this term", "{0} partnerships wait for your side's word of this term", "/partnerships");

    public static readonly WorkKind[] Work = [Slipping, TakeOver, HandingOver, NewSponsor, TermWords];

    public static IServiceCollection AddKeepAlive(this IServiceCollection services) => services
        .AddScoped<KeepContactHandler>()
        .AddScoped<HealthBook>()
        .AddScoped<RunHealthHandler>()
        .AddScoped<KeepLedgerHandler>()
        .AddScoped<KeepLearnedHandler>()
        .AddScoped<RunHandOverHandler>()
        .AddScoped<SignAsSponsorHandler>()
        .AddScoped<IDemoPart, DemoKeepAlive>()
        .AddScoped<IWorkList, KeepAliveWork>();
}
