namespace Causeway.Linkage;

/// <summary>
/// Finds mailboxes of desks ("info@", and whatever a language calls it) from the data: the same word before the @ stands at
/// many domains and has nothing to do with the names beside it.
/// </summary>
internal static class DeskMailboxes
{
    private const int ManyDomains = 4;

    public static bool[] Find(RecordFeatures features)
    {
        var domains = new int[features.MailLocals.Count];
        var likeName = new int[features.MailLocals.Count];
        for (int mail = 1; mail < features.MailKeys.Count; mail++)
        {
            domains[features.MailLocals.Add(features.Mails[mail].Local)]++;
        }

        for (int row = 0; row < features.Count; row++)
        {
            int local = features.MailLocal[row];
            if (local != 0 && domains[local] >= ManyDomains && TakesAfter(features, features.Names[features.Name[row]], local))
            {
                likeName[local]++;
            }
        }

        var generic = new bool[domains.Length];
        for (int local = 1; local < generic.Length; local++)
        {
            generic[local] = new MailAddress(features.MailLocals.Text(local), "").IsGenericWord
                || (domains[local] >= ManyDomains && likeName[local] * 4 < features.MailLocals.Records(local));
        }

        return generic;
    }

    private static bool TakesAfter(RecordFeatures features, NameForm name, int local)
    {
        string text = features.MailLocals.Text(local);
        foreach (int word in name.Words)
        {
            string part = features.NameWords.Text(word);
            if (part.Length >= 3 && text.Contains(part[..3], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
