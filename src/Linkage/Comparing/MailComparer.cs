namespace Causeway.Linkage;

/// <summary>Compares personal mail addresses; desk mailboxes belong to the place and are left to <see cref="PlaceComparer"/>.</summary>
internal sealed class MailComparer(RecordFeatures features)
{
    /// <summary>Namesakes who make their address from the name choose the same pattern once in a few times: bits of surprise.</summary>
    private const double MadeFromName = 5;

    /// <summary>From so many records on a domain is a provider's, where neighbours in spelling are other people.</summary>
    private const int ProviderRecords = 12;

    private readonly double _logCount = Math.Log2(Math.Max(2, features.Count));

    public void Compare(int left, int right, bool sameName, Evidence evidence)
    {
        int a = features.Mail[left];
        int b = features.Mail[right];
        if (a == 0 || b == 0 || features.GenericLocal[features.MailLocal[left]] || features.GenericLocal[features.MailLocal[right]])
        {
            return;
        }

        if (a == b)
        {
            evidence.Add(Signal.Mail, Level.Same, Rarity(features.MailKeys.Records(a)), a, b);
            return;
        }

        string one = features.MailKeys.Text(a);
        string other = features.MailKeys.Text(b);
        bool provider = features.MailDomain[left] == features.MailDomain[right]
            && features.Domains.Records(features.MailDomain[left]) >= ProviderRecords;
        if (IsNear(one, other, provider ? 1 : 2) && (!provider || SameDigits(one, other)))
        {
            evidence.Add(Signal.Mail, Level.Near, -1, a, b);
        }
        else if (features.MailLocal[left] == features.MailLocal[right])
        {
            double rarity = Rarity(features.MailLocals.Records(features.MailLocal[left]));
            bool made = sameName && !features.MailLocals.Text(features.MailLocal[left]).AsSpan().ContainsAnyInRange('0', '9');
            evidence.Add(Signal.Mail, Level.Partly, made ? Math.Min(rarity, MadeFromName) : Math.Max(0, rarity - 1), a, b);
        }
        else
        {
            evidence.Add(Signal.Mail, sameName && !provider && Resemble(one, other) ? Level.Resembling : Level.Different, -1, a, b);
        }
    }

    private static bool IsNear(string one, string other, int edits) =>
        Math.Min(one.Length, other.Length) >= 9 && (one[0] == other[0] || one[1] == other[1] || one[^1] == other[^1])
        && EditDistance.Between(one, other, edits) <= edits;

    /// <summary>At a provider "anna28" and "anna98" are two people, "ana28" and "anna28" one slip.</summary>
    private static bool SameDigits(string one, string other) =>
        one.Where(char.IsAsciiDigit).SequenceEqual(other.Where(char.IsAsciiDigit));

    /// <summary>Several slips in a long address; looked at only where the names agree.</summary>
    private static bool Resemble(string one, string other)
    {
        int limit = Math.Min(one.Length, other.Length) / 5;
        return limit > 2 && EditDistance.Between(one, other, limit) <= limit;
    }

    private double Rarity(int records) => Math.Max(0, _logCount - Math.Log2(Math.Max(1, records)));
}
