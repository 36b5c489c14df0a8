using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

/// <summary>What comes next: a review, the end with its reason and what was reached, or a new beginning.</summary>
internal sealed class KeepReviewHandler(AppDbContext db, CaseBook book, TimeProvider clock)
{
    public static readonly Refusal NoReview = new("review.no-text", "Write what the review found.", "Text");
    public static readonly Refusal NoReason = new("case.no-reason", "Write the reason.", "Text");
    public static readonly Refusal NoOutcome = new("case.no-outcome", "Write what was reached.", "Outcome");
    public static readonly Refusal StepsOpen = new("case.steps-open", "Targets or steps are still without a result. Each needs one before the case can close.");

    public Task<Refusal?> ReviewAsync(CaseId id, string? text, DateOnly? next, Actor actor, CancellationToken ct) => WriteAsync(
        id, EntryKind.Review, "case.reviewed", new EntryWords { Text = FormText.Tidy(text) },
        (file, today) => (file.IsOpen ? null : CaseFlow.IsClosed) ?? FormText.Check(text, EntryRules.Longest, "Text", NoReview) ?? file.Review(next, today), actor, ct);

    public Task<Refusal?> ReopenAsync(CaseId id, string? reason, DateOnly? next, Actor actor, CancellationToken ct) => WriteAsync(
        id, EntryKind.Reopening, "case.reopened", new EntryWords { Text = FormText.Tidy(reason) },
        (file, today) => (file.IsOpen ? CaseFlow.IsOpen : null) ?? FormText.Check(reason, EntryRules.Longest, "Text", NoReason) ?? file.Reopen(next, today), actor, ct);

    public async Task<Refusal?> CloseAsync(CaseId id, EntryWords words, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, ct) is null)
        {
            return CaseBook.Gone;
        }

        var open = await db.Set<PlanRow>().AnyAsync(r => r.CaseId == id && r.State == StepState.Open, ct);
        return await WriteAsync(
            id, EntryKind.Closing, "case.closed", words,
            (file, _) => (file.IsOpen ? null : CaseFlow.IsClosed)
                ?? FormText.Check(words.Text, EntryRules.Longest, "Text", NoReason)
                ?? FormText.Check(words.Outcome, EntryRules.Longest, "Outcome", NoOutcome)
                ?? FormText.Check(words.ChildsView, EntryRules.Longest, "ChildsView", PlanRow.NoChildsView)
                ?? FormText.Check(words.FamilysView, EntryRules.Longest, "FamilysView", PlanRow.NoFamilysView)
                ?? (open ? StepsOpen : null)
                ?? file.Close(clock.GetUtcNow()),
            actor, ct);
    }

    private async Task<Refusal?> WriteAsync(
        CaseId id, EntryKind kind, string act, EntryWords words, Func<CaseFile, DateOnly, Refusal?> change, Actor actor, CancellationToken ct)
    {
        using var desk = await book.WriteAsync(id, CaseParts.Core, ct, CasePermissions.Lead);
        if (desk is null)
        {
            return CaseBook.Gone;
        }

        if (change(desk.File, clock.Today(actor.Zone)) is { } refusal)
        {
            return refusal;
        }

        desk.Write(kind, words);
        return await db.TrySaveAsync(act, id.Value, ct);
    }
}

/// <summary>What the pages of this slice share: the cover of a case that is open to a lead.</summary>
internal abstract class LeadPage(CaseBook book) : CasePage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public DateOnly? NextReviewOn { get; set; }

    public CaseFile Cover { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    protected async Task<bool> LoadAsync(CancellationToken ct)
    {
        using var desk = await book.WriteAsync(Case, CaseParts.Core, ct, CasePermissions.Lead);
        if (desk is null)
        {
            return false;
        }

        Cover = desk.File;
        return true;
    }
}
