using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships;

/// <summary>What waits of talks and files. The words stand in mails: they count and say where, and quote nothing.</summary>
internal static class JointWork
{
    public static readonly WorkKind Talk = new("talk", "Talks with partners to answer", "{0} talk with a partner waits for your side's answer", "{0} talks with partners wait for your side's answer", "/partnerships");
    public static readonly WorkKind Keepers = new("keepers", "Files of partnerships that need a keeper", "{0} partnership has files that need a keeper", "{0} partnerships have files that need a keeper", "/partnerships");
    public static readonly WorkKind Project = new("project-ends", "Joint projects whose last day has passed", "{0} joint project can be finished", "{0} joint projects can be finished", "/partnerships");

    public static readonly WorkKind[] All = [Talk, Keepers, Project];

    public static IServiceCollection AddJointWork(this IServiceCollection services) => services
        .AddScoped<FileBook>()
        .AddScoped<KeepFilesHandler>()
        .AddScoped<ProjectBook>()
        .AddScoped<KeepProjectsHandler>()
        .AddScoped<AskMails>()
        .AddScoped<CallTalkHandler>()
        .AddScoped<StoryBook>()
        .AddScoped<NextSteps>()
        .AddScoped<IStorySource, AgreedStory>()
        .AddScoped<IStorySource, DoneStory>()
        .AddScoped<IStorySource, MadeStory>()
        .AddScoped<IDemoPart, DemoJointWork>()
        .AddScoped<IWorkList, JointWorkList>();
}
