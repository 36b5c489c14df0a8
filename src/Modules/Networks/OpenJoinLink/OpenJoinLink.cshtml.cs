using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Networks;

[Requires(NetworksPermissions.AnswerInvitation)]
internal sealed class OpenJoinLinkModel(JoinByLinkHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true, Name = "network")]
    public Guid NetworkId { get; set; }

    [BindProperty(SupportsGet = true, Name = "link")]
    public Guid LinkId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public Network Found { get; private set; } = null!;

    public MembershipKind Kind { get; private set; }

    private JoinByLink Command => new(new(NetworkId), new(LinkId), Secret);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await LookAsync(ct)
        ? Answer(await handler.HandleAsync(Command, Actor, ct), "/network", "Your organisation is a member now.")
        : NotThere();

    private async Task<bool> LookAsync(CancellationToken ct)
    {
        if (await handler.LookAsync(Command, Actor, ct) is not { } seen)
        {
            return false;
        }

        (Found, Kind) = seen;
        return true;
    }
}
