using Causeway.Networks;

namespace Causeway.ResourceDirectory;

/// <param name="Typed">What it is now, for <see cref="CheckAnswer.Changed"/>; only what was typed differently counts.</param>
internal sealed record GroupAnswer(FieldGroup Group, CheckAnswer Answer, IReadOnlyDictionary<ListColumn, string> Typed)
{
    public static GroupAnswer Plain(FieldGroup group, CheckAnswer answer) => new(group, answer, new Dictionary<ListColumn, string>());
}

/// <summary>Everything that was answered about one entry at once.</summary>
/// <param name="Departed">Null: still there.</param>
/// <param name="MayBePublic">The professional's own word on whether the public may read of them; null: not said.</param>
internal sealed record EntryAnswer(IReadOnlyList<GroupAnswer> Groups, DepartureReason? Departed = null, string? Successor = null, bool? MayBePublic = null)
{
    public CheckOutcome Outcome => Departed is not null ? CheckOutcome.Gone
        : Groups.Any(g => g.Answer == CheckAnswer.Changed) ? CheckOutcome.Changed
        : Groups.Any(g => g.Answer == CheckAnswer.Right) ? CheckOutcome.Confirmed
        : CheckOutcome.NotKnown;

    /// <summary>One tap for all that is known of the entry.</summary>
    public static EntryAnswer Of(CheckAnswer answer, Entry entry) => new(
        [.. Known(entry).Select(g => GroupAnswer.Plain(g, answer))],
        answer == CheckAnswer.Gone ? DepartureReason.Gone : null);

    public static IReadOnlyList<FieldGroup> Known(Entry entry) =>
        [.. entry.Claims.Where(c => c.Shown).Select(c => FieldGroups.Of(c.Fact.Field)).OfType<FieldGroup>().Distinct().Order()];
}

/// <summary>What stands in the fields of a group, and what a person typed over it.</summary>
internal static class Correction
{
    public static string Shown(Entry entry, ListColumn column) => string.Join("; ", entry.Claims
        .Where(c => c.Shown && FieldsOf(column, entry).Contains(c.Fact.Field))
        .Select(c => c.Fact.Original ?? c.Fact.Text).Distinct(StringComparer.Ordinal));

    /// <summary>Facts of the fields that were typed differently. What cannot be understood stays as it was typed.</summary>
    public static IReadOnlyList<Fact> Read(Entry entry, IReadOnlyDictionary<ListColumn, string> typed, ListReadingOptions options)
    {
        var changed = typed.Where(t => t.Value.Trim().Length > 0 && !string.Equals(t.Value.Trim(), Shown(entry, t.Key), StringComparison.Ordinal)).ToList();
        if (changed.Count == 0)
        {
            return [];
        }

        var fields = changed.ToDictionary(t => t.Key, t => t.Value.Trim());
        var named = entry.Kind == EntryKind.Person ? ListColumn.PersonName : ListColumn.Organisation;
        fields.TryAdd(named, entry.Name);
        var draft = ListingFields.Read(fields, entry.Place, [], options, out _);
        return [.. changed.SelectMany(t => Of(t.Key, t.Value.Trim(), entry, draft))];
    }

    private static List<Fact> Of(ListColumn column, string text, Entry entry, ListingDraft? draft)
    {
        var fields = FieldsOf(column, entry);
        var understood = draft?.Facts.Where(f => fields.Contains(f.Field)).ToList() ?? [];
        return understood.Count > 0 ? understood : [new Fact(fields[0], text.Length > 500 ? text[..500] : text)];
    }

    private static FactField[] FieldsOf(ListColumn column, Entry entry) => column switch
    {
        ListColumn.PersonName => [FactField.Name],
        ListColumn.Organisation when entry.Kind == EntryKind.Service => [FactField.Name],
        ListColumn.Phone => [FactField.Phone, FactField.Mobile, FactField.DirectLine],
        _ => [Enum.Parse<FactField>(column.ToString())],
    };
}
