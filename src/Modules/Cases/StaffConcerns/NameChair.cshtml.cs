using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

/// <summary>Who receives what is said about the head. One names, another agrees.</summary>
[Requires(WorryPermissions.KeepChair)]
internal sealed class NameChairPage(AppDbContext db, SchoolPeople people, IPersonDirectory directory) : CasePage
{
    [BindProperty]
    public Guid? Person { get; set; }

    public string? Chair { get; private set; }

    public string? Proposed { get; private set; }

    public bool MayAgree { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is null ? NotThere() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } row)
        {
            return NotThere();
        }

        if ((await people.AllAsync(ct)).FirstOrDefault(p => p.Person.Value == Person && p.Role == Role.SeniorLeader) is not { } post)
        {
            return Refuse(RegisterChair.NoPerson);
        }

        row.Propose(post.Person, Actor.Person);
        return await SaveAsync("chair.proposed", row, "Named. Somebody else must agree.", ct);
    }

    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } row)
        {
            return NotThere();
        }

        return row.Agree(Actor.Person) is { } refusal ? Refuse(refusal) : await SaveAsync("chair.agreed", row, "Agreed.", ct);
    }

    private async Task<IActionResult> SaveAsync(string act, RegisterChair row, string words, CancellationToken ct) =>
        await db.TrySaveAsync(act, row.OrganisationId.Value, ct) is { } refusal ? Refuse(refusal) : Done("/cases/register/chair", words);

    private async Task<RegisterChair?> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(WorryPermissions.KeepChair) || Actor.Organisation is not { } school)
        {
            return null;
        }

        var row = await db.Set<RegisterChair>().FirstOrDefaultAsync(c => c.OrganisationId == school, ct);
        if (row is null)
        {
            row = RegisterChair.Of(school);
            db.Add(row);
        }

        Chair = row.Chair is { } chair ? (await directory.FindAsync(chair, ct))?.Name : null;
        Proposed = row.Proposed is { } next ? (await directory.FindAsync(next, ct))?.Name : null;
        MayAgree = row.Proposed is not null && row.ProposedBy != Actor.Person && row.Proposed != Actor.Person;
        Choices = SchoolPeople.Choices((await people.AllAsync(ct)).Where(p => p.Role == Role.SeniorLeader).DistinctBy(p => p.Person));
        return row;
    }
}
