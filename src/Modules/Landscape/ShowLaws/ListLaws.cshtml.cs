using System.Globalization;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

/// <summary>From when to when something is in force, looked at on a day.</summary>
internal sealed record InForceDays(DateOnly? From, DateOnly? To, DateOnly On)
{
    public bool HasLapsed => To < On;

    public bool IsComing => From > On;
}

[Requires(LandscapePermissions.See)]
internal sealed class ListLawsModel(LawBook book) : LandscapePage
{
    [BindProperty(SupportsGet = true, Name = "on")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "topic")]
    public LandscapeTopic? Topic { get; set; }

    /// <summary>What will be known is not known yet: a day to come is today.</summary>
    public DateOnly On => Day < Today ? Day.Value : Today;

    /// <summary>Keeps the chosen day on the way to one instrument.</summary>
    public string Suffix => On == Today ? "" : "?on=" + On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IReadOnlyList<InstrumentView> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return NotThere();
        }

        Rows = [.. (await book.ReadAsync(Actor.Network!.Value, On, ct)).Where(r => Topic is null || r.Says.Topic == Topic)];
        return Page();
    }
}
