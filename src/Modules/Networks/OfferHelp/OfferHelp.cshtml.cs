using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Networks;

[Requires(NetworksPermissions.OfferHelp)]
internal sealed class OfferHelpModel(OfferHelpHandler handler) : NetworkPage
{
    [BindProperty]
    public OfferKind Kind { get; set; }

    [BindProperty]
    public string? Topic { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Need { get; set; }

    [BindProperty]
    public HelpAudience Audience { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <param name="kind">What to begin with, where another page leads here; with its need.</param>
    /// <param name="need">Code of the need.</param>
    public IActionResult OnGet(OfferKind kind, string? need)
    {
        // What the address said would stand before what it means: a retired code has a successor.
        ModelState.Clear();
        (Kind, Need) = (kind, NeedTaxonomy.Find(need)?.Code);
        (From, Until) = (Today, Today.AddMonths(3));
        return InNetwork ? Page() : NotThere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!InNetwork)
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var (id, refusal) = await handler.HandleAsync(new OfferTerms(Kind, Topic, Text, Audience, Amount, From, Until, string.IsNullOrEmpty(Need) ? null : Need), Actor, ct);
        return Answer(refusal, $"/network/offers/{id}", "The members see it now.");
    }
}
