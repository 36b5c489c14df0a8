using System.Security.Cryptography;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments;

/// <summary>A proof that was given as a file; null <see cref="Name"/>: a link.</summary>
internal sealed record ProofFile(string Name, byte[] Bytes);

/// <summary>Puts a body forward, gathers answers and proofs, submits, drops, begins again.</summary>
internal sealed class ExamineBodyHandler(AppDbContext db, DiligenceBook book, FileStore files)
{
    public const int LargestProof = 10_000_000;

    private const int MostProofs = 200;

    public static readonly Refusal TooLarge = new("evidence.too-large", "A proof has 10 MB at most.", "Upload");
    public static readonly Refusal TooMany = new("evidence.too-many", "A file has {0} proofs at most.", null, MostProofs);
    public static readonly Refusal UnknownKind = new("evidence.unknown-kind", "Give a PDF, or a picture as JPEG or PNG.", "Upload");

    public async Task<(ExaminedBodyId Id, Refusal? Refusal)> ProposeAsync(BodyTerms terms, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !book.May(actor, InstrumentsPermissions.Propose))
        {
            return (default, InstrumentPage.Gone);
        }

        var (file, refusal) = DueDiligenceFile.Propose(network, terms, Checklist, actor, book.Clock);
        if (file is null)
        {
            return (default, refusal);
        }

        db.Add(file);
        db.Add(DiligenceStep.Take(file, null, actor, book.Clock));
        return (file.Id, await db.TrySaveAsync("diligence.proposed", file.Id.Value, ct));
    }

    public async Task<Refusal?> AnswerAsync(ExaminedBodyId id, string section, int version, IReadOnlyDictionary<string, List<string?>> typed, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, InstrumentsPermissions.Propose, ct) is not { File: var file })
        {
            return InstrumentPage.Gone;
        }

        if (file.Version != version || !file.MayBeWritten)
        {
            return file.MayBeWritten ? Refusal.ChangedMeanwhile : DueDiligenceFile.WrongState;
        }

        var sheet = AnswerSheet.Read(file.Answers);
        foreach (var item in InstrumentJson.Open(file.Definition).Sections.FirstOrDefault(s => s.Key == section)?.Items ?? [])
        {
            if (sheet.Take(item, typed.GetValueOrDefault(item.Key) ?? []) is { } refusal)
            {
                return refusal with { Field = $"A[{item.Key}]" };
            }
        }

        return file.Write(sheet.Write()) ?? await db.TrySaveAsync("diligence.answered", id.Value, ct);
    }

    public async Task<Refusal?> ProveAsync(ExaminedBodyId id, ProofTerms terms, ProofFile? given, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, InstrumentsPermissions.Propose, ct) is not { } view || InstrumentJson.Open(view.File.Definition).Sections.All(s => s.Key != terms.Section))
        {
            return InstrumentPage.Gone;
        }

        if (view.Evidence.Count >= MostProofs || given?.Bytes.Length > LargestProof)
        {
            return view.Evidence.Count >= MostProofs ? TooMany : TooLarge;
        }

        // Proofs run out while a conclusion holds: a newer revision may come at any time.
        var revision = 1 + view.Evidence.Where(e => e.Section == terms.Section && e.Title == terms.Title?.Trim()).Select(e => e.Revision).DefaultIfEmpty(0).Max();
        if (given is not null)
        {
            if (KindOf(given.Bytes) is not { } kind)
            {
                return UnknownKind;
            }

            // Checked before anything is stored: a refused proof leaves no file behind.
            if (DiligenceEvidence.Add(view.File, terms with { Stored = EntityId.New<FileId>(book.Clock), Sha256 = "" }, revision, actor, book.Clock).Refusal is { } unfit)
            {
                return unfit;
            }

            using var bytes = new MemoryStream(given.Bytes);
            terms = terms with { Stored = await files.AddAsync(bytes, given.Name, kind, ct), Sha256 = Convert.ToHexString(SHA256.HashData(given.Bytes)) };
        }

        var (evidence, refusal) = DiligenceEvidence.Add(view.File, terms, revision, actor, book.Clock);
        if (evidence is null)
        {
            return refusal;
        }

        db.Add(evidence);
        return await db.TrySaveAsync("diligence.proof-added", evidence.Id.Value, ct);
    }

    public Task<Refusal?> SubmitAsync(ExaminedBodyId id, Actor actor, CancellationToken ct) => StepAsync(id, actor, "diligence.submitted", null, f =>
    {
        var sheet = AnswerSheet.Read(f.Answers);
        return f.Submit(InstrumentJson.Open(f.Definition).Sections.All(s => s.Items.Any(i => sheet[i.Key] is not null)), actor);
    }, ct);

    public Task<Refusal?> DropAsync(ExaminedBodyId id, string? note, Actor actor, CancellationToken ct) => StepAsync(id, actor, "diligence.dropped", note, f => f.Drop(note), ct);

    public Task<Refusal?> RenewAsync(ExaminedBodyId id, Actor actor, CancellationToken ct) => StepAsync(id, actor, "diligence.begun-again", null, f => f.Renew(Checklist, actor), ct);

    private static string Checklist => InstrumentJson.Write(ShippedInstruments.Find(ShippedInstruments.DueDiligence)!);

    private async Task<Refusal?> StepAsync(ExaminedBodyId id, Actor actor, string act, string? note, Func<DueDiligenceFile, Refusal?> step, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, InstrumentsPermissions.Propose, ct) is not { File: var file })
        {
            return InstrumentPage.Gone;
        }

        if (step(file) is { } refusal)
        {
            return refusal;
        }

        db.Add(DiligenceStep.Take(file, note, actor, book.Clock));
        return await db.TrySaveAsync(act, id.Value, ct);
    }

    /// <summary>What the bytes say, never what the browser claims.</summary>
    private static string? KindOf(ReadOnlySpan<byte> bytes) =>
        FileSignature.IsPdf(bytes) ? "application/pdf" : FileSignature.IsJpeg(bytes) ? "image/jpeg" : FileSignature.IsPng(bytes) ? "image/png" : null;
}
