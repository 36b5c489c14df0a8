using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.See)]
internal sealed class ShowCountryModel(CountryBook book, KeepCountryHandler handler) : LandscapePage
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Asked { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public string? How { get; set; }

    public string Code { get; private set; } = "";

    public IReadOnlyList<string> Countries { get; private set; } = [];

    public IReadOnlyList<CountryPage> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.ConfirmAsync(Asked ?? "", Number, How, Actor, ct), () => LoadAsync(ct), $"/landscape/country?code={Asked}", "Confirmed.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return false;
        }

        Countries = await book.CountriesAsync(Actor.Network!.Value, ct);
        Code = Asked ?? Countries.FirstOrDefault("");
        if (Code.Length > 0 && !Countries.Contains(Code, StringComparer.Ordinal))
        {
            return false;
        }

        History = await book.HistoryAsync(Actor.Network.Value, Code, ct);
        return true;
    }
}
