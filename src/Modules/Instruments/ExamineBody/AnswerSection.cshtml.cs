using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

/// <summary>One section of a body's file: answers and proofs.</summary>
[Requires(InstrumentsPermissions.SeeDiligence)]
internal sealed class AnswerSectionPage(DiligenceBook book, ExamineBodyHandler handler) : InstrumentPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Section { get; set; } = "";

    [BindProperty]
    public Dictionary<string, List<string?>> A { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    [BindProperty]
    public DateOnly? ExpiresOn { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public DiligenceView View { get; private set; } = null!;

    public Section Part { get; private set; } = null!;

    public QuestionsView Questions { get; private set; } = null!;

    public bool IsProving { get; private set; }

    public IReadOnlyList<DiligenceEvidence> Proofs => [.. View.Evidence.Where(e => e.Section == Part.Key)];

    public bool MayProve => MayHere(InstrumentsPermissions.Propose);

    public bool MayWrite => MayProve && View.File.MayBeWritten;

    public string Words(Item item) => WaveResult.Spell(item, Questions.Sheet, T);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.AnswerAsync(new(Id), Section, Version, A, Actor, ct), () => LoadAsync(ct), $"/instruments/bodies/{Id}", "Saved.");

    public async Task<IActionResult> OnPostProveAsync(CancellationToken ct)
    {
        IsProving = true;
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Again() : NotThere();
        }

        var refusal = await handler.ProveAsync(new(Id), new(Section, Title, Link, null, null, ExpiresOn), await GivenAsync(ct), Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/instruments/bodies/{Id}/sections/{Section}", "The proof is kept.");
    }

    private async Task<ProofFile?> GivenAsync(CancellationToken ct)
    {
        if (Upload is not { Length: > 0 } file)
        {
            return null;
        }

        // One more than is taken: the handler then says that it is too large.
        var bytes = new byte[Math.Min(file.Length, ExamineBodyHandler.LargestProof + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return new(Path.GetFileName(file.FileName), bytes);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.FindAsync(new(Id), Actor, InstrumentsPermissions.SeeDiligence, ct) is not { } view
            || InstrumentJson.Open(view.File.Definition) is var checklist && checklist.Sections.FirstOrDefault(s => s.Key == Section) is not { } part)
        {
            return false;
        }

        (View, Part) = (view, part);
        Questions = new(checklist, part.Items, AnswerSheet.Read(view.File.Answers));
        return true;
    }
}

/// <summary>A stored proof, for the school that keeps it.</summary>
[Requires(InstrumentsPermissions.SeeDiligence)]
internal sealed class DownloadProofPage(DiligenceBook book, FileStore files) : InstrumentPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid proof, CancellationToken ct)
    {
        if (await book.FindAsync(new(id), Actor, InstrumentsPermissions.SeeDiligence, ct) is not { } view
            || view.Evidence.FirstOrDefault(e => e.Id == new DiligenceRowId(proof)) is not { StoredFile: { } stored }
            || await files.FindAsync(stored, ct) is not { } file)
        {
            return NotThere();
        }

        using var plain = new MemoryStream();
        await files.ReadAsync(stored, plain, ct);
        return File(plain.ToArray(), file.ContentType, file.Name);
    }
}
