using Causeway.Kernel;

namespace Causeway.Landscape;

/// <summary>Begins an assessment, saves its steps one by one, keeps its lines, finishes it.</summary>
internal sealed class AssessCommunityHandler(AssessmentBook book)
{
    private const int MostLines = 200;

    public static readonly Refusal TooManyLines = new("assessment.too-many-lines", "{0} lines are enough.", nameof(LineForm.Text), MostLines);
    public static readonly Refusal NoLink = new("assessment.no-link", "Choose one that stands there today, or none.", nameof(LineForm.Link));

    private LandscapeDoor Door => book.Door;

    public async Task<(AssessmentId Id, Refusal? Refusal)> BeginAsync(ScopeForm form, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !Door.May(actor, LandscapePermissions.Note))
        {
            return (default, LandscapeDoor.Gone);
        }

        var (made, refusal) = CommunityAssessment.Begin(network, form, actor, Door.Clock);
        if (made is null)
        {
            return (default, refusal);
        }

        Door.Db.Add(made);
        return (made.Id, await Door.SaveAsync("assessment.begun", made.Id.Value, ct));
    }

    /// <param name="save">The step's own form on the assessment, on the writer's day.</param>
    public async Task<Refusal?> SaveAsync(Guid id, int version, Func<CommunityAssessment, DateOnly, Refusal?> save, Actor actor, CancellationToken ct)
    {
        if (await WriteAsync(id, actor, ct) is not { } view)
        {
            return LandscapeDoor.Gone;
        }

        return view.Assessment.Version != version && !view.Assessment.IsFinished ? Refusal.ChangedMeanwhile
            : save(view.Assessment, Door.Today(actor)) ?? await Door.SaveAsync("assessment.saved", id, ct);
    }

    public async Task<Refusal?> AddLineAsync(Guid id, LineForm form, Actor actor, CancellationToken ct)
    {
        if (await WriteAsync(id, actor, ct) is not { } view)
        {
            return LandscapeDoor.Gone;
        }

        if (view.Lines.Count >= MostLines)
        {
            return TooManyLines;
        }

        var gap = form.Kind == LineKind.Need ? view.Gaps.FirstOrDefault(g => g.Note.Id.Value == form.Link) : null;
        if (form.Link is { } link && gap is null && !(form.Kind == LineKind.InformalMechanism && view.Mechanisms.Any(m => m.Id.Value == link)))
        {
            return NoLink;
        }

        var (line, refusal) = AssessmentLine.Add(view.Assessment, form, gap, Door.Today(actor), Door.Clock);
        if ((refusal ?? view.Assessment.Touch(line!.Step, Door.Today(actor))) is { } no)
        {
            return no;
        }

        Door.Db.Add(line!);
        return await Door.SaveAsync("assessment.line-added", id, ct);
    }

    public async Task<Refusal?> DropLineAsync(Guid id, Guid lineId, Actor actor, CancellationToken ct)
    {
        if (await WriteAsync(id, actor, ct) is not { } view || view.Lines.FirstOrDefault(l => l.Id.Value == lineId) is not { } line)
        {
            return LandscapeDoor.Gone;
        }

        if (view.Assessment.Touch(line.Step, Door.Today(actor)) is { } refusal)
        {
            return refusal;
        }

        Door.Db.Remove(line);
        return await Door.SaveAsync("assessment.line-dropped", id, ct);
    }

    public async Task<Refusal?> FinishAsync(Guid id, int version, Actor actor, CancellationToken ct)
    {
        if (await WriteAsync(id, actor, ct) is not { } view)
        {
            return LandscapeDoor.Gone;
        }

        return view.Assessment.Version != version && !view.Assessment.IsFinished ? Refusal.ChangedMeanwhile
            : view.Assessment.Finish(view.Lacks, actor, Door.Today(actor)) ?? await Door.SaveAsync("assessment.finished", id, ct);
    }

    // A finished one is found as well, and says so.
    private async Task<AssessmentView?> WriteAsync(Guid id, Actor actor, CancellationToken ct) =>
        await book.FindAsync(id, actor, ct) is { } view && book.MayTouch(view.Assessment, actor) ? view : null;
}
