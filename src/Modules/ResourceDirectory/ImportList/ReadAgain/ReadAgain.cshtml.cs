using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Names look wrong: choose how the file was written, and look at the first rows again.</summary>
[Requires(DirectoryPermissions.ImportLists)]
internal sealed class ReadAgainPage(AppDbContext db, ReadAgainHandler again, UploadedFiles files) : CausewayPage
{
    private const int Shown = 4;

    [BindProperty]
    public string? Encoding { get; set; }

    public ListImport Import { get; private set; } = null!;

    /// <summary>How the first rows would look, by encoding.</summary>
    public IReadOnlyList<(string Label, string Name, IReadOnlyList<string> Rows, bool Now)> Ways { get; private set; } = [];

    /// <summary>The file holds plain letters only: whichever way is chosen, it reads the same.</summary>
    public bool ReadsTheSame => Ways.Count > 0 && Ways.All(way => way.Rows.SequenceEqual(Ways[0].Rows, StringComparer.Ordinal));

    /// <summary>A spreadsheet says itself how its letters are written.</summary>
    public static bool Offers(ListImport import) => !import.FileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    public async Task<IActionResult> OnGetAsync(ListImportId id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } no)
        {
            return no;
        }

        Encoding = Ways.FirstOrDefault(way => way.Now).Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ListImportId id, CancellationToken ct)
    {
        var answer = await again.HandleAsync(new ReadAgain(id, Encoding), Actor, ct);
        if (answer.Refusal is { } refusal)
        {
            return await LoadAsync(id, ct) ?? Refuse(refusal);
        }

        return Done($"/directory/import/{answer.Imports[0].Id}", "The file was read again as you chose.");
    }

    private async Task<IActionResult?> LoadAsync(ListImportId id, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct);
        if (import is null)
        {
            return NotThere();
        }

        Import = import;
        if (import.State != ImportState.Preview)
        {
            return Redirect(ImportWords.Url(import));
        }

        if (await files.FindAsync(import.Upload, ct) is { } kept && kept.File.Encoding.Length > 0)
        {
            Ways = [.. ListEncodings.All.Select(way => (way.Label, way.Name, Look(kept, way.Name), string.Equals(way.Name, kept.File.Encoding, StringComparison.OrdinalIgnoreCase))).Where(way => way.Item3.Count > 0)];
        }

        return null;
    }

    /// <summary>The first rows in which the encoding makes a difference; of a small piece, because each encoding reads it anew.</summary>
    private static List<string> Look((UploadedFile File, byte[] Content) kept, string encoding)
    {
        var text = EncodingSample.Of(kept.Content, encoding);
        return text is null ? [] : [.. text.Take(Shown)];
    }
}
