using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

/// <summary>The case on paper: the core and who the child is, as far as they are open to the reader. Who printed stands on it.</summary>
[Requires(CasePermissions.See)]
internal sealed class PrintCasePage(AppDbContext db, CaseBook book) : CasePage
{
    public CaseReading Reading { get; private set; } = null!;

    public IReadOnlyList<ReadEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await book.ReadAsync(Case, ct, CaseParts.Core, CaseParts.Child) is not { } reading || !reading.Has(CaseParts.Core))
        {
            return NotThere();
        }

        Reading = reading;
        Entries = [.. reading.Entries.Where(e => e.Row.Kind != EntryKind.Child).OrderBy(e => e.Happened(Actor.Zone)).ThenBy(e => e.Row.WrittenAt)];
        db.Record("case.printed", Id);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
