using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Accounts;

/// <summary>
/// No more mails of one kind. A button, since mail programs open links on their own; the same address takes the one press
/// of a mail program (RFC 8058), which has neither form key nor token. The secret in it is the only authority here, so a
/// page of another site that posts to it would have to know it.
/// </summary>
[OpenTo(Audience.LinkHolders)]
[IgnoreAntiforgeryToken(Order = 1001)]
internal sealed class StopMailPage(StopMailHandler handler) : CausewayPage
{
    [FromRoute]
    public Guid Digest { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    [FromRoute]
    public string What { get; set; } = "";

    /// <summary>Null: the link leads nowhere.</summary>
    public OpenedStop? Opened { get; private set; }

    public string Here => $"/mail/stop/{Digest}/{Secret}/{What}";

    private StopLink Link => new(new(Digest), Secret, What);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Opened = await handler.LookAsync(Link, ct);
        return Page(Opened is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    [WithoutKey("stopping twice is stopping once, and a mail program has no form")]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await handler.HandleAsync(Link, ct))
        {
            case null:
                return Done(Here, "These mails are stopped.");
            case var refusal when string.Equals(refusal.Code, StopMailHandler.NoSuchLink.Code, StringComparison.Ordinal):
                return NotThere();
            case var refusal:
                Opened = await handler.LookAsync(Link, ct);
                return Refuse(refusal);
        }
    }
}
