using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Accounts;

[Requires(AccountsPermissions.Own)]
internal sealed class SetPasswordModel(Factors factors, ChangeFactors change, AuthenticatorSetup setup, ISessions sessions) : CausewayPage
{
    public bool IsSet { get; private set; }

    public bool IsFresh => sessions.IsFresh(HttpContext);

    public AuthenticatorPicture Picture { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => await ReadAsync(null, ct);

    public async Task<IActionResult> OnPostSetAsync(string? password, string? code, string? carried, CancellationToken ct)
    {
        if (FreshProof.Missing(sessions, this) is { } first)
        {
            return first;
        }

        if (await change.SetPasswordAsync(Actor, password, setup.Open(Actor.Person, carried), code, ct) is { } refusal)
        {
            await ReadAsync(carried, ct);
            return Refuse(refusal);
        }

        return Done("/account", "Password and authenticator app are set.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (FreshProof.Missing(sessions, this) is { } first)
        {
            return first;
        }

        if (await change.RemovePasswordAsync(Actor, ct) is { } refusal)
        {
            await ReadAsync(null, ct);
            return Refuse(refusal);
        }

        return Done("/account", "The password is removed.");
    }

    private async Task ReadAsync(string? carried, CancellationToken ct)
    {
        IsSet = (await factors.OfAsync(Actor.Person, ct)).HasPassword;
        Picture = setup.Show(await change.MeAsync(Actor, ct), carried);
    }
}
