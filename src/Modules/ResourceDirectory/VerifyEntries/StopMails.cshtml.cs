using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>No more mails to this address. A button, since mail programs open links on their own.</summary>
[OpenTo(Audience.LinkHolders)]
[IgnoreAntiforgeryToken(Order = 1001)]
internal sealed class StopMailsPage(AnswerByLinkHandler handler) : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Ask { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    public bool Stopped { get; private set; }

    public bool Found { get; private set; }

    public string Back => $"/check/{Network}/{Ask}/{Secret}";

    private CheckLink Link => new(new(Network), new(Ask), Secret);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var opened = await handler.LookAsync(Link, ct);
        (Found, Stopped) = (opened is not null, opened?.Ask.StoppedAt is not null);
        return Page(Found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    [WithoutKey("stopping twice is stopping once, and the one press of a mail program (RFC 8058) has no form")]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await handler.StopAsync(Link, ct) is { } refusal
        ? refusal == AnswerByLinkHandler.Closed ? NotThere() : Refuse(refusal)
        : Done(Back + "/stop", "No more mails of this kind come to this address.");
}
