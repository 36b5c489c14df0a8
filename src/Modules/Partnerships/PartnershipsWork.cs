using Causeway.Kernel;

namespace Causeway.Partnerships;

/// <summary>What waits in this room. The words stand in mails: they count and say where, and quote nothing.</summary>
internal static class PartnershipsWork
{
    public static readonly WorkKind Sheet = new("intent", "Sheets about what your school wants from a partner", "{0} sheet waits for your school's wishes", "{0} sheets wait for your school's wishes", "/partnerships");
    public static readonly WorkKind Plan = new("plan", "Plans with partners to confirm", "{0} plan waits to be confirmed", "{0} plans wait to be confirmed", "/partnerships");
    public static readonly WorkKind Signature = new("signature", "Agreements to sign", "{0} agreement waits for your signature", "{0} agreements wait for your signature", "/partnerships");
    public static readonly WorkKind Sponsor = new("sponsor", "Changes of sponsor to speak about", "{0} partnership has a new sponsor", "{0} partnerships have a new sponsor", "/partnerships") { IsNews = true };
    public static readonly WorkKind Review = new("partnership", "Partnerships to look at again", "{0} partnership is due to be looked at again", "{0} partnerships are due to be looked at again", "/partnerships");

    public static readonly WorkKind[] All = [Sheet, Plan, Signature, Sponsor, Review];
}
