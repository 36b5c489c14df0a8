namespace Causeway.ResourceDirectory;

/// <summary>What a listing will say once the newer list was followed.</summary>
/// <param name="Changed">Fields in which the list's word is taken over.</param>
/// <param name="ByHand">Fields a person changed here in which the list says otherwise; the person's word stands.</param>
internal sealed record MergedLine(ListingDraft Draft, IReadOnlyList<FactField> Changed, IReadOnlyList<FactField> ByHand, bool NoteChanges)
{
    public bool IsChange => Changed.Count > 0 || NoteChanges;
}

/// <summary>
/// Three words on each field: what the list said last time, what stands here now, what the list says today. What only the
/// list changed is followed; what a person changed here stays, unless the person says that the list is right.
/// </summary>
internal static class LineMerge
{
    public static MergedLine Merge(Listing now, ListedLine said, ListingDraft list, IReadOnlySet<FactField> spoken, bool listWins)
    {
        var changed = new List<FactField>();
        var byHand = new List<FactField>();
        foreach (var field in now.Facts.Concat(list.Facts).Select(f => f.Field).Distinct().Order())
        {
            var (mine, theirs, before) = (ListedLine.MarkOf(now.Facts, field), ListedLine.MarkOf(list.Facts, field), said.Mark(field));
            // A list without such a column says nothing of it; that is no "no". Families are guessed: no guess takes none away.
            if (mine == theirs || (theirs == 0 && !spoken.Contains(field)))
            {
                continue;
            }

            (listWins || mine == before ? changed : byHand).Add(field);
        }

        var note = NoteOf(now, said, list);
        var facts = now.Facts.Where(f => !changed.Contains(f.Field)).Concat(list.Facts.Where(f => changed.Contains(f.Field))).OrderBy(f => f.Field).ToList();
        var kind = changed.Contains(FactField.Name) ? list.Kind : now.Kind;
        var name = changed.Contains(FactField.Name) ? list.Name : now.Name;
        return new(new ListingDraft(now.Place, kind, name, facts, note), changed, byHand, note != now.Note);
    }

    /// <summary>Gives back what stood before a change, except where a person wrote something else since.</summary>
    public static ListingDraft Undo(Listing now, ImportChange change)
    {
        var back = now.Facts.Concat(change.Before).Concat(change.After).Select(f => f.Field).Distinct()
            .Where(f => ListedLine.MarkOf(now.Facts, f) == ListedLine.MarkOf(change.After, f)).ToHashSet();
        var facts = now.Facts.Where(f => !back.Contains(f.Field)).Concat(change.Before.Where(f => back.Contains(f.Field))).OrderBy(f => f.Field).ToList();
        return new(
            now.Place,
            now.Kind == change.KindAfter ? change.KindBefore : now.Kind,
            facts.First(FactField.Name) ?? now.Name,
            facts,
            now.Note == change.NoteAfter ? change.NoteBefore : now.Note);
    }

    // A note is the school's own: the list's newer note replaces only what the list itself wrote, and silence replaces nothing.
    private static string? NoteOf(Listing now, ListedLine said, ListingDraft list) =>
        list.Note is not null && list.Note != now.Note && ListedLine.MarkOf(now.Note) == said.Note && ListedLine.MarkOf(list.Note) != said.Note
            ? list.Note
            : now.Note;
}

/// <summary>Which facts a list can speak of at all, by its columns.</summary>
internal static class SpokenFields
{
    private static readonly ListColumn[] Phones = [ListColumn.Phone, ListColumn.DirectLine, ListColumn.Mobile, ListColumn.Fax, ListColumn.Extension];

    public static IReadOnlySet<FactField> Of(ListImport import)
    {
        var columns = import.Columns.Select(c => c.Column).ToHashSet();
        var spoken = new HashSet<FactField> { FactField.Name };
        foreach (var field in Enum.GetValues<FactField>())
        {
            var own = Enum.TryParse<ListColumn>(field.ToString(), out var same) && columns.Contains(same);
            if (own || field switch
            {
                FactField.Organisation => columns.Contains(ListColumn.PersonOrBody),
                FactField.Phone or FactField.DirectLine or FactField.Mobile or FactField.Fax => columns.Overlaps(Phones),
                FactField.Address => columns.Contains(ListColumn.Street),
                FactField.HelpOffered => columns.Contains(ListColumn.Category),
                FactField.Profession => columns.Contains(ListColumn.SchoolRole),
                _ => false,
            })
            {
                spoken.Add(field);
            }
        }

        return spoken;
    }
}
