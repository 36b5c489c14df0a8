using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.Keep)]
internal sealed class KeepCountryModel(CountryBook book, KeepCountryHandler handler) : LandscapePage
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Asked { get; set; }

    [BindProperty]
    public CountryForm Input { get; set; } = new();

    public string Code => Asked ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (await book.FindAsync(Actor.Network!.Value, Code, ct) is { } p)
        {
            Input = new()
            {
                Roles = p.Roles, Ages = p.Ages, Bodies = p.Bodies, DutyToReport = p.DutyToReport, Retention = p.Retention, RetentionYears = p.RetentionYears, Source = p.Source, After = p.Version,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        return ModelState.IsValid
            ? await AnswerAsync(await handler.WriteAsync(Code, Input, Actor, ct), () => LoadAsync(ct), $"/landscape/country?code={Code}", "Saved. It is unchecked until somebody confirms it.")
            : Again();
    }

    private async Task<bool> LoadAsync(CancellationToken ct) =>
        MayHere(LandscapePermissions.Keep) && (await book.CountriesAsync(Actor.Network!.Value, ct)).Contains(Code, StringComparer.Ordinal);
}
