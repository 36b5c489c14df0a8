using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Causeway.Accounts;

[OpenTo(Audience.LinkHolders)]
[WithoutKey("The link itself works once.")]
internal sealed class WelcomeByPasswordModel(AcceptInvitation accept, AuthenticatorSetup setup) : CausewayPage
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public Person? Person { get; private set; }

    public AuthenticatorPicture Picture { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(null, ct);
        (Name, Language) = (Person?.Name, Person?.Language);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string? password, string? code, string? carried, CancellationToken ct)
    {
        var found = await accept.FindAsync(Token, ct);
        var secret = found is var (_, person) ? setup.Open(person.Id, carried) : null;
        var refusal = await accept.ByPasswordAsync(Token, new NewcomerCommand(Name, Language, null), (password, secret, code), HttpContext, ct);
        if (refusal is null)
        {
            return LocalRedirect("/account/recovery-codes");
        }

        await ReadAsync(carried, ct);
        return Person is null ? Shown() : Refuse(refusal);
    }

    private async Task ReadAsync(string? carried, CancellationToken ct)
    {
        Person = (await accept.FindAsync(Token, ct))?.Person;
        if (Person is not null)
        {
            Picture = setup.Show(Person, carried);
        }
    }

    private PageResult Shown()
    {
        return Page(Person is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }
}
