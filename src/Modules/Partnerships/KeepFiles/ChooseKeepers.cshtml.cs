using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>The list that a departure leaves: every file of the own side, what needs a keeper first.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class ChooseKeepersPage(PartnershipDoor door, FileBook book, KeepFilesHandler handler) : PartnershipPage
{
    /// <summary>File to owner.</summary>
    [BindProperty]
    public Dictionary<Guid, Guid?> Given { get; set; } = [];

    public IReadOnlyList<KeptFile> Files { get; private set; } = [];

    /// <summary>Owners of the own side of whom no file says that they go.</summary>
    public IReadOnlyList<PartyOwner> Keepers { get; private set; } = [];

    public string? Chosen(KeptFile file) => Given.GetValueOrDefault(file.File.Id.Value)?.ToString();

    public IReadOnlyList<SelectListItem> KeepersFor(KeptFile file) => [.. Keepers.Where(k => k.Id != file.Keeper?.Id).Select(k => new SelectListItem(k.Name, k.Id.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.GiveAsync(new(Id), Given, Actor, ct), () => LoadAsync(ct), $"{Here}/files", "The keepers are written down.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { Own: { } own } view)
        {
            return false;
        }

        View = view;
        Files = [.. (await book.OfAsync(view, ct)).Where(f => f.File.PartyId == own.Id).OrderByDescending(f => f.NeedsKeeper).ThenBy(f => f.File.Title, StringComparer.CurrentCulture)];
        var leaving = Files.Where(f => f.State is KeeperState.Leaves or KeeperState.HasLeft).Select(f => f.Keeper!.Id).ToHashSet();
        Keepers = [.. view.OwnersOf(own).Where(o => !leaving.Contains(o.Id))];
        return true;
    }
}
