using Causeway.Kernel;

namespace Causeway.Cases;

/// <summary>One part of a case, with a key and a list of people of its own.</summary>
/// <param name="Code">In keys, in the trail and in addresses.</param>
/// <param name="Name">English; the localizer's key.</param>
/// <param name="See">The permission to read it.</param>
/// <param name="Write">The permission to add to it.</param>
/// <param name="LetIn">Who may let others in: those who also write there.</param>
internal sealed record CasePartKind(string Code, string Name, string About, string See, string Write, params Role[] LetIn)
{
    /// <summary>Opened only when somebody asks for it, by a press of its own.</summary>
    public bool IsApart => Code is not (CaseParts.CoreCode or CaseParts.ChildCode);
}

internal static class CaseParts
{
    public const string CoreCode = "core";
    public const string ChildCode = "child";

    public static readonly CasePartKind Core = new(
        CoreCode, "The case", "Observations, views, targets, actions, decisions.", CasePermissions.See, CasePermissions.Write, Role.SafeguardingLead);

    public static readonly CasePartKind Child = new(
        ChildCode, "The child", "Name, class, class teacher, birth date.", CasePermissions.See, CasePermissions.Write, Role.SafeguardingLead);

    public static readonly CasePartKind Medical = new(
        "medical", "Medical and counselling", "What falls under professional secrecy.", CasePermissions.SeeMedical, CasePermissions.WriteMedical, Role.Counsellor);

    public static readonly CasePartKind Contact = new(
        "protected-contact", "Protected contact", "A safe address; how and when somebody may be reached.", CasePermissions.SeeContact, CasePermissions.WriteContact, Role.SafeguardingLead);

    public static readonly CasePartKind Legal = new(
        "legal", "Legal and police", "Reports, orders, proceedings.", CasePermissions.SeeLegal, CasePermissions.WriteLegal, Role.SafeguardingLead);

    public static readonly IReadOnlyList<CasePartKind> All = [Core, Child, Medical, Contact, Legal];

    public static CasePartKind? Of(string? code) => All.FirstOrDefault(p => p.Code == code);
}
