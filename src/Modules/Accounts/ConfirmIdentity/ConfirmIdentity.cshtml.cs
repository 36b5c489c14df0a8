using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Accounts;

[Requires(AccountsPermissions.Own)]
[WithoutKey("Proving twice who one is proves it once more; a key would answer a replay.")]
internal sealed class ConfirmIdentityModel(PasskeySignIn byPasskey, PasswordSignIn byPassword) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Way { get; private set; } = "password";

    public void OnGet() => ReturnUrl = LocalOnly.Url(ReturnUrl);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken ct) => await byPasskey.AskAsync(HttpContext, ct) is { } json
        ? Content(json, "application/json")
        : StatusCode(StatusCodes.Status429TooManyRequests);

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct)
    {
        Way = "passkey";
        return await byPasskey.ProveAgainAsync(credential, HttpContext, ct) is { } refusal ? Refuse(refusal) : LocalRedirect(LocalOnly.Url(ReturnUrl));
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? password, string? code, CancellationToken ct) =>
        await byPassword.ProveAgainAsync(new PasswordSignInCommand(null, password, code), HttpContext, Actor.Person, ct) is { } refusal
            ? Refuse(refusal)
            : LocalRedirect(LocalOnly.Url(ReturnUrl));
}
