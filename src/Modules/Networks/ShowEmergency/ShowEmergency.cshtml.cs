using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>The city's emergency page: on screen, on paper, and as a file that opens without internet.</summary>
[Requires(NetworksPermissions.SeeLiaisons)]
internal sealed class ShowEmergencyModel(AppDbContext db, INetworkDirectory networks, IStringLocalizer texts) : NetworkPage
{
    public EmergencySheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        db.Record("emergency.saved", Actor.Network!.Value.Value);
        await db.SaveChangesAsync(ct);
        var culture = System.Globalization.CultureInfo.CurrentUICulture;
        return File(SavedSheet.Write(Sheet, culture.Name, culture.TextInfo.IsRightToLeft, texts), "text/html; charset=utf-8", "emergency.html");
    }

    private async Task<bool> LoadAsync(CancellationToken ct) =>
        (Sheet = (await EmergencySheet.FindAsync(db, networks, Actor, Today, ct))!) is not null;
}
