using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>Lets a newcomer follow invitations and verification links without a mail server.</summary>
[OpenTo(Audience.DemoOnly)]
internal sealed class DemoMailModel(AppDbContext db, IOptions<AccountsOptions> options) : CausewayPage
{
    private const int MailsOfPage = 20;

    [BindProperty(SupportsGet = true, Name = Paging.QueryKey)]
    public int PageNumber { get; set; } = 1;

    public Paging Pages { get; private set; }

    public IReadOnlyList<OutboxMail> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!options.Value.Demo)
        {
            return NotThere();
        }

        // What was overtaken before it went never arrives here either.
        var all = db.Set<OutboxMail>().AsNoTracking().Where(m => m.LastError != OutboxMail.Withdrawn || m.SentAt != null);
        Pages = new Paging(PageNumber, await all.CountAsync(ct), MailsOfPage);
        Mails = await all.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip(Pages.Skip).Take(Pages.Size).ToListAsync(ct);
        return Page();
    }

    public static IEnumerable<string> Lines(string body) => body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The path of a line that is an address of this site; links lead nowhere else.</summary>
    public string? PathOf(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var address) && Uri.Compare(address, options.Value.PublicUrl, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? LocalOnly.Url(address.PathAndQuery)
            : null;
}
