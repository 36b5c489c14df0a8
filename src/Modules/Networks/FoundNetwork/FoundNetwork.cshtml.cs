using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Networks;

[Requires(NetworksPermissions.FoundNetwork)]
internal sealed class FoundNetworkModel(FoundNetworkHandler handler) : NetworkPage
{
    [BindProperty]
    public IdentityForm Input { get; set; } = new();

    [BindProperty]
    public string? FirstName { get; set; }

    [BindProperty]
    public string? Zone { get; set; }

    [BindProperty]
    public string? PersonName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public Role Role { get; set; } = Role.SafeguardingLead;

    [BindProperty]
    public string? PersonTitle { get; set; }

    public bool IsOperator => Actor.Role == Role.Operator;

    public IActionResult OnGet()
    {
        if (Actor.Network is not null && !IsOperator)
        {
            return NotThere();
        }

        Input.Area = "";
        Zone = Actor.Zone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var languages = Input.Languages ?? "en";
        var first = IsOperator
            ? new FirstMember(new OrganisationDetails(FirstName ?? "", OrganisationKind.School, Zone ?? "", languages), PersonName, Email, Role, PersonTitle ?? "")
            : null;
        var refusal = await handler.HandleAsync(new(Input.ToIdentity(), await Input.Logo.ReadAsync(ct), first), Actor, ct);
        return IsOperator
            ? Answer(refusal, "/", "The network is founded, and its first contact has mail.")
            : Answer(refusal, "/account/posts", "The network is founded. To invite others, act as its coordinator.");
    }
}
