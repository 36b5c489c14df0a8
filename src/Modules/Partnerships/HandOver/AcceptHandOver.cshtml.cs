using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>What somebody is asked to take over. They may not see the partnership yet, and see no more of it than this.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class AcceptHandOverPage(RunHandOverHandler handler) : PartnershipPage
{
    public HandOver Asked { get; private set; } = null!;

    public IEnumerable<Party> Others => View.Parties.Where(p => p.Id != View.Own!.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostYesAsync(CancellationToken ct)
    {
        var url = await LoadAsync(ct) ? $"/partnerships/{View.Partnership.Id}/hand-overs" : "/partnerships";
        return await AnswerAsync(await handler.AnswerAsync(new(Id), true, Actor, ct), () => LoadAsync(ct), url, "You are an owner now. The list says what you need.");
    }

    public async Task<IActionResult> OnPostNoAsync(CancellationToken ct) => await AnswerAsync(
        await handler.AnswerAsync(new(Id), false, Actor, ct), () => LoadAsync(ct), "/", "Thank you for saying so. Somebody else will be asked.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await handler.AskedAsync(new(Id), Actor, ct) is not { } asked)
        {
            return false;
        }

        (Asked, View) = asked;
        return true;
    }
}
