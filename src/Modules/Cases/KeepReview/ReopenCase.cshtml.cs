using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

[Requires(CasePermissions.Lead)]
internal sealed class ReopenCasePage(CaseBook book, KeepReviewHandler handler) : LeadPage(book)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.ReopenAsync(Case, Text, NextReviewOn, Actor, ct), () => LoadAsync(ct), Here, "The case is open again.");
}
