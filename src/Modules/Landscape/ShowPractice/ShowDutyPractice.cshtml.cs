using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

/// <summary>One duty, place by place, with its older notes.</summary>
[Requires(LandscapePermissions.See)]
internal sealed class ShowDutyPracticeModel(LawBook laws, PracticeBook book, NotePracticeHandler handler, LandscapeDoor door) : LandscapePage
{
    [FromRoute]
    public Guid Duty { get; set; }

    [BindProperty]
    public Guid Note { get; set; }

    public DutyView View { get; private set; } = null!;

    public IReadOnlyList<PracticeNote> Notes { get; private set; } = [];

    public IEnumerable<(string Place, IReadOnlyList<PracticeNote> Notes)> ByPlace =>
        Notes.GroupBy(n => n.Locality, StringComparer.OrdinalIgnoreCase).OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(g => (g.Key, (IReadOnlyList<PracticeNote>)[.. g]));

    public bool MayWrite(PracticeNote note) => door.MayWrite(Actor, note.School);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.TakeBackAsync(new(Note), Actor, ct), () => LoadAsync(ct), $"/landscape/practice/{Duty}", "The words were taken back.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See) || (await laws.DutiesAsync(Actor.Network!.Value, Today, ct)).FirstOrDefault(d => d.Duty.Id.Value == Duty) is not { } view)
        {
            return false;
        }

        (View, Notes) = (view, await book.OfAsync(new(Duty), ct));
        return true;
    }
}
