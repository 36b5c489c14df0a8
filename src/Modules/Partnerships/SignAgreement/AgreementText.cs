namespace Causeway.Partnerships;

/// <summary>Writes the text of an agreement from the partnership and its plan. The same plan gives the same text.</summary>
internal static class AgreementText
{
    public static IReadOnlyList<AgreementSection> From(PartnershipView view, PlanView plan)
    {
        var p = view.Partnership;
        List<AgreementSection> sections =
        [
            new("The sides", [.. view.Parties.Select(s => Line(s.Name, s.Country, $"sponsor: {Or(s.SponsorName)}, {Or(s.SponsorCapacity)}", $"owners: {Or(string.Join(", ", view.OwnersOf(s).Select(o => o.Name)))}"))]),
            new("Purpose", [Or(p.Purpose)]),
            new("What began it", [Or(p.Driver)]),
            Part(plan, PlanPartKind.Aims, "What we aim at", r => Line(PlanChecks.Name(PlanPartKind.Aims, r), $"shown by: {Or(PlanCatalogue.Evidence.Text(r["evidence"]))}", r["where"])),
            Part(plan, PlanPartKind.Activities, "What we do", r => Line([r["what"], .. plan.Parties.Where(s => r[$"learning.{s.Number}"].Length > 0).Select(s => $"learning at {s.Name}: {r[$"learning.{s.Number}"]}"), r["fair"], r["lasts"]])),
            Part(plan, PlanPartKind.Milestones, "By when", r => Line(r["on"], r["what"], Side(plan, r))),
            Part(plan, PlanPartKind.Roles, "Who does what", r => Line(r["task"], $"responsible: {r["responsible"]}", r["backup"].Length > 0 ? $"stand-in: {r["backup"]}" : "no stand-in named")),
            new("What each may expect", [.. plan.Rows(PlanPartKind.Expectations).Where(r => r["state"] != "dropped" && PlanChecks.Counts(r, plan.Parties)).Select(r => Line($"{Side(plan, r, "who")} of {Side(plan, r, "of")}: {r["what"]}", r["measure"], r["by"]))]),
            Part(plan, PlanPartKind.Hours, "Time we give", r => Line(r["who"], $"{r["has"]} hours a week")),
            Part(plan, PlanPartKind.Talk, "How we keep in touch", r => Line(r["channel"], r["purpose"], r["rhythm"], $"answered within {r["reply"]} working days of whoever answers", r["holidays"])),
            Part(plan, PlanPartKind.Tools, "Tools", r => Line(r["tool"], r["use"] == "fallback" ? "fallback" : "first choice")),
            new("Obstacles we know of", [.. plan.Rows(PlanPartKind.Barriers).Where(r => r["applies"] == "yes").Select(r => Line(r["type"], r["mitigation"], r["owner"]))]),
            Part(plan, PlanPartKind.Boundaries, "Boundaries, rivalry, safety", r => $"{PlanCatalogue.Boundaries.Text(r["kind"])}: {r["rule"]}"),
            Part(plan, PlanPartKind.Benefits, "What each side expects to gain", r => $"{Side(plan, r)}: {r["expected"]}"),
            new("Terms", [.. plan.Rows(PlanPartKind.Terms).Where(r => r["kind"] != "idea").Select(r => Line($"{PlanCatalogue.Terms.Text(r["kind"])}: {r["text"]}", Side(plan, r)))]),
            new("Review and horizon", [$"We look at this together again on {Or(p.ReviewOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))}.", p.HorizonOn is { } h ? $"It is meant to last until {h:yyyy-MM-dd}; it goes on only when every side says so." : "It has no end date; it goes on as long as every review says so."]),
            new("Ideas for later, which bind nobody", [.. plan.Rows(PlanPartKind.Terms).Where(r => r["kind"] == "idea").Select(r => r["text"])]),
        ];
        return [.. sections.Where(s => s.Lines.Count > 0)];
    }

    private static AgreementSection Part(PlanView plan, PlanPartKind kind, string title, Func<PlanRow, string> line) => new(title, [.. plan.Rows(kind).Select(line)]);

    private static string Side(PlanView plan, PlanRow row, string key = "side") => plan.Parties.FirstOrDefault(p => p.Number == row.Side(key))?.Name ?? "";

    private static string Line(params IEnumerable<string> parts) => string.Join("; ", parts.Where(p => p.Length > 0)).ReplaceLineEndings(" ");

    private static string Or(string? text) => string.IsNullOrEmpty(text) ? "not named" : text;
}
