using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Networks;

[Requires(NetworksPermissions.AskNetwork)]
internal sealed class AskNetworkModel(AskNetworkHandler handler) : NetworkPage
{
    [BindProperty]
    public string? Topic { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int Days { get; set; } = Question.UsualDays;

    [BindProperty]
    public bool NoChild { get; set; }

    public IEnumerable<SelectListItem> Choices => Question.DaysOffered.Select(d => new SelectListItem(T["{0} days", d], d.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public IActionResult OnGet() => InNetwork ? Page() : NotThere();

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

        var (id, refusal) = await handler.HandleAsync(new AskNetwork(Topic, Text, Days, NoChild), Actor, ct);
        return Answer(refusal, $"/network/questions/{id}", "Asked. Members see it on their home page until it closes.");
    }
}
