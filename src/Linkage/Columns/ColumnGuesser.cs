namespace Causeway.Linkage;

/// <summary>
/// Says what each column holds. A header word decides where it is plain ("e-mail", "telefon"); the values decide where it is
/// not, and they overrule a header that they contradict.
/// </summary>
internal static class ColumnGuesser
{
    private const int SampleSize = 4000;

    public static FieldKind[] Guess(RecordTable table)
    {
        var kinds = new FieldKind[table.Columns.Count];
        var shapes = new ValueShapes[kinds.Length];
        for (int i = 0; i < kinds.Length; i++)
        {
            TextColumn column = table.Columns[i];
            shapes[i] = ValueShapes.Of(column, SampleSize);
            kinds[i] = column.StatedKind ?? OfColumn(column, shapes[i]);
        }

        SettleNames(table, kinds, shapes);
        DropShortDateParts(kinds);
        return kinds;
    }

    private static FieldKind OfColumn(TextColumn column, ValueShapes shapes)
    {
        if (shapes.Filled == 0)
        {
            return FieldKind.Ignored;
        }

        if (shapes.Email > 0.7)
        {
            return FieldKind.Email;
        }

        FieldKind? said = HeaderWords.Find(column.Name);
        if (said is { } kind && shapes.Allows(kind))
        {
            return kind;
        }

        if (shapes.Website > 0.7)
        {
            return FieldKind.Website;
        }

        if (said is not null)
        {
            return FieldKind.Ignored;
        }

        return shapes.Date > 0.8 ? FieldKind.BirthDate
            : shapes.Phone > 0.8 && shapes.Different > 0.5 ? FieldKind.Phone
            : shapes.OneWordLetters > 0.8 && shapes.Different < 0.2 && shapes.Values <= 400 ? FieldKind.Category
            : FieldKind.Ignored;
    }

    /// <summary>A column headed just "name" holds persons or organisations; a table with given and family names needs neither.</summary>
    private static void SettleNames(RecordTable table, FieldKind[] kinds, ValueShapes[] shapes)
    {
        bool organisationBeside = kinds.Contains(FieldKind.OrganisationName);
        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == FieldKind.Name && table.Columns[i].StatedKind is null && !organisationBeside
                && shapes[i].GivenNames < 0.3)
            {
                kinds[i] = FieldKind.OrganisationName;
            }
        }

        if (kinds.Contains(FieldKind.Name) || kinds.Contains(FieldKind.PersonName) || kinds.Contains(FieldKind.GivenName)
            || kinds.Contains(FieldKind.FamilyName) || kinds.Contains(FieldKind.OrganisationName))
        {
            return;
        }

        int best = -1;
        for (int i = 0; i < kinds.Length; i++)
        {
            bool free = kinds[i] == FieldKind.Ignored && table.Columns[i].StatedKind is null && shapes[i].Letters > 0.8;
            if (free && (best < 0 || shapes[i].Different * shapes[i].Filled > shapes[best].Different * shapes[best].Filled))
            {
                best = i;
            }
        }

        if (best >= 0)
        {
            kinds[best] = shapes[best].GivenNames < 0.3 ? FieldKind.OrganisationName : FieldKind.PersonName;
        }
    }

    /// <summary>A lone day or month column is no birth date; it only counts beside a year.</summary>
    private static void DropShortDateParts(FieldKind[] kinds)
    {
        if (kinds.Contains(FieldKind.BirthYear))
        {
            return;
        }

        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is FieldKind.BirthMonth or FieldKind.BirthDay)
            {
                kinds[i] = FieldKind.Ignored;
            }
        }
    }
}
