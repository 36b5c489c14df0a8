using Causeway.Kernel;

namespace Causeway.Meetings;

/// <summary>What waits in this room. The words stand in mails: they count and say where, and quote nothing.</summary>
internal static class MeetingsWork
{
    public static readonly WorkKind Action = new("action", "Actions you took on in meetings", "{0} action you took on", "{0} actions you took on", "/meetings/actions");
    public static readonly WorkKind Invitation = new("meeting", "Meetings to answer", "{0} meeting asks whether you come", "{0} meetings ask whether you come", "/meetings");
    public static readonly WorkKind Seat = new("seat", "Meetings without anybody of your school", "{0} meeting has nobody of your school yet", "{0} meetings have nobody of your school yet", "/meetings");
    public static readonly WorkKind Minutes = new("minutes", "Minutes to send round or to approve", "{0} set of minutes to send round or to approve", "{0} sets of minutes to send round or to approve", "/meetings");
    public static readonly WorkKind Missing = new("missing", "Meetings to which a school sends nobody", "{0} meeting to which a school sends nobody", "{0} meetings to which a school sends nobody", "/meetings");
    public static readonly WorkKind Circulated = new("circulated", "Minutes to read", "{0} set of minutes to read", "{0} sets of minutes to read", "/meetings") { IsNews = true };

    public static readonly WorkKind[] All = [Action, Invitation, Seat, Minutes, Missing, Circulated];
}
