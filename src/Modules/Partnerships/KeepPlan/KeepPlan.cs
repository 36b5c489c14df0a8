using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <param name="Row">0: a new line.</param>
/// <param name="Version">Of the part as it stood on the page; -1: it had no line yet.</param>
internal sealed record KeepPlanRow(PlanPartKind Part, int Row, IReadOnlyDictionary<string, string?> Cells, int Version);

/// <summary>Who writes, from which side, and whose trail holds it.</summary>
internal sealed record PlanWriter(PartnershipView View, string Name, Guid? Chain);

/// <summary>
/// Lines of a plan and its confirmation. People on two parts at once do not hinder each other; two on one part do, and the
/// later one is told. A confirmation is for the revision that was on the screen, or it is refused.
/// </summary>
internal sealed class KeepPlanHandler(AppDbContext db, PlanBook book, TimeProvider clock)
{
    private const int Repeats = 20;

    public static readonly Refusal Earlier = new("plan.earlier", "This is an earlier year's plan; it stays as it was.");
    public static readonly Refusal There = new("plan.there", "This year has a plan already.");
    public static readonly Refusal Needed = new("plan.needed", "This is needed.");
    public static readonly Refusal NotADate = new("plan.not-a-date", "Choose a day.");
    public static readonly Refusal NotATime = new("plan.not-a-time", "Write a time such as 08:30.");
    public static readonly Refusal NotANumber = new("plan.not-a-number", "Write a number such as 2 or 1.5.");
    public static readonly Refusal NoChoice = new("plan.no-choice", "Choose one of the list.");
    public static readonly Refusal NoAim = new("plan.no-aim", "Choose an aim or write your own.", "Cells[own]");
    public static readonly Refusal OncePerSide = new("plan.once-per-side", "This side has its line already; change that one.", "Cells[side]");
    public static readonly Refusal TooMany = new("plan.too-many", "A part holds {0} lines at most.", null, PlanPart.MostRows);
    public static readonly Refusal Incomplete = new("plan.incomplete", "The plan cannot be confirmed yet: {0}", null, "");
    public static readonly Refusal Newer = new("plan.newer", "The plan was changed while you were reading. Look at it as it stands now, then confirm.");
    public static readonly Refusal Confirmed = new("plan.confirmed", "Your side has confirmed this already.");

    public async Task<Refusal?> BeginAsync(PlanWriter by, DateOnly today, CancellationToken ct)
    {
        if (by.View.Partnership.IsOver)
        {
            return Partnership.Over;
        }

        var last = await book.FindAsync(by.View, null, ct);
        var year = last is null ? Plan.YearOf(today) : Plan.YearAfter(last.Plan.SchoolYear);
        if (last is not null && string.CompareOrdinal(last.Plan.SchoolYear, Plan.YearOf(today.AddMonths(3))) >= 0)
        {
            return There;
        }

        var plan = Plan.Begin(by.View.Partnership, year, clock);
        db.Add(plan);
        foreach (var schema in PlanSchema.All)
        {
            db.Add(PlanPart.Open(plan, schema.Kind, Start(schema.Kind, last), clock));
        }

        db.Record("plan.begun", plan.Id.Value, by.Chain);
        try
        {
            return await db.TrySaveAsync(ct);
        }
        catch (DbUpdateException)
        {
            return There;
        }
    }

    public Task<Refusal?> KeepAsync(PlanWriter by, KeepPlanRow command, CancellationToken ct) =>
        ChangeAsync(by, command.Part, command.Version, part => Keep(part, command, by), "plan.changed", ct);

    public Task<Refusal?> DropAsync(PlanWriter by, PlanPartKind kind, int row, int version, CancellationToken ct) =>
        ChangeAsync(by, kind, version, part => Drop(part, row, by), "plan.line-removed", ct);

    /// <summary>What nobody has looked at yet does not apply here.</summary>
    public Task<Refusal?> NoneAppliesAsync(PlanWriter by, int version, CancellationToken ct) =>
        ChangeAsync(by, PlanPartKind.Barriers, version, part => NoneApplies(part, by), "plan.changed", ct);

    /// <summary>A side without accounts says to which expectations it agrees; its word alone.</summary>
    public Task<Refusal?> AgreeAsync(PlanWriter by, IReadOnlyCollection<int> rows, int version, CancellationToken ct) =>
        ChangeAsync(by, PlanPartKind.Expectations, version, part => Agree(part, rows, by), "plan.agreed", ct);

    /// <param name="revision">The one on the screen.</param>
    public async Task<Refusal?> ConfirmAsync(PlanWriter by, int revision, CancellationToken ct)
    {
        if (by.View.Own is not { } own || await book.FindAsync(by.View, null, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        var stops = found.Remarks.Where(r => r.Stops).ToList();
        var refusal = by.View.Partnership.IsOver ? Partnership.Over
            : found.Plan.Revision != revision ? Newer
            : found.ConfirmedBy(own) is not null ? Confirmed
            : stops.Count > 0 ? Incomplete with { Values = [string.Join(" · ", stops.Select(s => string.Format(CultureInfo.InvariantCulture, s.Text, s.Values)))] }
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        found.Plan.Confirmed();
        db.Add(PlanConfirmation.Give(found.Plan, own, by.Name, clock));
        db.Record("plan.confirmed", found.Plan.Id.Value, by.Chain);
        try
        {
            // Somebody changed or confirmed in this very moment: what was read may not be what stands now.
            return await db.TrySaveAsync(ct) is null ? null : Newer;
        }
        catch (DbUpdateException)
        {
            return Confirmed;
        }
    }

    private async Task<Refusal?> ChangeAsync(PlanWriter by, PlanPartKind kind, int version, Func<PlanPart, Refusal?> change, string act, CancellationToken ct)
    {
        Refusal? refusal = PartnershipDoor.Gone;
        await db.LookAgainAsync(Repeats, async () =>
        {
            if (await book.FindAsync(by.View, null, ct) is not { } plan || !plan.Parts.TryGetValue(kind, out var part))
            {
                return;
            }

            refusal = by.View.Partnership.IsOver ? Partnership.Over : part.Version != version ? Refusal.ChangedMeanwhile : change(part);
            if (refusal is null)
            {
                plan.Plan.Changed();
                db.Record(act, part.Id.Value, by.Chain);
                await db.SaveChangesAsync(ct);
            }
        });
        return refusal;
    }

    private Refusal? Keep(PlanPart part, KeepPlanRow command, PlanWriter by)
    {
        var schema = PlanSchema.Of(command.Part);
        var before = part.Rows.FirstOrDefault(r => r.Id == command.Row);
        if ((command.Row != 0 && before is null) || (before is null && part.Rows.Count >= PlanPart.MostRows))
        {
            return command.Row == 0 ? TooMany : Refusal.ChangedMeanwhile;
        }

        var (row, refusal) = Read(schema, command, before, by.View);
        refusal ??= schema.OnePerSide && part.Rows.Any(r => r.Id != row!.Id && r.Side() == row.Side()) ? OncePerSide : null;
        if (refusal is null)
        {
            part.Keep(row!, by.Name, clock.GetUtcNow());
        }

        return refusal;
    }

    private Refusal? Drop(PlanPart part, int row, PlanWriter by)
    {
        part.Drop(row, by.Name, clock.GetUtcNow());
        return null;
    }

    private Refusal? NoneApplies(PlanPart part, PlanWriter by)
    {
        foreach (var row in part.Rows.Where(r => r["applies"].Length == 0).ToList())
        {
            part.Keep(row with { Cells = [.. row.Cells, new("applies", "no")] }, by.Name, clock.GetUtcNow());
        }

        return null;
    }

    private Refusal? Agree(PlanPart part, IReadOnlyCollection<int> rows, PlanWriter by)
    {
        var cell = $"agreed.{by.View.Own!.Number}";
        foreach (var row in part.Rows.ToList())
        {
            part.Keep(row with { Cells = [.. row.Cells.Where(c => c.Key != cell), new(cell, rows.Contains(row.Id) ? "yes" : "no")] }, by.Name, clock.GetUtcNow());
        }

        return null;
    }

    private static IReadOnlyList<PlanRow> Start(PlanPartKind kind, PlanView? last) => (kind, last) switch
    {
        // Last year's words are a beginning; what each side said to them is asked anew.
        (_, not null) => [.. last.Rows(kind).Select(r => new PlanRow(r.Id, [.. r.Cells.Where(c => !c.Key.StartsWith("agreed.", StringComparison.Ordinal) && c.Key is not ("received" or "on" or "by" or "heavy" or "until"))]))],
        (PlanPartKind.Barriers, null) => [.. PlanCatalogue.Barriers.Select((b, i) => new PlanRow(i + 1, [new("type", b)]))],
        _ => [],
    };

    private static (PlanRow? Row, Refusal? Refusal) Read(PlanSchema schema, KeepPlanRow command, PlanRow? before, PartnershipView view)
    {
        var cells = new List<PlanCell>();
        foreach (var (cell, field, side) in schema.Cells(view.Parties).Where(c => !c.Field.OwnWord))
        {
            var value = FormText.Tidy(command.Cells.GetValueOrDefault(cell));
            var name = $"Cells[{cell}]";
            var refusal = value.Length == 0 ? field.Needed && side is null ? Needed : null : PlanFieldCheck.Of(field, value, view.Parties);
            if (refusal is not null)
            {
                return (null, refusal with { Field = name });
            }

            if (value.Length > 0)
            {
                cells.Add(new(cell, value));
            }
        }

        if (schema.Kind == PlanPartKind.Aims && !cells.Exists(c => c.Key is "aim" or "own"))
        {
            return (null, NoAim);
        }

        return (new PlanRow(command.Row, [.. cells, .. OwnWords(schema, command, before, cells, view)]), null);
    }

    // Each side says its own yes. New words were not agreed to by anybody but whoever writes them.
    private static IEnumerable<PlanCell> OwnWords(PlanSchema schema, KeepPlanRow command, PlanRow? before, List<PlanCell> cells, PartnershipView view)
    {
        string[] bookkeeping = ["state"];
        var same = before is not null && cells.Where(c => !bookkeeping.Contains(c.Key)).SequenceEqual(before.Cells.Where(c => !bookkeeping.Contains(c.Key) && !schema.Fields.Any(f => f.OwnWord && c.Key.StartsWith(f.Key + ".", StringComparison.Ordinal))));
        foreach (var (cell, field, side) in schema.Cells(view.Parties).Where(c => c.Field.OwnWord))
        {
            var value = side!.Id == view.Own?.Id ? FormText.Tidy(command.Cells.GetValueOrDefault(cell)) : same ? before![cell] : "";
            if (field.Choices.Any(c => c.Key == value))
            {
                yield return new(cell, value);
            }
        }
    }
}
