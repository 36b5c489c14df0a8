using Causeway.Kernel;

namespace Causeway.Cases;

/// <summary>
/// The rows "Case core" and "Part …" of the permission matrix. They are the first lock only: without a live grant of the very
/// person, none of them opens anything (docs/keys.md).
/// </summary>
internal static class CasePermissions
{
    /// <summary>The list of one's own cases, who the child is, and what was written in the core.</summary>
    public const string See = "case.see";

    /// <summary>Observations, views, targets and actions.</summary>
    public const string Write = "case.write";

    /// <summary>Open a case, lead it, close it.</summary>
    public const string Lead = "case.lead";

    /// <summary>Let people in, put them out, keep people with a conflict of interest out.</summary>
    public const string LetIn = "case.let-in";

    public const string SeeMedical = "case.medical.see";
    public const string WriteMedical = "case.medical.write";
    public const string SeeContact = "case.contact.see";
    public const string WriteContact = "case.contact.write";
    public const string SeeLegal = "case.legal.see";
    public const string WriteLegal = "case.legal.write";

    /// <summary>What one has begun to write and not kept yet; nobody else's.</summary>
    public const string Draft = "draft.keep";

    public static readonly PermissionRule[] All =
    [
        new(See, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader),
        new(Write, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor),
        new(Lead, Relation.OwnOrganisation, Role.SafeguardingLead),
        new(LetIn, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor),
        new(SeeMedical, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor),
        new(WriteMedical, Relation.OwnOrganisation, Role.Counsellor),
        new(SeeContact, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor),
        new(WriteContact, Relation.OwnOrganisation, Role.SafeguardingLead),
        new(SeeLegal, Relation.OwnOrganisation, Role.SafeguardingLead, Role.SeniorLeader),
        new(WriteLegal, Relation.OwnOrganisation, Role.SafeguardingLead),
        new(Draft, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor, Role.Teacher, Role.SeniorLeader, Role.DataProtectionOfficer),
    ];
}
