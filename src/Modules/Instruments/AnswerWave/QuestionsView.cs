namespace Causeway.Instruments;

/// <summary>Some questions and what was answered so far.</summary>
internal sealed record QuestionsView(Instrument Instrument, IReadOnlyList<Item> Items, AnswerSheet Sheet);

/// <summary>What the two pages for answering, signed in and by link, both show.</summary>
/// <param name="Here">Address without the place.</param>
internal sealed record AnswerSteps(AnswerView View, int Place, string Here)
{
    public QuestionsView Questions => new(View.Instrument, View.ItemsAt(Place), View.Sheet);

    public bool IsLookBack => Place >= View.Instrument.Sections.Count;

    /// <summary>Those that are shown and have no answer, with the section to go to.</summary>
    public IReadOnlyList<(Item Item, int Place)> Open =>
        [.. View.Instrument.Sections.SelectMany((_, n) => View.ItemsAt(n).Where(i => i.Kind != ItemKind.Text && View.Sheet[i.Key] is null).Select(i => (i, n)))];
}
