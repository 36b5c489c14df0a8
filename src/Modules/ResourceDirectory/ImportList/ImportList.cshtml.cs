using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Drop lists in, and see what became of earlier ones.</summary>
[Requires(DirectoryPermissions.ImportLists)]
[AnswerTooLarge(MostBytes, "/directory/import?large=true")]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class ImportListPage(AppDbContext db, UploadListHandler upload) : CausewayPage
{
    // One full list and the form around it.
    private const int MostBytes = ListReader.MaxBytes + (1 << 20);

    [BindProperty]
    public List<IFormFile> Lists { get; set; } = [];

    [BindProperty]
    public string? Encoding { get; set; }

    public IReadOnlyList<ListImport> Imports { get; private set; } = [];

    public Paging Paging { get; private set; }

    /// <param name="large">An upload was too large to be looked at.</param>
    public async Task<IActionResult> OnGetAsync(int p, bool large, CancellationToken ct)
    {
        await LoadAsync(p, ct);
        return large ? Refuse(ListReader.TooLarge with { Field = nameof(Lists) }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Lists.Count == 0)
        {
            await LoadAsync(1, ct);
            return Refuse(new Refusal("list.none", "Choose a file first.", nameof(Lists)));
        }

        var taken = new List<ListImport>();
        foreach (var list in Lists)
        {
            await using var content = list.OpenReadStream();
            var answer = await ListReader.BytesOfAsync(content, ct) is { } bytes
                ? await upload.HandleAsync(new UploadList(bytes, list.FileName, string.IsNullOrEmpty(Encoding) ? null : Encoding), Actor, ct)
                : new UploadAnswer([], ListReader.TooLarge);
            taken.AddRange(answer.Imports);
            if (answer.Refusal is { } refusal)
            {
                ModelState.AddModelError(nameof(Lists), $"{Path.GetFileName(list.FileName)}: {T[refusal.Message, refusal.Values]}");
            }
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(1, ct);
            return Again();
        }

        return taken.Count == 1 || Lists.Count == 1
            ? Done($"/directory/import/{taken[0].Id}", "The list is read. Nothing is taken yet: look at it first.")
            : Done("/directory/import", "{0} lists are read. Nothing is taken yet: look at each first.", taken.Count);
    }

    private async Task LoadAsync(int page, CancellationToken ct)
    {
        var mine = db.Set<ListImport>().AsNoTracking();
        Paging = new Paging(page, await mine.CountAsync(ct), 20);
        Imports = await mine.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
