using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>The files of a partnership, shelf by shelf.</summary>
[Requires(PartnershipsPermissions.Work)]
[AnswerTooLarge(FileUpload.MostBytes)]
[RequestSizeLimit(FileUpload.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = FileUpload.MostBytes)]
internal sealed class KeepFilesPage(PartnershipDoor door, FileBook book, ProjectBook projects, KeepFilesHandler handler) : PartnershipPage
{
    /// <summary>Chosen in the form.</summary>
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty(SupportsGet = true, Name = "place")]
    public string? Place { get; set; }

    public IReadOnlyList<KeptFile> Kept { get; private set; } = [];

    public IEnumerable<KeptFile> Own => Kept.Where(f => f.File.PartyId == View.Own!.Id);

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public IReadOnlyList<(string Title, IReadOnlyList<KeptFile> Files)> Shelves { get; private set; } = [];

    public string SideOf(PartnershipFile file) => View.Parties.FirstOrDefault(p => p.Id == file.PartyId)?.Name ?? "";

    /// <param name="large">An upload was too large to be looked at.</param>
    public async Task<IActionResult> OnGetAsync(bool large, CancellationToken ct) => !await LoadAsync(ct) ? NotThere() : large ? Refuse(FileFormat.AtOnce) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        FileWords.Read(Place ?? nameof(FileShelf.Partnership)) is { } place ? await handler.AddAsync(new(Id), Title, place, await Files.ReadAsync(ct), Actor, ct) : PartnershipFile.NoPlace,
        () => LoadAsync(ct), $"{Here}/files", "Added. Every side can open it.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Kept = await book.OfAsync(view, ct);
        var all = await projects.OfAsync(view, ct);
        Places = FileWords.Places(all, T);
        Shelves = [.. Kept.GroupBy(f => f.File.Place).OrderBy(g => g.Key.Shelf).Select(g => (
            g.Key.Project is { } project ? T["Project: {0}", all.FirstOrDefault(p => p.Id == project)?.Title ?? ""].Value : T[FileWords.Of(g.Key.Shelf)].Value, (IReadOnlyList<KeptFile>)[.. g]))];
        return true;
    }
}
