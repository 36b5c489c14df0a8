using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.See)]
internal sealed class ShowLawModel(AppDbContext db, LawBook book, KeepLawsHandler handler) : LandscapePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "on")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public DateOnly On => Day < Today ? Day.Value : Today;

    public InstrumentView View { get; private set; } = null!;

    public IReadOnlyList<InstrumentStatement> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.RecheckAsync(new(Id), Version, Actor, ct), () => LoadAsync(ct), $"/landscape/laws/{Id}", "Checked today.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See) || await book.FindAsync(Actor.Network!.Value, new(Id), On, ct) is not { } view)
        {
            return false;
        }

        View = view;
        var id = new PolicyInstrumentId(Id);
        History = await db.Set<InstrumentStatement>().AsNoTracking().Where(s => s.InstrumentId == id).OrderByDescending(s => s.WrittenAt).ToListAsync(ct);
        return true;
    }
}
