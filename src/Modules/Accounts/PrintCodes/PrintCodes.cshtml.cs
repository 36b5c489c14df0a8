using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

[Requires(AccountsPermissions.Own)]
internal sealed class PrintCodesModel(Factors factors, ChangeFactors change, ISessions sessions, IOptions<AccountsOptions> options) : CausewayPage
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public int Left { get; private set; }

    public string Email { get; private set; } = "";

    public string Site => options.Value.Site;

    public bool IsFresh => sessions.IsFresh(HttpContext);

    public async Task OnGetAsync(CancellationToken ct) => Left = (await factors.OfAsync(Actor.Person, ct)).RecoveryCodesLeft;

    /// <summary>Answers with the page itself, not with a redirect: the codes are nowhere but in this answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (FreshProof.Missing(sessions, this) is { } first)
        {
            return first;
        }

        Codes = await change.PrintCodesAsync(Actor, ct);
        Email = (await change.MeAsync(Actor, ct)).Email;
        return Page();
    }
}
