using Causeway.Kernel;

namespace Causeway.Partnerships;

internal enum GuideStep
{
    Invite = 1,
    Sheets,
    Compare,
    Profiles,
    Aims,
    Roles,
    Talk,
    Barriers,
    Agreement,
}

internal enum StepState
{
    Open,
    Done,
    Skipped,
}

/// <summary>Somebody's word about a step: done where nothing else shows it, or skipped and why.</summary>
internal sealed record StepMark(GuideStep Step, StepState State, string Reason, string ByName, DateOnly On)
{
    public static readonly Refusal NoReason = new("guide.no-reason", "Say why you skip it; whoever comes after you will ask.", "Reason");
}

/// <param name="Lacks">What is not done of it yet, in words.</param>
internal sealed record StepStand(GuideStep Step, string Title, string What, string Url, StepState State, IReadOnlyList<string> Lacks, StepMark? Mark);

/// <summary>The nine steps, each judged by what is there; left and resumed by whoever comes next.</summary>
internal static class Guide
{
    public static IReadOnlyList<StepStand> Of(PartnershipView view, IReadOnlyList<SheetStand> sheets, PlanView? plan, bool hasText)
    {
        var here = $"/partnerships/{view.Partnership.Id}";
        var p = view.Partnership;
        List<StepStand> steps =
        [
            Step(GuideStep.Invite, "Invite", "Who the sides are, and how they are reached.", $"{here}/parties",
                [(view.Parties.All(s => s.Member is not null || s.ContactMail.Length > 0), "a contact of each side outside")]),
            Step(GuideStep.Sheets, "What each wants", "Each side writes alone, unseen by the others.", $"{here}/sheets",
                [.. sheets.Select(s => (s.IsIn, $"the sheet of {s.Party.Name}"))]),
            Step(GuideStep.Compare, "Compare", "Read all sheets together and speak about the differences.", $"{here}/sheets",
                [(sheets.All(s => s.IsIn), "every sheet"), (false, "your word that you spoke about it")]),
            Step(GuideStep.Profiles, "Profiles", "Days, internet, languages, time: what is really possible.", $"{here}/plan/{PlanPartKind.Days}",
                [Has(plan, PlanPartKind.Internet), Has(plan, PlanPartKind.Languages), Has(plan, PlanPartKind.Hours), (plan is not null && plan.Remarks.All(r => r.Part != PlanPartKind.Days), "days of every side")]),
            Step(GuideStep.Aims, "Aims and activities", "What will be different, and what you do for it.", $"{here}/plan/{PlanPartKind.Aims}",
                [Has(plan, PlanPartKind.Aims), Has(plan, PlanPartKind.Activities), Has(plan, PlanPartKind.Milestones)]),
            Step(GuideStep.Roles, "Roles and expectations", "Who does what, who could take over, who expects what.", $"{here}/plan/{PlanPartKind.Roles}",
                [Has(plan, PlanPartKind.Roles), Has(plan, PlanPartKind.Expectations)]),
            Step(GuideStep.Talk, "Keeping in touch", "Tools that work on every side and a promise to answer.", $"{here}/plan/{PlanPartKind.Talk}",
                [Has(plan, PlanPartKind.Talk), Has(plan, PlanPartKind.Tools)]),
            Step(GuideStep.Barriers, "Obstacles, boundaries, safety", "What stands in the way, what is out, how children are safe.", $"{here}/plan/{PlanPartKind.Barriers}",
                [(plan is not null && plan.Rows(PlanPartKind.Barriers).All(r => r["applies"].Length > 0), "a look at each known obstacle"), Has(plan, PlanPartKind.Boundaries)]),
            Step(GuideStep.Agreement, "Agreement, sponsors, review", "A text made from the plan, leaders behind it, a day to look at it again.", $"{here}/agreement",
                [(plan?.IsConfirmed == true, "the plan confirmed by every side"), (view.Parties.All(s => s.SponsorName.Length > 0), "a sponsor of each side"), (p.ReviewOn is not null, "a review date"),
                 (p.Formality == Formality.Informal || hasText, "the agreement")]),
        ];
        return [.. steps.Select(s => With(s, p.Steps.FirstOrDefault(m => m.Step == s.Step)))];
    }

    private static (bool, string) Has(PlanView? plan, PlanPartKind part) => (plan?.Rows(part).Count > 0, PlanSchema.Of(part).Title.ToLowerInvariant());

    private static StepStand Step(GuideStep step, string title, string what, string url, IReadOnlyList<(bool Holds, string Lack)> parts)
    {
        var lacks = parts.Where(x => !x.Holds).Select(x => x.Lack).ToList();
        return new(step, title, what, url, lacks.Count == 0 ? StepState.Done : StepState.Open, lacks, null);
    }

    // A word closes what only people can know; a skip holds until it is taken back.
    private static StepStand With(StepStand step, StepMark? mark) => mark is null || step.State == StepState.Done ? step
        : mark.State == StepState.Skipped ? step with { State = StepState.Skipped, Mark = mark }
        : step.Lacks.Count <= 1 ? step with { State = StepState.Done, Lacks = [], Mark = mark } : step;
}
