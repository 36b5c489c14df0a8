using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.SignCharter)]
internal sealed class SignCharterModel(AppDbContext db, CharterBook book, SignCharterHandler handler) : NetworkPage
{
    /// <summary>The version on the screen when the person pressed the button.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public bool Agreed { get; set; }

    public CharterVersion Current { get; private set; } = null!;

    public CharterSignature? Last { get; private set; }

    public string Capacity { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Id = Current.Id.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var refusal = await handler.HandleAsync(new(new(Id), Agreed), Actor, ct);
        if (refusal?.Code == SignCharterHandler.Newer.Code)
        {
            // The page now shows the newer text; the next press signs that one.
            ModelState.Remove(nameof(Id));
            ModelState.Remove(nameof(Agreed));
            (Id, Agreed) = (Current.Id.Value, false);
        }

        return Answer(refusal, "/network/charter", "Signed. Your signature holds for twelve months.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Actor is not { Network: { } network, Organisation: { } own } || await book.CurrentAsync(network, ct) is not { } current)
        {
            return false;
        }

        Current = current;
        Last = await db.Set<CharterSignature>().AsNoTracking().Where(s => s.NetworkId == network && s.OrganisationId == own)
            .OrderByDescending(s => s.SignedAt).FirstOrDefaultAsync(ct);
        Capacity = await db.Set<Post>().IgnoreAutoIncludes().AsNoTracking().Where(p => p.Id == Actor.Post).Select(p => p.Title).FirstOrDefaultAsync(ct) ?? "";
        return true;
    }
}
