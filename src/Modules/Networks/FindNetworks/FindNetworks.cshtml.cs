using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>Networks whose existence is listed. The list holds name cards only.</summary>
[Requires(NetworksPermissions.AnswerInvitation)]
internal sealed class FindNetworksModel(AppDbContext db) : NetworkPage
{
    [BindProperty(SupportsGet = true, Name = Paging.QueryKey)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Network> Networks { get; private set; } = [];

    public Paging Pages { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var listed = db.Set<Network>().AsNoTracking().Where(n => n.ExistenceIsListed);
        Pages = new Paging(PageNumber, await listed.CountAsync(ct));
        Networks = await listed.OrderBy(n => n.Name).ThenBy(n => n.Id).Skip(Pages.Skip).Take(Pages.Size).ToListAsync(ct);
    }
}
