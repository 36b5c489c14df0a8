using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Networks;

/// <summary>English words of the register; the localizer's keys.</summary>
internal static class LiaisonWords
{
    public static string Of(AuthorityKind kind) => kind switch
    {
        AuthorityKind.Police => "Police",
        AuthorityKind.Hospital => "Hospital",
        AuthorityKind.ChildProtectionOffice => "Child protection office",
        AuthorityKind.Court => "Court",
        AuthorityKind.Embassy => "Embassy",
        AuthorityKind.OtherAuthority => "Another authority",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(ContactWay way) => way switch
    {
        ContactWay.Meeting => "Met",
        ContactWay.Call => "Rang",
        ContactWay.Letter => "Wrote",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    /// <summary>{0} is the school or the officer.</summary>
    public static string Of(LiaisonAct act) => act switch
    {
        LiaisonAct.Opened => "Record opened; {0} keeps the tie",
        LiaisonAct.Changed => "Record changed",
        LiaisonAct.HandedOver => "Handed over to {0}",
        LiaisonAct.Confirmed => "Confirmed with the authority",
        LiaisonAct.OfficerNamed => "Officer named: {0}",
        LiaisonAct.OfficerChanged => "Officer changed: {0}",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    public static IEnumerable<SelectListItem> Kinds { get; } = [.. Enum.GetValues<AuthorityKind>().Select(k => new SelectListItem(Of(k), k.ToString()))];

    public static IEnumerable<SelectListItem> Ways { get; } = [.. Enum.GetValues<ContactWay>().Select(w => new SelectListItem(Of(w), w.ToString()))];
}
