using Causeway.Kernel;

namespace Causeway.Instruments;

internal static class InstrumentsPermissions
{
    public const string See = "instrument.see";

    /// <summary>Copy, change, import and retire the network's own instruments.</summary>
    public const string Keep = "instrument.keep";

    /// <summary>See waves one's organisation takes part in.</summary>
    public const string SeeWaves = "wave.see";

    public const string SeeAllWaves = "wave.see-all";

    /// <summary>Open and close a wave: the coordinator for everybody, others for their own organisation alone.</summary>
    public const string OpenWave = "wave.open";

    /// <summary>Answer what one was asked.</summary>
    public const string Answer = "wave.answer";

    public const string SeeDiligence = "diligence.see";

    /// <summary>Put a body forward, gather answers and proofs, submit, drop.</summary>
    public const string Propose = "diligence.propose";

    /// <summary>Conclude, ask for a change, reject, revoke, mark a condition as met. Never one's own proposal.</summary>
    public const string Decide = "diligence.decide";

    /// <summary>Read how one's own organisation plans to grow; the coordinator reads all.</summary>
    public const string SeeGrowth = "growth.see";

    /// <summary>Begin the plan, choose its areas, plan steps, note help.</summary>
    public const string PlanGrowth = "growth.plan";

    private static readonly Role[] Members =
        [Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor, Role.Teacher, Role.SeniorLeader, Role.DataProtectionOfficer];

    public static readonly PermissionRule[] All =
    [
        new(See, Relation.OwnNetwork, Members),
        new(Keep, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SafeguardingLead),
        new(SeeWaves, Relation.OwnNetwork, Members),
        new(SeeAllWaves, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(OpenWave, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SafeguardingLead, Role.SeniorLeader),
        new(Answer, Relation.Self, Members),
        new(SeeGrowth, Relation.OwnNetwork, Members),
        new(PlanGrowth, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SafeguardingLead, Role.SeniorLeader),
        new(SeeDiligence, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SafeguardingLead, Role.SeniorLeader, Role.DataProtectionOfficer),
        new(Propose, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SafeguardingLead),
        new(Decide, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SeniorLeader),
    ];
}
