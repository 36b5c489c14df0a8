using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

[OpenTo(Audience.Everyone)]
[WithoutKey("Signing in twice gives two sessions of the same person; a key would answer a replay as if it were the person.")]
internal sealed class SignInModel(IOptions<AccountsOptions> options) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Which of the two forms was refused.</summary>
    public string Way { get; private set; } = "password";

    public bool IsDemo => options.Value.Demo;

    public IActionResult OnGet()
    {
        ReturnUrl = LocalOnly.Url(ReturnUrl);
        return Actor.IsSignedIn ? LocalRedirect(ReturnUrl) : Page();
    }

    public async Task<IActionResult> OnPostAskAsync([FromServices] PasskeySignIn byPasskey, CancellationToken ct) => await byPasskey.AskAsync(HttpContext, ct) is { } json
        ? Content(json, "application/json")
        : StatusCode(StatusCodes.Status429TooManyRequests);

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, [FromServices] PasskeySignIn byPasskey, CancellationToken ct)
    {
        Way = "passkey";
        return await byPasskey.HandleAsync(credential, HttpContext, ct) is { } refusal ? Refuse(refusal) : LocalRedirect(LocalOnly.Url(ReturnUrl));
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? password, string? code, [FromServices] PasswordSignIn byPassword, CancellationToken ct) =>
        await byPassword.HandleAsync(new PasswordSignInCommand(Email, password, code), HttpContext, ct) is { } refusal
            ? Refuse(refusal)
            : LocalRedirect(LocalOnly.Url(ReturnUrl));
}

/// <summary>Where to go on: a path of this site, or home.</summary>
internal static class LocalOnly
{
    public static string Url(string? asked) =>
        asked is ['/', ..] && (asked.Length == 1 || asked[1] is not ('/' or '\\')) && !asked.Any(char.IsControl) ? asked : "/";
}
