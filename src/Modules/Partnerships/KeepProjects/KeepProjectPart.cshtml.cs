using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class KeepProjectPartPage(PartnershipDoor door, ProjectBook book, KeepProjectsHandler handler) : PartnershipPage
{
    [FromRoute(Name = "project")]
    public Guid Which { get; set; }

    [BindProperty(SupportsGet = true, Name = "row")]
    public int Row { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Cells { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool Drop { get; set; }

    public ProjectView Project { get; private set; } = null!;

    public ProjectSchema Schema { get; private set; } = null!;

    public string At => $"{Here}/projects/{Which}";

    public string Line(int row) => row == 0 ? $"{At}/{Schema.Kind}" : $"{At}/{Schema.Kind}?row={row}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || (Row != 0 && Project.Rows(Schema.Kind).All(r => r.Id != Row)))
        {
            return NotThere();
        }

        Cells = Project.Rows(Schema.Kind).FirstOrDefault(r => r.Id == Row)?.Cells.ToDictionary(c => c.Key, c => (string?)c.Value, StringComparer.Ordinal) ?? [];
        Version = Project.Parts[Schema.Kind].Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var refusal = Drop
            ? await handler.DropAsync(new(Id), new(Which), Schema.Kind, Row, Version, Actor, ct)
            : await handler.KeepAsync(new(Id), new(Which), new(Schema.Kind, Row, Cells, Version), Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), Line(0), "Saved.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (RouteData.Values["part"] is not string name || !Enum.TryParse<ProjectPartKind>(name, out var kind) || !Enum.IsDefined(kind) || name != kind.ToString()
            || await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view, new(Which), ct) is not { } project)
        {
            return false;
        }

        (View, Project, Schema) = (view, project, ProjectSchema.Of(kind));
        return true;
    }
}
