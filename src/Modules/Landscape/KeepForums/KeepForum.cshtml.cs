using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.Keep)]
internal sealed class KeepForumModel(AppDbContext db, KeepForumsHandler handler) : LandscapePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public ForumForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.Keep))
        {
            return NotThere();
        }

        if (Id is { } id)
        {
            var key = new ForumId(id);
            if (await db.Set<Forum>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == key && f.NetworkId == db.ScopedNetworkId, ct) is not { } f)
            {
                return NotThere();
            }

            Input = new() { Name = f.Name, Convenor = f.Convenor, Terms = f.Terms, Rhythm = f.Rhythm, ClosedOn = f.ClosedOn, Version = f.Version };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var (id, refusal) = await handler.KeepAsync(Id is { } known ? new(known) : null, Input, Actor, ct);
        return await AnswerAsync(refusal, () => Task.FromResult(true), $"/landscape/forums/{id}", "Saved.");
    }
}
