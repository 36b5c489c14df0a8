using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

/// <summary>Who the child is, as known now. What was known before stays readable.</summary>
internal sealed class KeepChildHandler(AppDbContext db, CaseBook book, TimeProvider clock)
{
    /// <param name="seen">How many wordings followed the first when the writer looked.</param>
    public async Task<Refusal?> HandleAsync(CaseId id, ChildWords child, int seen, Actor actor, CancellationToken ct)
    {
        using var desk = await book.WriteAsync(id, CaseParts.Child, ct);
        if (desk is null)
        {
            return CaseBook.Gone;
        }

        var first = await db.Set<CaseEntry>().FirstAsync(e => e.CaseId == id && e.Kind == EntryKind.Child && e.Corrects == null, ct);
        var refusal = desk.File.Move(CaseFact.Written) ?? (first.Corrections == seen ? null : Refusal.ChangedMeanwhile) ?? ChildRules.Check(child, clock.Today(actor.Zone));
        if (refusal is not null)
        {
            return refusal;
        }

        desk.Write(EntryKind.Child, new EntryWords { Child = child }, first);
        return await db.TrySaveAsync("child.changed", id.Value, ct);
    }
}

internal sealed class KeepChildForm : ChildForm
{
    public int Seen { get; set; }
}

[Requires(CasePermissions.Write)]
internal sealed class KeepChildPage(CaseBook book, KeepChildHandler handler) : CasePage
{
    [BindProperty]
    public KeepChildForm Input { get; set; } = new();

    public CaseFile Cover { get; private set; } = null!;

    public ReadEntry Found { get; private set; } = null!;

    public bool Clashes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Input.Fill(Found.Words.Child!);
        Input.Seen = Found.Row.Corrections;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Again() : NotThere();
        }

        var refusal = await handler.HandleAsync(Case, Input.ToChild(), Input.Seen, Actor, ct);
        return await AnswerAsync(refusal, async () =>
        {
            var found = await LoadAsync(ct);
            if (found)
            {
                Clashes = refusal!.Code == Refusal.ChangedMeanwhile.Code;
                ModelState.Remove("Input.Seen");
                Input.Seen = Found.Row.Corrections;
            }

            return found;
        }, Here, "Kept. What was known before stays readable.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.ReadAsync(Case, ct, CaseParts.Child) is not { } reading || reading.Entries.FirstOrDefault(e => e.Row.Kind == EntryKind.Child) is not { } found)
        {
            return false;
        }

        (Cover, Found) = (reading.File, found);
        return true;
    }
}
