using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.EditOrganisation)]
internal sealed class ChangeGroupModel(AppDbContext db, DeclareGroupHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "tie")]
    public Guid TieId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Benefit { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    public GroupTie Tie { get; private set; } = null!;

    public bool IsChild => Tie.Child == new OrganisationId(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Benefit = IsChild ? Tie.BenefitToChild : Tie.BenefitToParent;
        LastDay = Tie.Until;
        return Page();
    }

    public async Task<IActionResult> OnPostBenefitAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.HandleAsync(new NoteBenefit(new(Id), new(TieId), Benefit, Version), Actor, ct), $"/organisations/{Id}", "Saved.")
        : NotThere();

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (LastDay is null)
        {
            ModelState.AddModelError(nameof(LastDay), T["A date is needed here."]);
            return Again();
        }

        return Answer(await handler.HandleAsync(new EndGroup(new(Id), new(TieId), LastDay.Value, Version), Actor, ct), $"/organisations/{Id}", "Saved.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var (id, tie) = (new OrganisationId(Id), new GroupTieId(TieId));
        var found = May(NetworksPermissions.EditOrganisation, new(Organisation: id))
            ? await db.Set<GroupTie>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == tie && (t.Child == id || t.Parent == id), ct)
            : null;
        Tie = found!;
        return found is not null;
    }
}
