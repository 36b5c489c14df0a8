using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Accounts;

[Requires(AccountsPermissions.Own)]
internal sealed class EndSessionsModel(Sessions sessions) : CausewayPage
{
    private const string Here = "/account/sessions";

    public IReadOnlyList<LoginSession> Live { get; private set; } = [];

    public LoginSessionId? Present => Sessions.IdOf(HttpContext);

    public static string WordsFor(string method) => method switch
    {
        PasskeySignIn.Method => "passkey",
        PasswordSignIn.Method => "password and app",
        Recovery.Method => "recovery codes",
        DemoDoor.Method => "made-up city",
        _ => method,
    };

    public async Task OnGetAsync(CancellationToken ct) => Live = await sessions.LiveAsync(Actor.Person, ct);

    public async Task<IActionResult> OnPostOneAsync(Guid id, CancellationToken ct)
    {
        var one = (await sessions.LiveAsync(Actor.Person, ct)).Where(s => s.Id.Value == id).ToList();
        if (one.Count == 0)
        {
            return NotThere();
        }

        await sessions.EndAsync(one, ct);
        return Done(Here, "That session is ended.");
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken ct)
    {
        await sessions.EndAsync([.. (await sessions.LiveAsync(Actor.Person, ct)).Where(s => s.Id != Present)], ct);
        return Done(Here, "All other sessions are ended.");
    }
}
