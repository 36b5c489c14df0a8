using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Meetings;

public sealed class MeetingsModule : IModule
{
    public string Name => "Meetings";

    public IEnumerable<PermissionRule> Permissions => MeetingsPermissions.All;

    public IEnumerable<WorkKind> Work => MeetingsWork.All;

    public IEnumerable<NavigationEntry> Navigation => [new(40, "Meetings", "/meetings", "calendar-event", MeetingsPermissions.See)];
}

public static class MeetingsRegistration
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<IModule, MeetingsModule>()
        .AddScoped<MeetingDoor>()
        .AddScoped<SeriesWork>()
        .AddScoped<ClashBook>()
        .AddScoped<SlotBook>()
        .AddScoped<PollBook>()
        .AddScoped<PollMails>()
        .AddScoped<AskForTimesHandler>()
        .AddScoped<AnswerPollHandler>()
        .AddScoped<KeepPollHandler>()
        .AddScoped<IWorkList, PollWork>()
        .AddScoped<DemoSpeakers>()
        .AddScoped<IDemoPart, DemoPolls>()
        .AddScoped<IDemoPart, DemoPapers>()
        .AddScoped<IDemoPart, DemoNeutral>()
        .AddScoped<PlanSeriesHandler>()
        .AddScoped<ChangeSeriesHandler>()
        .AddScoped<MoveMeetingHandler>()
        .AddScoped<EditAgendaHandler>()
        .AddScoped<InvitePeopleHandler>()
        .AddScoped<InvitationMails>()
        .AddScoped<CalendarPost>()
        .AddScoped<Reminders>()
        .AddScoped<ChangeTimesHandler>()
        .AddScoped<TakeReplyHandler>()
        .AddScoped<AnswerHandler>()
        .AddScoped<RepresentationBook>()
        .AddScoped<MeetingDesk>()
        .AddScoped<IMeetingDesk>(s => s.GetRequiredService<MeetingDesk>())
        .AddScoped<NeutralMails>()
        .AddScoped<AnswerNeutralHandler>()
        .AddScoped<MeetingReader>()
        .AddScoped<MeetingsOfSchool>()
        .AddScoped<LeavingMeetings>()
        .AddScoped<IDataToHandBack>(s => s.GetRequiredService<LeavingMeetings>())
        .AddScoped<IOnLeavingNetwork>(s => s.GetRequiredService<LeavingMeetings>())
        .AddScoped<PaperBook>()
        .AddScoped<KeepPapersHandler>()
        .AddScoped<HoldMeetingHandler>()
        .AddScoped<MarkAttendanceHandler>()
        .AddScoped<RecordOutcomesHandler>()
        .AddScoped<ActionsHandler>()
        .AddScoped<WriteMinutesHandler>()
        .AddScoped<MeetingCalendar>()
        .AddScoped<FeedsHandler>()
        .AddScoped<IJobHandler, SeriesRound>()
        .AddScoped<IJobHandler, TellCalendars>()
        .AddScoped<IWorkList, MeetingsWorkList>()
        .AddScoped<IDemoPart, DemoMeetings>();
}
