using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Accounts;

[Requires(AccountsPermissions.Own)]
internal sealed class KeepPasskeysModel(Factors factors, ChangeFactors change, PasskeyCeremony ceremony, ISessions sessions) : CausewayPage
{
    private const string Here = "/account/passkeys";

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public bool IsFresh => sessions.IsFresh(HttpContext);

    public bool DutyMet => PasskeyDuty.IsMet(Actor.Role, Passkeys);

    public async Task OnGetAsync(CancellationToken ct) => await ReadAsync(ct);

    [WithoutKey("Only asks; the question is answered once.")]
    public async Task<IActionResult> OnPostAskAsync(CancellationToken ct)
    {
        if (!IsFresh)
        {
            return NotThere();
        }

        return Content(await ceremony.AskToCreateAsync(HttpContext, await change.MeAsync(Actor, ct)), "application/json");
    }

    [WithoutKey("The question behind a passkey is answered once; the key would be spent on asking.")]
    public async Task<IActionResult> OnPostAddAsync(string? credential, string? newLabel, CancellationToken ct)
    {
        if (FreshProof.Missing(sessions, this) is { } first)
        {
            return first;
        }

        var refusal = await change.AddPasskeyAsync(HttpContext, Actor, credential, newLabel, ct);
        return refusal is null ? Done(Here, "The passkey is added. Try it the next time you sign in.") : await AgainAsync(refusal, ct);
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid id, string? label, CancellationToken ct)
    {
        if (FreshProof.Missing(sessions, this) is { } first)
        {
            return first;
        }

        var (found, refusal) = await change.RenamePasskeyAsync(Actor, new PasskeyId(id), label, ct);
        return !found ? NotThere() : refusal is null ? Done(Here, "Renamed.") : await AgainAsync(refusal, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        if (FreshProof.Missing(sessions, this) is { } first)
        {
            return first;
        }

        var (found, refusal) = await change.RemovePasskeyAsync(Actor, new PasskeyId(id), ct);
        return !found ? NotThere() : refusal is null ? Done(Here, "The passkey is removed.") : await AgainAsync(refusal, ct);
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken ct)
    {
        await ReadAsync(ct);
        return Refuse(refusal);
    }

    private async Task ReadAsync(CancellationToken ct) => Passkeys = (await factors.OfAsync(Actor.Person, ct)).Passkeys;
}
