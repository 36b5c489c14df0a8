using Causeway.Kernel;

namespace Causeway.Cases;

/// <summary>Handing in, and reading what was handed in. The first lock only: the key of each slip is the second.</summary>
internal static class WorryPermissions
{
    /// <summary>Whoever works at a school may report; nobody sees more for it than how far it is.</summary>
    public const string Report = "worry.report";

    public const string See = "worry.see";

    /// <summary>The register of concerns about adults, apart from every child's case (R8).</summary>
    public const string SeeRegister = "register.see";

    /// <summary>Who receives what is said about the head.</summary>
    public const string KeepChair = "register.chair";

    public static readonly PermissionRule[] All =
    [
        new(Report, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor, Role.Teacher, Role.SeniorLeader, Role.DataProtectionOfficer),
        new(See, Relation.OwnOrganisation, Role.SafeguardingLead),
        new(SeeRegister, Relation.OwnOrganisation, Role.SeniorLeader, Role.SafeguardingLead),
        new(KeepChair, Relation.OwnOrganisation, Role.SeniorLeader, Role.SafeguardingLead),
    ];
}
