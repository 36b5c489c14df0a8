namespace Causeway.ResourceDirectory;

/// <summary>
/// What a person typed, put into a listing. A field whose words were left as they stood keeps its facts exactly: the wording
/// of the list it came from, its dates, its codes. What was typed and not understood is kept as typed.
/// </summary>
internal static class TypedChange
{
    private static readonly FactField[] SpeakOfConcerns =
        [FactField.HelpOffered, FactField.Profession, FactField.Position, FactField.Methods, FactField.Description];

    /// <param name="listing">Null: a new one.</param>
    /// <param name="typed">Fields that are not in it stay as they are.</param>
    /// <param name="families">Null: the filing stays as it is; empty: file it by its words.</param>
    /// <returns>No draft where nobody is named.</returns>
    public static (ListingDraft? Draft, UnderstoodRow Row) Read(
        Listing? listing, IReadOnlyDictionary<ListColumn, string> typed, ListingPlace place, IReadOnlyCollection<ProfessionFamily>? families, ListReadingOptions options)
    {
        var before = listing is null ? null : ListingFields.Typed(listing);
        var changed = typed.Where(t => !Same(t.Value, before?.GetValueOrDefault(t.Key))).ToDictionary(t => t.Key, t => t.Value);
        var words = new Dictionary<ListColumn, string>(changed);
        foreach (var name in (ListColumn[])[ListColumn.PersonName, ListColumn.Organisation])
        {
            words[name] = typed.GetValueOrDefault(name) ?? before?.GetValueOrDefault(name) ?? "";
        }

        var draft = ListingFields.Read(words, place, [], options, out var row);
        if (draft is null)
        {
            return (null, row);
        }

        var isRenamed = listing is null || listing.Place != place || changed.ContainsKey(ListColumn.PersonName) || changed.ContainsKey(ListColumn.Organisation);
        var facts = Merged(listing, draft, [.. changed.Keys], isRenamed);
        facts.AddRange(Unread(changed, facts));
        AddConcerns(facts, listing, changed);
        AddFamilies(facts, listing, families, place);
        return (draft with
        {
            Kind = isRenamed ? draft.Kind : listing!.Kind,
            Name = isRenamed ? draft.Name : listing!.Name,
            Facts = [.. facts.Distinct().OrderBy(f => f.Field)],
            Note = listing?.Note,
        }, row);
    }

    /// <summary>A field that people fill in with words of which we read figures, codes or dates.</summary>
    public static bool IsUnderstood(Fact fact) => fact.Field switch
    {
        FactField.Phone or FactField.DirectLine or FactField.Mobile or FactField.Email or FactField.Languages or FactField.Delivery
            or FactField.ConfirmedOn or FactField.LeavesOn or FactField.LicenceUntil or FactField.BodyKind or FactField.Stage
            or FactField.Stability or FactField.Concern => fact.Code is not null,
        FactField.Ages or FactField.WaitingTime => (fact.From ?? fact.To) is not null,
        FactField.Fee => (fact.From ?? fact.To) is not null || fact.Detail == "Free",
        _ => true,
    };

    private static List<Fact> Merged(Listing? listing, ListingDraft draft, HashSet<ListColumn> changed, bool isRenamed)
    {
        var fields = changed.Select(ListingFields.Field).ToHashSet();
        var kept = (listing?.Facts ?? []).Where(f => f.Field == FactField.Name ? !isRenamed : !fields.Contains(f.Field));
        var fresh = draft.Facts.Where(f => f.Field switch
        {
            FactField.Name => isRenamed,
            FactField.Organisation => changed.Contains(ListColumn.Organisation) || listing is null,
            FactField.Concern => changed.Contains(ListColumn.Concern),
            FactField.Family => false,
            _ => true,
        });
        return [.. kept.Concat(fresh)];
    }

    /// <summary>Words of which no fact came: they stay, as they are, at the field where they were typed.</summary>
    private static List<Fact> Unread(Dictionary<ListColumn, string> changed, List<Fact> facts) => changed
        .Where(c => c.Value.Trim().Length > 0 && !NoValue.Is(c.Value) && c.Key != ListColumn.PersonName)
        .Where(c => !facts.Exists(f => f.Field == ListingFields.Field(c.Key) || (f.Original ?? f.Text).Length > 3 && c.Value.Contains(f.Original ?? f.Text, StringComparison.Ordinal)))
        .Select(c => new Fact(ListingFields.Field(c.Key), c.Value.Trim() is { Length: <= 2000 } text ? text : c.Value.Trim()[..2000]))
        .ToList();

    private static void AddConcerns(List<Fact> facts, Listing? listing, Dictionary<ListColumn, string> changed)
    {
        var isGuess = facts.Of(FactField.Concern).All(f => f.Detail == "Guessed");
        var isAsked = listing is null || changed.Keys.Any(c => SpeakOfConcerns.Contains(ListingFields.Field(c)));
        if (isGuess && isAsked && !changed.ContainsKey(ListColumn.Concern))
        {
            facts.RemoveAll(f => f.Field == FactField.Concern);
            facts.AddRange(CodedFacts.GuessConcerns(facts));
        }
    }

    private static void AddFamilies(List<Fact> facts, Listing? listing, IReadOnlyCollection<ProfessionFamily>? families, ListingPlace place)
    {
        if (families is null && facts.Has(FactField.Family) && place == ListingPlace.Outside)
        {
            return;
        }

        facts.RemoveAll(f => f.Field == FactField.Family);
        if (place == ListingPlace.Outside)
        {
            var filed = families is { Count: > 0 } ? families : FamilyWords.Guess(facts);
            facts.AddRange(filed.Distinct().Select(ListingFields.Filed));
        }
    }

    private static bool Same(string? a, string? b) => Plain(a) == Plain(b);

    /// <summary>A browser sends line breaks of its own and a cell shows none: blanks do not count.</summary>
    private static string Plain(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
