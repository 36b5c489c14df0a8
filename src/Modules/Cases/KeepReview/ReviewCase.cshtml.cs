using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

[Requires(CasePermissions.Lead)]
internal sealed class ReviewCasePage(CaseBook book, KeepReviewHandler handler) : LeadPage(book)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.ReviewAsync(Case, Text, NextReviewOn, Actor, ct), () => LoadAsync(ct), Here, "Reviewed. The next review is set.");
}
