using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <param name="Row">0: a new line.</param>
/// <param name="Version">Of the part as it stood on the page.</param>
internal sealed record KeepProjectRow(ProjectPartKind Part, int Row, IReadOnlyDictionary<string, string?> Cells, int Version);

/// <summary>Begins, fills, starts, finishes and copies projects. Each way asks the project itself first, so its archive needs no page to hold it.</summary>
internal sealed class KeepProjectsHandler(AppDbContext db, PartnershipDoor door, ProjectBook book, TimeProvider clock)
{
    public static readonly Refusal BadLink = new("project.bad-link", "Write the whole address, beginning with https://");
    public static readonly Refusal TooMany = new("project.too-many-lines", "A part holds {0} lines at most.", null, ProjectPart.MostRows);

    private const int LongestLink = 200;

    public async Task<(PartnershipRowId? Id, Refusal? Refusal)> BeginAsync(PartnershipId id, ProjectTerms terms, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view)
        {
            return (null, PartnershipDoor.Gone);
        }

        return await AddAsync(view, terms, null, actor, ct);
    }

    /// <summary>A new draft with the same lines and without their days. Notes and files stay with the old one.</summary>
    public async Task<(PartnershipRowId? Id, Refusal? Refusal)> CopyAsync(PartnershipId id, PartnershipRowId project, Actor actor, CancellationToken ct) =>
        await door.EnterAsync(id, actor, ct) is { } view && await book.FindAsync(view, project, ct) is { } from
            ? await AddAsync(view, new(from.Project.Title, null, null), from, actor, ct)
            : (null, PartnershipDoor.Gone);

    public Task<Refusal?> DescribeAsync(PartnershipId id, PartnershipRowId project, ProjectTerms terms, int version, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, project, "project.described", p => p.Project.Version != version && !p.Project.IsFinished ? Refusal.ChangedMeanwhile : p.Project.Describe(terms), actor, ct);

    public Task<Refusal?> StartAsync(PartnershipId id, PartnershipRowId project, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, project, "project.started", p => p.Project.Start(p.Rows(ProjectPartKind.Curriculum).Count, clock.GetUtcNow()), actor, ct);

    public Task<Refusal?> FinishAsync(PartnershipId id, PartnershipRowId project, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, project, "project.finished", p => p.Project.Finish(actor.Name, clock.GetUtcNow()), actor, ct);

    public Task<Refusal?> KeepAsync(PartnershipId id, PartnershipRowId project, KeepProjectRow command, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, project, "project.changed", p => Touch(p, command.Part, command.Version) ?? Keep(p, command), actor, ct);

    public Task<Refusal?> DropAsync(PartnershipId id, PartnershipRowId project, ProjectPartKind part, int row, int version, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, project, "project.line-removed", p =>
        {
            var refusal = Touch(p, part, version);
            if (refusal is null)
            {
                p.Parts[part].Drop(row);
            }

            return refusal;
        }, actor, ct);

    public async Task<Refusal?> NoteAsync(PartnershipId id, PartnershipRowId project, string? text, Actor actor, CancellationToken ct)
    {
        var count = await db.Set<ProjectNote>().CountAsync(n => n.ProjectId == project, ct);
        return await ChangeAsync(id, project, "project.noted", (p, own) =>
        {
            var refusal = p.Project.Changed() ?? (count >= ProjectNote.Most ? ProjectNote.TooMany : null);
            var (note, no) = refusal is null ? ProjectNote.Write(p.Project, own, text, actor.Name, clock) : (null, refusal);
            if (note is not null)
            {
                db.Add(note);
            }

            return no;
        }, actor, ct);
    }

    private static Refusal? Touch(ProjectView p, ProjectPartKind part, int version) => p.Project.Changed() ?? (p.Parts[part].Version != version ? Refusal.ChangedMeanwhile : null);

    private static Refusal? Keep(ProjectView p, KeepProjectRow command)
    {
        var part = p.Parts[command.Part];
        if (command.Row == 0 ? part.Rows.Count >= ProjectPart.MostRows : part.Rows.All(r => r.Id != command.Row))
        {
            return command.Row == 0 ? TooMany : Refusal.ChangedMeanwhile;
        }

        var cells = new List<PlanCell>();
        foreach (var (cell, field, _) in ProjectSchema.Of(command.Part).Cells(p.Parties))
        {
            var value = FormText.Tidy(command.Cells.GetValueOrDefault(cell));
            var refusal = value.Length == 0 ? field.Needed ? KeepPlanHandler.Needed : null : PlanFieldCheck.Of(field, value, p.Parties) ?? (field.Key == "link" && !IsLink(value) ? BadLink : null);
            if (refusal is not null)
            {
                return refusal with { Field = $"Cells[{cell}]" };
            }

            if (value.Length > 0)
            {
                cells.Add(new(cell, value));
            }
        }

        part.Keep(new(command.Row, cells));
        return null;
    }

    public static bool IsLink(string link) =>
        link.Length <= LongestLink && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Length > 0;

    private async Task<(PartnershipRowId? Id, Refusal? Refusal)> AddAsync(PartnershipView view, ProjectTerms terms, ProjectView? from, Actor actor, CancellationToken ct)
    {
        var refusal = view.Partnership.IsOver ? Partnership.Over
            : await db.Set<JointProject>().CountAsync(p => p.PartnershipId == view.Partnership.Id, ct) >= JointProject.Most ? JointProject.TooMany : null;
        var (project, no) = refusal is null ? JointProject.Begin(view.Partnership, terms, from?.Project.Id, actor.Name, clock) : (null, refusal);
        if (project is null)
        {
            return (null, no);
        }

        db.Add(project);
        foreach (var schema in ProjectSchema.All)
        {
            db.Add(ProjectPart.Open(project, schema.Kind, [.. from?.Rows(schema.Kind).Select(r => r with { Cells = [.. r.Cells.Where(c => c.Key != "on")] }) ?? []], clock));
        }

        return await db.TrySaveAsync(from is null ? "project.begun" : "project.copied", project.Id.Value, ct) is { } conflict ? (null, conflict) : (project.Id, null);
    }

    private Task<Refusal?> ChangeAsync(PartnershipId id, PartnershipRowId project, string act, Func<ProjectView, Refusal?> change, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, project, act, (p, _) => change(p), actor, ct);

    private async Task<Refusal?> ChangeAsync(PartnershipId id, PartnershipRowId project, string act, Func<ProjectView, Party, Refusal?> change, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { Own: { } own } view || await book.FindAsync(view, project, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        var refusal = view.Partnership.IsOver ? Partnership.Over : change(found, own);
        if (refusal is not null)
        {
            // What was counted up for a write that is refused must not go with a later one.
            db.ChangeTracker.Clear();
            return refusal;
        }

        return await db.TrySaveAsync(act, project.Value, ct);
    }
}
