using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

[Requires(CasePermissions.Lead)]
internal sealed class CloseCasePage(CaseBook book, KeepReviewHandler handler) : LeadPage(book)
{
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? ChildsView { get; set; }

    [BindProperty]
    public string? FamilysView { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var words = new EntryWords { Text = FormText.Tidy(Text), Outcome = FormText.Tidy(Outcome), ChildsView = FormText.Tidy(ChildsView), FamilysView = FormText.Tidy(FamilysView) };
        return await AnswerAsync(await handler.CloseAsync(Case, words, Actor, ct), () => LoadAsync(ct), Here, "The case is closed. It stays readable for those who are let in.");
    }
}
