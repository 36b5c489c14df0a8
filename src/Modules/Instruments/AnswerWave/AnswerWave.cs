using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments;

internal sealed record WaveLink(NetworkId Network, WaveRowId Respondent, string Secret);

internal sealed record AnswerView(Wave Wave, Instrument Instrument, WavePartner Partner, Respondent Person, ResponseSet Set, AnswerSheet Sheet)
{
    public AnswerCount Count => Scoring.Count(Instrument, Sheet);

    public IReadOnlyList<Item> ItemsAt(int place)
    {
        var shown = Sheet.Shown(Instrument).ToHashSet();
        return place < Instrument.Sections.Count ? [.. Instrument.Sections[place].Items.Where(shown.Contains)] : [];
    }

    /// <summary>The next section that has something to ask; the look back after the last.</summary>
    public int After(int place)
    {
        do
        {
            place++;
        }
        while (place < Instrument.Sections.Count && ItemsAt(place).Count == 0);
        return Math.Min(place, Instrument.Sections.Count);
    }
}

/// <summary>Answers by section, kept as a draft with every step; handed in at the end and changed until the round is closed.</summary>
internal sealed class AnswerWaveHandler(AppDbContext db, WaveBook book)
{
    public static readonly Refusal NothingAnswered = new("answer.nothing", "Answer at least one question before you hand in.");

    public async Task<AnswerView?> LookAsync(WaveLink link, CancellationToken ct)
    {
        db.Scope.Narrow(default, link.Network);
        var person = await db.Set<Respondent>().FirstOrDefaultAsync(r => r.Id == link.Respondent && r.NetworkId == link.Network, ct);
        var view = person is null || !person.Knows(link.Secret) ? null : await ViewAsync(person, ct);

        // A link to a round that is closed says no more than a wrong one.
        return view?.Wave.IsClosed == true ? null : view;
    }

    public async Task<AnswerView?> LookAsync(WaveId wave, Actor actor, CancellationToken ct) =>
        book.May(actor, InstrumentsPermissions.Answer) && await db.Set<Respondent>().FirstOrDefaultAsync(r => r.WaveId == wave && r.PersonId == actor.Person, ct) is { } person
            ? await ViewAsync(person, ct) : null;

    /// <param name="version">Of the answers when the page was opened: two people of a partner may fill in one sheet.</param>
    /// <returns>Where to go on.</returns>
    public async Task<(int Place, Refusal? Refusal)> SaveAsync(AnswerView view, int place, int version, IReadOnlyDictionary<string, List<string?>> typed, CancellationToken ct)
    {
        if (view.Wave.IsClosed || place < 0 || place >= view.Instrument.Sections.Count)
        {
            return (place, view.Wave.IsClosed ? Wave.Closed : InstrumentPage.Gone);
        }

        if (view.Set.Version != version)
        {
            return (place, Refusal.ChangedMeanwhile);
        }

        var before = view.ItemsAt(place).ToHashSet();
        foreach (var item in view.Instrument.Sections[place].Items.Where(before.Contains))
        {
            if (view.Sheet.Take(item, typed.GetValueOrDefault(item.Key) ?? []) is { } refusal)
            {
                return (place, refusal with { Field = $"A[{item.Key}]" });
            }
        }

        view.Set.Save(view.Sheet, book.Clock.GetUtcNow());
        db.Record("wave.answer-saved", view.Set.Id.Value, view.Set.NetworkId.Value);
        var saved = await SavedAsync(ct);

        // An answer has brought up more questions of this section: they come before the next one.
        return (view.ItemsAt(place).Any(i => !before.Contains(i)) ? place : view.After(place), saved);
    }

    public async Task<Refusal?> SubmitAsync(AnswerView view, CancellationToken ct)
    {
        if (view.Wave.IsClosed || !view.Sheet.Items.Any())
        {
            return view.Wave.IsClosed ? Wave.Closed : NothingAnswered;
        }

        view.Set.Submit(book.Clock.GetUtcNow());
        db.Record("wave.answered", view.Set.Id.Value, view.Set.NetworkId.Value);
        return await SavedAsync(ct);
    }

    private async Task<Refusal?> SavedAsync(CancellationToken ct)
    {
        var refusal = await db.TrySaveAsync(ct);
        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
        }

        return refusal;
    }

    private async Task<AnswerView> ViewAsync(Respondent person, CancellationToken ct)
    {
        var wave = await db.Set<Wave>().FirstAsync(w => w.Id == person.WaveId, ct);
        var set = await db.Set<ResponseSet>().FirstAsync(r => r.Id == person.ResponseSetId, ct);
        return new(wave, wave.Instrument, await db.Set<WavePartner>().FirstAsync(p => p.Id == person.PartnerId, ct), person, set, set.Sheet);
    }
}
