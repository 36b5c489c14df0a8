using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

internal sealed record AgreeRow(CaseId Case, bool IsTarget, int? Target, DateOnly? DueOn, StepWords Words);

internal sealed record SettleRow(CaseId Case, CaseRowId Row, StepState? State, StepWords Words);

internal sealed record MoveRow(CaseId Case, CaseRowId Row, DateOnly? DueOn, string? Reason);

/// <summary>Targets and steps: agreed on, moved with a reason, settled with a result.</summary>
internal sealed class KeepPlanHandler(AppDbContext db, CaseBook book, TimeProvider clock)
{
    private const int Longest = EntryRules.Longest;
    private const int Line = EntryRules.Line;

    public async Task<Refusal?> AgreeAsync(AgreeRow command, Actor actor, CancellationToken ct)
    {
        using var desk = await book.WriteAsync(command.Case, CaseParts.Core, ct);
        if (desk is null)
        {
            return CaseBook.Gone;
        }

        var today = clock.Today(actor.Zone);
        if ((desk.File.Move(CaseFact.Planned) ?? Check(command) ?? RefuseDay(command.DueOn, today)) is { } refusal)
        {
            return refusal;
        }

        var rows = db.Set<PlanRow>().Where(r => r.CaseId == command.Case);
        var target = !command.IsTarget && command.Target is { } number && await rows.AnyAsync(r => r.IsTarget && r.Number == number, ct) ? command.Target : null;
        var last = await rows.Where(r => r.IsTarget == command.IsTarget).MaxAsync(r => (int?)r.Number, ct) ?? 0;
        var row = PlanRow.Agree(desk.File, command.IsTarget, last + 1, target, command.DueOn!.Value, clock);
        CaseBook.Seal(desk.Writer, row, command.Words with { WriterName = actor.Name });
        db.Add(row);
        return await SaveAsync(command.IsTarget ? "target.set" : "step.agreed", command.Case, ct);
    }

    public async Task<Refusal?> SettleAsync(SettleRow command, Actor actor, CancellationToken ct)
    {
        if (await OpenAsync(command.Case, command.Row, ct) is not { } old)
        {
            return CaseBook.Gone;
        }

        using var desk = await book.WriteAsync(command.Case, CaseParts.Core, ct);
        if (desk is null || await db.Set<PlanRow>().FirstOrDefaultAsync(r => r.Id == command.Row, ct) is not { } row)
        {
            return CaseBook.Gone;
        }

        if ((desk.File.Move(CaseFact.Written) ?? Check(row, command, clock.Today(actor.Zone))) is { } refusal)
        {
            return refusal;
        }

        var said = command.Words;
        row.Settle(command.State!.Value, clock.GetUtcNow());
        CaseBook.Seal(desk.Writer, row, old with { Result = said.Result, LateReason = said.LateReason, ChildsView = said.ChildsView, FamilysView = said.FamilysView });
        if (!row.IsTarget && !await db.Set<PlanRow>().AnyAsync(r => r.CaseId == command.Case && !r.IsTarget && r.State == StepState.Open && r.Id != row.Id, ct))
        {
            desk.File.Move(CaseFact.PlanDone);
        }

        return await SaveAsync(row.IsTarget ? "target.settled" : "step.settled", command.Case, ct);
    }

    public async Task<Refusal?> MoveAsync(MoveRow command, Actor actor, CancellationToken ct)
    {
        if (await OpenAsync(command.Case, command.Row, ct) is not { } old)
        {
            return CaseBook.Gone;
        }

        using var desk = await book.WriteAsync(command.Case, CaseParts.Core, ct);
        if (desk is null || await db.Set<PlanRow>().FirstOrDefaultAsync(r => r.Id == command.Row, ct) is not { } row)
        {
            return CaseBook.Gone;
        }

        var refusal = desk.File.Move(CaseFact.Written) ?? (row.IsOpen ? null : PlanRow.Settled) ?? RefuseDay(command.DueOn, clock.Today(actor.Zone))
            ?? FormText.Check(command.Reason, Line, "Reason", PlanRow.NoLateReason);
        if (refusal is not null)
        {
            return refusal;
        }

        CaseBook.Seal(desk.Writer, row, old with { Moves = [.. old.Moves, new(row.DueOn, command.DueOn!.Value, FormText.Tidy(command.Reason), actor.Name)] });
        row.MoveTo(command.DueOn!.Value);
        return await SaveAsync("step.moved", command.Case, ct);
    }

    /// <summary>The words as they stand. Read before the change begins.</summary>
    private async Task<StepWords?> OpenAsync(CaseId id, CaseRowId row, CancellationToken ct) =>
        (await book.ReadAsync(id, ct, CaseParts.Core))?.Plan.FirstOrDefault(p => p.Row.Id == row)?.Words;

    private static Refusal? Check(AgreeRow command) =>
        FormText.Check(command.Words.What, Longest, "What", PlanRow.NoWhat)
        ?? FormText.Check(command.Words.Institute, Line, "Institute", command.IsTarget ? null : PlanRow.NoInstitute)
        ?? FormText.Check(command.Words.Professional, Line, "Professional", PlanRow.NoProfessional)
        ?? FormText.Check(command.Words.Measure, Longest, "Measure", command.IsTarget ? PlanRow.NoMeasure : null)
        ?? FormText.Check(command.Words.Baseline, Longest, "Baseline", command.IsTarget ? PlanRow.NoBaseline : null);

    private static Refusal? Check(PlanRow row, SettleRow command, DateOnly today) =>
        (row.IsOpen ? null : PlanRow.Settled)
        ?? (command.State is null or StepState.Open ? PlanRow.NoState : null)
        ?? FormText.Check(command.Words.Result, Longest, "Result", PlanRow.NoResult)
        ?? FormText.Check(command.Words.LateReason, Line, "LateReason", row.IsLate(today) || command.State == StepState.Dropped ? PlanRow.NoLateReason : null)
        ?? FormText.Check(command.Words.ChildsView, Longest, "ChildsView", row.IsTarget ? PlanRow.NoChildsView : null)
        ?? FormText.Check(command.Words.FamilysView, Longest, "FamilysView", row.IsTarget ? PlanRow.NoFamilysView : null);

    private static Refusal? RefuseDay(DateOnly? day, DateOnly today) => day is not { } d || d < today || d > today.AddYears(3) ? PlanRow.NoDay : null;

    // Two who agree on something in one moment would take the same number.
    private async Task<Refusal?> SaveAsync(string act, CaseId id, CancellationToken ct)
    {
        try
        {
            return await db.TrySaveAsync(act, id.Value, ct);
        }
        catch (DbUpdateException)
        {
            return Refusal.ChangedMeanwhile;
        }
    }
}
