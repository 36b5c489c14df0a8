using Causeway.Kernel;

namespace Causeway.Meetings;

/// <summary>The row "Network meeting, minutes" of the permission matrix.</summary>
internal static class MeetingsPermissions
{
    /// <summary>See meetings: all of the network, or where <see cref="SeeAll"/> is missing those one is invited to.</summary>
    public const string See = "meeting.see";

    public const string SeeAll = "meeting.see-all";

    /// <summary>Plan, move, cancel, open, close; invite; excuse a school; approve minutes.</summary>
    public const string Plan = "meeting.plan";

    /// <summary>Add to a meeting: agenda, attendance, outcomes, the draft of the minutes.</summary>
    public const string Append = "meeting.append";

    /// <summary>Answer one's own invitation and tell the result of one's own action.</summary>
    public const string Answer = "meeting.answer";

    private static readonly Role[] Readers =
        [Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader, Role.DataProtectionOfficer];

    private static readonly Role[] Everybody = [.. Readers, Role.Teacher, Role.Outsider, Role.PartnerContact];

    public static readonly PermissionRule[] All =
    [
        new(See, Relation.OwnNetwork, Everybody),
        new(SeeAll, Relation.OwnNetwork, Readers),
        new(Plan, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(Append, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader),
        new(Answer, Relation.Self, Everybody),
    ];
}
