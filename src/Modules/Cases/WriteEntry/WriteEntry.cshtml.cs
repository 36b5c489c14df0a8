using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

internal sealed class WriteEntryForm : EntryForm
{
    public string? Meaning { get; set; }
}

[Requires(CasePermissions.Write)]
internal sealed class WriteEntryPage(WriteEntryHandler handler, SchoolPeople people, DraftBook drafts) : DraftedPage<WriteEntryForm>(drafts)
{
    [BindProperty(SupportsGet = true)]
    public EntryKind Kind { get; set; } = EntryKind.Observation;

    [BindProperty(SupportsGet = true, Name = "part")]
    public string PartCode { get; set; } = CaseParts.CoreCode;

    public CasePartKind Part => CaseParts.Of(PartCode) ?? CaseParts.Child;

    public CaseFile Cover { get; private set; } = null!;

    protected override string Form => WriteEntryHandler.FormOf(Kind, Part);

    protected override string Address => $"{Here}/write?kind={Kind}&part={Part.Code}";

    public string Post(string handlerName) => $"{Here}/write?handler={handlerName}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
        {
            return NotThere();
        }

        (Input.SeenOn, Input.Observer) = (Kind == EntryKind.Observation ? Today : null, Actor.Name);
        Input.Position = (await people.AllAsync(ct)).FirstOrDefault(p => p.Id == Actor.Post)?.Title;
        await TakeDraftAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await IsThereAsync(ct) ? Again() : NotThere();
        }

        var refusal = await handler.HandleAsync(new(Case, Part, Kind, Input.ToWords(), Input.Meaning), Actor, ct);
        return await AnswerAsync(refusal, () => IsThereAsync(ct), Part.IsApart ? $"{Here}?part={Part.Code}" : Here, "Written. It stays as it is; a correction stands beside it.");
    }

    protected override async Task<bool> IsThereAsync(CancellationToken ct)
    {
        if (await handler.FindAsync(Case, Part, Kind, ct) is not { } file)
        {
            return false;
        }

        Cover = file;
        return true;
    }
}
