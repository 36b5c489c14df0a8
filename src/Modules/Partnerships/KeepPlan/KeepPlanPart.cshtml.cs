using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class KeepPlanPartPage(PartnershipDoor door, PlanBook book, KeepPlanHandler handler) : PartnershipPage
{
    [BindProperty(SupportsGet = true, Name = "row")]
    public int Row { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Cells { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool Drop { get; set; }

    public PlanView Plan { get; private set; } = null!;

    public PlanSchema Schema { get; private set; } = null!;

    public PlanPart Part => Plan.Parts[Schema.Kind];

    public PlanSchema? Next => PlanSchema.All.SkipWhile(s => s.Kind != Schema.Kind).Skip(1).FirstOrDefault();

    public string At(int row) => row == 0 ? $"{Here}/plan/{Schema.Kind}" : $"{Here}/plan/{Schema.Kind}?row={row}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || (Row != 0 && Part.Rows.All(r => r.Id != Row)))
        {
            return NotThere();
        }

        Cells = Part.Rows.FirstOrDefault(r => r.Id == Row)?.Cells.ToDictionary(c => c.Key, c => (string?)c.Value, StringComparer.Ordinal) ?? [];
        Version = Part.Version;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => PostAsync(
        by => Drop && Row != 0 ? handler.DropAsync(by, Schema.Kind, Row, Version, ct) : handler.KeepAsync(by, new(Schema.Kind, Row, Cells, Version), ct), "Saved. Confirmations of the plan are asked anew.", ct);

    public Task<IActionResult> OnPostNoneAsync(CancellationToken ct) => PostAsync(by => handler.NoneAppliesAsync(by, Version, ct), "Marked. You can change any of them later.", ct);

    private async Task<IActionResult> PostAsync(Func<PlanWriter, Task<Refusal?>> act, string message, CancellationToken ct) =>
        !await LoadAsync(ct) ? NotThere() : await AnswerAsync(await act(new(View, Actor.Name, null)), () => LoadAsync(ct), At(0), message);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!Enum.TryParse<PlanPartKind>(RouteData.Values["part"]?.ToString(), ignoreCase: true, out var kind) || !Enum.IsDefined(kind)
            || await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view, null, ct) is not { } plan)
        {
            return false;
        }

        (View, Plan, Schema) = (view, plan, PlanSchema.Of(kind));
        return true;
    }
}
