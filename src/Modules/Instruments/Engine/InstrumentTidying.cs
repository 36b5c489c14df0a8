using Causeway.Kernel;

namespace Causeway.Instruments;

/// <summary>Texts without blanks around them and with one kind of line end, nothing null: one spelling for one content.</summary>
internal static class InstrumentTidying
{
    public static Instrument Tidy(Instrument typed)
    {
        return typed with
        {
            Key = Tidy(typed.Key),
            Text = Tidy(typed.Text),
            Help = Tidy(typed.Help),
            Language = Tidy(typed.Language),
            Author = Tidy(typed.Author),
            Idea = Tidy(typed.Idea),
            Licence = Tidy(typed.Licence),
            Origin = Tidy(typed.Origin),
            Translations = Tidy(typed.Translations),
            Sections = [.. (typed.Sections ?? []).Select(s => TidySection(s ?? new()))],
        };
    }

    public static Item TidyItem(Item typed)
    {
        return typed with
        {
            Key = Tidy(typed.Key),
            Text = Tidy(typed.Text),
            Help = Tidy(typed.Help),
            Verify = Tidy(typed.Verify),
            Evidence = Tidy(typed.Evidence),
            RaisedBy = Tidy(typed.RaisedBy),
            ShownIf = typed.ShownIf is { } shown ? shown with { Item = Tidy(shown.Item), Answers = Tidy(shown.Answers) } : null,
            Translations = Tidy(typed.Translations),

            // 1.0 and 1 are one weight, and are spelt alike.
            Weight = typed.Weight / 1.000000000000000000000000000000000m,
            Choices = [.. (typed.Choices ?? []).Select(c => TidyChoice(c ?? new()))],
        };
    }

    private static Section TidySection(Section typed)
    {
        return typed with
        {
            Key = Tidy(typed.Key),
            Text = Tidy(typed.Text),
            Help = Tidy(typed.Help),
            Translations = Tidy(typed.Translations),
            Items = [.. (typed.Items ?? []).Select(i => TidyItem(i ?? new()))],
        };
    }

    private static Choice TidyChoice(Choice typed)
    {
        return typed with { Key = Tidy(typed.Key), Text = Tidy(typed.Text), Help = Tidy(typed.Help), Translations = Tidy(typed.Translations) };
    }

    private static string Tidy(string? text) => FormText.Tidy(text);

    private static string[] Tidy(IReadOnlyList<string>? texts)
    {
        return [.. (texts ?? []).Select(Tidy).Where(t => t.Length > 0)];
    }

    private static Translation[] Tidy(IReadOnlyList<Translation>? all)
    {
        return [.. (all ?? []).Select(t => t ?? new()).Select(t => t with { Language = Tidy(t.Language), Text = Tidy(t.Text), Help = Tidy(t.Help) })];
    }
}
