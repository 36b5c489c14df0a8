using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>A mail of the made-up city as a file, calendar part included, for a mail program to open.</summary>
[OpenTo(Audience.DemoOnly)]
internal sealed class DemoMailFileModel(AppDbContext db, IOptions<AccountsOptions> options) : CausewayPage
{
    public async Task<IActionResult> OnGetAsync(Guid mail, CancellationToken ct) =>
        options.Value.Demo && await db.Set<OutboxMail>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == new MailId(mail), ct) is { } found
            ? File(MailFile.Of(found, options.Value.MailFrom), "message/rfc822", $"{found.Id}.eml")
            : NotThere();
}
