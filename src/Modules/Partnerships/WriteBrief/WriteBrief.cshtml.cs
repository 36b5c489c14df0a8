using System.Globalization;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>The leaders' page of one term: what the school does with others, what it asks, what may go wrong. Fits on A4.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class WriteBriefPage(BriefBook book) : PartnershipPage
{
    [BindProperty(SupportsGet = true, Name = "term")]
    public string? Term { get; set; }

    public SchoolBrief Brief { get; private set; } = null!;

    public string TermWords(string term) => T[SchoolTerm.Words(term), SchoolTerm.YearIn(term).ToString(CultureInfo.InvariantCulture)];

    public string Say(BriefRow row, HealthSignal signal) =>
        T[KeepWords.Of(signal.Kind).Text, row.Sides.FirstOrDefault(s => s.Number == signal.Side)?.Name ?? "", signal.Count.ToString(CultureInfo.CurrentCulture)];

    /// <summary>In the order of the sides, whose names stand above.</summary>
    public string Say(BriefRow row, LedgerTotal total) =>
        $"{T[KeepWords.Of(total.Kind).Name].Value} ({T[total.Unit].Value}): " + string.Join(" · ", row.Sides.Select(s => total.Of(s.Number).ToString("0.##", CultureInfo.CurrentCulture)));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(PartnershipsPermissions.Work))
        {
            return NotThere();
        }

        Brief = await book.OfAsync(Actor, Term, Today, ct);
        return Page();
    }
}
