using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>Who knows whom: drawn from the recorded ties, today or as of a past day.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class ShowTiesPage(AppDbContext db, TieBook book, TimeProvider clock) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public DateOnly Today { get; private set; }

    public DateOnly Day { get; private set; }

    public IReadOnlyList<TieView> Ties { get; private set; } = [];

    public TieDrawing? Drawing { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Day = On is { } asked && asked < Today ? asked : Today;
        if (Actor.Network is { } network)
        {
            var ties = await book.OnDayAsync(network, Day, ct);
            Ties = [.. ties.Where(t => Day < Today || !t.IsPast).OrderBy(t => t.SchoolName, StringComparer.CurrentCulture)
                .ThenBy(t => t.PostTitle, StringComparer.CurrentCulture).ThenBy(t => t.Professional, StringComparer.CurrentCulture)];
            Drawing = Ties.Count == 0 ? null : TieDrawing.Of(Ties, T);
            db.Record("ties.seen", network.Value);
            await db.SaveChangesAsync(ct);
        }

        return Page();
    }
}
