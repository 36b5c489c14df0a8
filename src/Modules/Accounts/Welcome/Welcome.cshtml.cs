using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Causeway.Accounts;

[OpenTo(Audience.LinkHolders)]
[WithoutKey("The link itself works once.")]
internal sealed class WelcomeModel(AcceptInvitation accept) : CausewayPage
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Zone { get; set; }

    public Person? Person { get; private set; }

    public string Way { get; private set; } = "";

    public string Here => "/welcome/" + Token;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        (Name, Language) = (Person?.Name, Person?.Language);
        return Shown();
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken ct) =>
        await accept.AskAsync(Token, HttpContext, ct) is { } json ? Content(json, "application/json") : NotThere();

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct)
    {
        var refusal = await accept.ByPasskeyAsync(Token, new NewcomerCommand(Name, Language, Zone), credential, HttpContext, ct);
        if (refusal is null)
        {
            return LocalRedirect("/account/recovery-codes");
        }

        Way = "passkey";
        await ReadAsync(ct);
        return Person is null ? Shown() : Refuse(refusal);
    }

    private async Task ReadAsync(CancellationToken ct) => Person = (await accept.FindAsync(Token, ct))?.Person;

    // A closed link answers like one that never was.
    private PageResult Shown()
    {
        return Page(Person is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }
}
