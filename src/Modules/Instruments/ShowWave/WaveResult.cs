using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Causeway.Instruments;

/// <summary>What a closed wave shows: scores, levels, and answers of sheets in words. Nothing here is about a single person.</summary>
internal sealed record WaveResult(WaveView View, WaveScore Score, IReadOnlyList<(WavePartner Partner, IReadOnlyList<LevelScore> Levels)> Levels, IReadOnlyList<(Item Item, IReadOnlyList<(string Name, string Answer)> Said)> Words)
{
    /// <summary>The three areas that stand lowest come to mind first; which ones are worked on is decided by people.</summary>
    public const int PriorityAreas = 3;

    public static WaveResult Of(WaveView view, IReadOnlyList<WaveView> earlier, IStringLocalizer t)
    {
        var answers = view.Answers;
        var score = WaveScore.Of(answers, [.. earlier.Select(e => e.Answers)]);
        var before = earlier.LastOrDefault(e => e.Answers.IsLike(answers) && Kinship.AreKin(e.Wave.Instrument, answers.Instrument));
        var items = answers.Instrument.Items().ToList();
        var levels = view.Partners.Where(_ => items.Any(i => i.Kind == ItemKind.Levels))
            .Select(p => (p, (IReadOnlyList<LevelScore>)[.. items.Where(i => i.Kind == ItemKind.Levels).Select(i => Level(view, p, i, before))])).ToList();
        return new(view, score, levels, [.. items.Select(i => (i, Said(i, answers, score.MayCount, t))).Where(w => w.Item2.Count > 0)]);
    }

    /// <summary>One decimal, in the reader's way of writing numbers.</summary>
    public static string Number(decimal value) => decimal.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.CurrentCulture);

    private static LevelScore Level(WaveView view, WavePartner partner, Item item, WaveView? before)
    {
        var sheets = view.Sets.Where(s => s.PartnerId == partner.Id && s.SubmittedAt is not null).Select(s => s.Sheet).ToList();

        // Two answers are as good as names; a sheet is one agreed answer and no range.
        var range = sheets.Count >= Disclosure.FewestForWords || partner.IsSheet ? sheets : [];
        var old = before?.Wave.Instrument.Find(item.Key) is { } was && before.Partners.FirstOrDefault(p => p.Key == partner.Key) is { } then
            ? (was, before.Levels.FirstOrDefault(l => l.PartnerId == then.Id && l.ItemKey == item.Key)?.Level) : ((Item, int?)?)null;
        return LevelScore.Of(item, range, view.Levels.FirstOrDefault(l => l.PartnerId == partner.Id && l.ItemKey == item.Key)?.Level, old);
    }

    /// <summary>Sheets under the partner's name; written answers of persons without any, in the order of the alphabet, from five in each partner.</summary>
    private static IReadOnlyList<(string Name, string Answer)> Said(Item item, WaveAnswers answers, bool mayShowWords, IStringLocalizer t)
    {
        if (item.Kind is ItemKind.Rating or ItemKind.Levels)
        {
            return [];
        }

        var sheets = answers.Partners.Where(p => p.IsSheet).SelectMany(p => p.Raters.Where(r => r.Sheet[item.Key] is not null).Select(r => (p.Name, Spell(item, r.Sheet, t))));
        var personal = mayShowWords && item.Kind == ItemKind.Text
            ? answers.Partners.Where(p => !p.IsSheet).SelectMany(p => p.Raters).Where(r => r.Sheet.IsAnswered(item.Key)).Select(r => ("", r.Sheet[item.Key]!)).OrderBy(s => s.Item2, StringComparer.CurrentCulture)
            : Enumerable.Empty<(string, string)>();
        return [.. sheets, .. personal];
    }

    public static string Spell(Item item, AnswerSheet sheet, IStringLocalizer t) => sheet[item.Key] switch
    {
        AnswerSheet.CannotSay => t["Cannot say"],
        "yes" when item.Kind == ItemKind.YesNo => t["Yes"],
        "no" when item.Kind == ItemKind.YesNo => t["No"],
        var answer when item.Choices.Count == 0 => answer ?? "",
        _ => string.Join(", ", sheet.Parts(item.Key).Select(k => item.Choices.FirstOrDefault(c => c.Key == k)?.Text ?? k)),
    };
}
