using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>One file with its versions; whoever is inside brings a newer one, the side that keeps it may remove it.</summary>
[Requires(PartnershipsPermissions.Work)]
[AnswerTooLarge(FileUpload.MostBytes)]
[RequestSizeLimit(FileUpload.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = FileUpload.MostBytes)]
internal sealed class ShowFilePage(PartnershipDoor door, FileBook book, ProjectBook projects, KeepFilesHandler handler) : PartnershipPage
{
    [FromRoute(Name = "file")]
    public Guid Which { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    public string Act { get; private set; } = "";

    public string At => $"{Here}/files/{Which}";

    public KeptFile Kept { get; private set; } = null!;

    public JointProject? Project { get; private set; }

    public bool IsClosed => Project?.IsFinished == true;

    public bool IsOwn => Kept.File.PartyId == View.Own!.Id;

    public string Side => View.Parties.FirstOrDefault(p => p.Id == Kept.File.PartyId)?.Name ?? "";

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <param name="large">An upload was too large to be looked at.</param>
    public async Task<IActionResult> OnGetAsync(bool large, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        (Version, Title, Place) = (Kept.File.Version, Kept.File.Title, FileWords.Write(Kept.File.Place));
        return large ? Refuse(FileFormat.AtOnce) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await EndAsync("Renew", await handler.RenewAsync(new(Id), new(Which), await Files.ReadAsync(ct), Version, Actor, ct), At, "The newer version is in use. The earlier ones stay.", ct);

    public async Task<IActionResult> OnPostDescribeAsync(CancellationToken ct) => await EndAsync(
        "Describe", FileWords.Read(Place) is { } place ? await handler.DescribeAsync(new(Id), new(Which), Title, place, Version, Actor, ct) : PartnershipFile.NoPlace, At, "Saved.", ct);

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) =>
        await EndAsync("Remove", await handler.RemoveAsync(new(Id), new(Which), Version, Actor, ct), $"{Here}/files", "The file is gone for every side.", ct);

    private Task<IActionResult> EndAsync(string act, Refusal? refusal, string url, string message, CancellationToken ct)
    {
        Act = act;
        return AnswerAsync(refusal, () => LoadAsync(ct), url, message);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view, new(Which), ct) is not { } found)
        {
            return false;
        }

        (View, Kept) = (view, found);
        var all = await projects.OfAsync(view, ct);
        Project = all.FirstOrDefault(p => p.Id == found.File.ProjectId);
        Places = FileWords.Places(all, T);
        (Title, Place) = (Title ?? found.File.Title, Place ?? FileWords.Write(found.File.Place));
        return true;
    }
}
