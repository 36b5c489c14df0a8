using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

[Requires(AccountsPermissions.Own)]
internal sealed class ShowAccountModel(AppDbContext db, Factors factors, Sessions sessions, Recovery recovery, TimeProvider clock) : CausewayPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Zone { get; set; }

    public Person Me { get; private set; } = null!;

    public FactorSummary Factors { get; private set; } = null!;

    public int SessionCount { get; private set; }

    public IReadOnlyList<RecoveryRequest> Recoveries { get; private set; } = [];

    public IEnumerable<SelectListItem> Zones => TimeZones.Items(Zone);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        (Name, Language, Zone) = (Me.Name, Me.Language, Me.Zone);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        if (Me.Describe(Name, Language, Zone) is { } refusal)
        {
            return Refuse(refusal);
        }

        // The mail of the day follows the person's clock.
        (await db.Set<MailChoice>().FirstOrDefaultAsync(c => c.PersonId == Actor.Person, ct))?.PlanFrom(clock.GetUtcNow(), Me.Zone);
        db.Record("account.described", Me.Id.Value, Guid.Empty);
        return await db.TrySaveAsync(ct) is { } clash ? Refuse(clash) : Done("/account", "Saved.");
    }

    public async Task<IActionResult> OnPostStopRecoveryAsync(CancellationToken ct)
    {
        await recovery.StopAsync(Actor.Person, clock.GetUtcNow(), ct);
        return Done("/account/recovery-codes", "Stopped. Those two codes are worth nothing any more; print new ones.");
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Me = await db.Set<Person>().FirstAsync(p => p.Id == Actor.Person, ct);
        Factors = await factors.OfAsync(Actor.Person, ct);
        SessionCount = (await sessions.LiveAsync(Actor.Person, ct)).Count;
        Recoveries = await recovery.RunningAsync(Actor.Person, clock.GetUtcNow(), ct);
    }
}

/// <summary>Zones by region and city, as the IANA database names them.</summary>
internal static class TimeZones
{
    private static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && (z.Id == "UTC" || IsPlace(z.Id))).Select(z => z.Id).Order(StringComparer.Ordinal)]);

    public static IEnumerable<SelectListItem> Items(string? present) => Known.Value
        .Union(present is null ? [] : [present], StringComparer.Ordinal)
        .Select(id => new SelectListItem(id.Replace('_', ' '), id));

    private static bool IsPlace(string id) => id.Split('/') is ["Africa" or "America" or "Antarctica" or "Asia" or "Atlantic" or "Australia" or "Europe" or "Indian" or "Pacific", ..];
}
