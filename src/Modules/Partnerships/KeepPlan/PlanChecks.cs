using Causeway.Networks;

namespace Causeway.Partnerships;

/// <param name="Stops">The plan is not confirmed while it stands.</param>
/// <param name="Text">English with {0}… for the values; the localizer's key.</param>
internal sealed record PlanRemark(PlanPartKind Part, bool Stops, string Text, params object[] Values);

/// <summary>What a plan still lacks or overlooks. Pure: the page, the confirmation and the tests ask the same function.</summary>
internal static class PlanChecks
{
    public static IReadOnlyList<PlanRemark> Of(PlanView plan) =>
    [
        .. Aims(plan), .. Activities(plan), .. Milestones(plan), .. Roles(plan), .. Expectations(plan), .. Profiles(plan), .. Hours(plan), .. Tools(plan), .. Talk(plan), .. Barriers(plan),
    ];

    private static IEnumerable<PlanRemark> Aims(PlanView plan)
    {
        var rows = plan.Rows(PlanPartKind.Aims);
        return rows.Count == 0
            ? [new(PlanPartKind.Aims, true, "There is no aim yet.")]
            : rows.Where(r => r["evidence"].Length == 0).Select(r => new PlanRemark(PlanPartKind.Aims, true, "Nothing would show this aim: {0}", Name(PlanPartKind.Aims, r)));
    }

    private static IEnumerable<PlanRemark> Activities(PlanView plan)
    {
        if (plan.Rows(PlanPartKind.Activities).Count == 0)
        {
            yield return new(PlanPartKind.Activities, true, "There is no activity yet.");
        }

        foreach (var row in plan.Rows(PlanPartKind.Activities))
        {
            foreach (var side in plan.Parties.Where(p => p.IsSchool && row[$"learning.{p.Number}"].Length == 0))
            {
                yield return new(PlanPartKind.Activities, false, "“{0}” does not say what is learnt at {1}.", row["what"], side.Name);
            }

            if (row["fair"].Length == 0)
            {
                yield return new(PlanPartKind.Activities, false, "“{0}” does not say why it is fair.", row["what"]);
            }

            if (row["lasts"].Length == 0)
            {
                yield return new(PlanPartKind.Activities, false, "“{0}” does not say what stays.", row["what"]);
            }
        }
    }

    private static IEnumerable<PlanRemark> Milestones(PlanView plan)
    {
        if (plan.Rows(PlanPartKind.Milestones).Count == 0)
        {
            yield return new(PlanPartKind.Milestones, true, "There is no milestone yet.");
        }

        foreach (var row in plan.Rows(PlanPartKind.Milestones))
        {
            foreach (var card in plan.Times)
            {
                foreach (var date in row.Day("on") is { } on ? card.Dates.Where(d => d.Kind != SchoolDateKind.Term && d.Touches(on, on)) : [])
                {
                    yield return new(PlanPartKind.Milestones, false, date.Kind == SchoolDateKind.Holiday ? "“{0}” falls into a holiday of {1}: {2}" : "“{0}” falls into an examination of {1}: {2}", row["what"], card.Name, date.Title);
                }
            }
        }
    }

    private static IEnumerable<PlanRemark> Roles(PlanView plan)
    {
        var rows = plan.Rows(PlanPartKind.Roles);
        return rows.Count == 0
            ? [new(PlanPartKind.Roles, true, "Nobody holds a task yet.")]
            : rows.Where(r => r["backup"].Length == 0).Select(r => new PlanRemark(PlanPartKind.Roles, false, "Nobody stands in for {0}: {1}", r["responsible"], r["task"]));
    }

    private static IEnumerable<PlanRemark> Expectations(PlanView plan) => plan.Rows(PlanPartKind.Expectations)
        .Where(r => r["state"] != "dropped" && !Counts(r, plan.Parties)).Select(r => new PlanRemark(PlanPartKind.Expectations, false, "Not agreed by every side, so it does not count: {0}", r["what"]));

    /// <summary>An expectation counts once every side has said yes.</summary>
    public static bool Counts(PlanRow row, IReadOnlyList<Party> parties) => parties.All(p => row[$"agreed.{p.Number}"] == "yes");

    private static IEnumerable<PlanRemark> Profiles(PlanView plan)
    {
        foreach (var side in plan.Parties)
        {
            if (!Enum.GetValues<DayOfWeek>().Any(d => plan.Reach(side, d) is not null))
            {
                yield return new(PlanPartKind.Days, false, "It is not known when {0} can be reached.", side.Name);
            }

            if (plan.Rows(PlanPartKind.Internet).All(r => r.Side() != side.Number))
            {
                yield return new(PlanPartKind.Internet, false, "{0} has not said what internet its staff have.", side.Name);
            }
        }
    }

    private static IEnumerable<PlanRemark> Hours(PlanView plan)
    {
        foreach (var row in plan.Rows(PlanPartKind.Hours))
        {
            if (row.Number("planned") > row.Number("has"))
            {
                yield return new(PlanPartKind.Hours, false, "The plan asks more of {0} than they have: {1} of {2} hours.", row["who"], row["planned"], row["has"]);
            }

            foreach (var stone in plan.Rows(PlanPartKind.Milestones).Where(m => m.Day("on") is { } on && on >= row.Day("heavy") && on <= (row.Day("until") ?? row.Day("heavy"))))
            {
                yield return new(PlanPartKind.Hours, false, "“{0}” is due while {1} has a heavy load.", stone["what"], row["who"]);
            }
        }
    }

    private static IEnumerable<PlanRemark> Tools(PlanView plan)
    {
        var rows = plan.Rows(PlanPartKind.Tools);
        return rows.Any(r => IsGreen(r, plan.Parties)) || rows.Any(r => r["use"] == "fallback")
            ? []
            : [new(PlanPartKind.Tools, true, "No tool is green on every side: name a fallback, such as mail or the telephone.")];
    }

    public static bool IsGreen(PlanRow row, IReadOnlyList<Party> parties) =>
        parties.All(p => row[$"allowed.{p.Number}"] == "yes" && row[$"works.{p.Number}"] == "yes" && row[$"account.{p.Number}"] == "yes");

    private static IEnumerable<PlanRemark> Talk(PlanView plan) =>
        plan.Rows(PlanPartKind.Talk).Count == 0 ? [new(PlanPartKind.Talk, true, "It is not said how you keep in touch.")] : [];

    private static IEnumerable<PlanRemark> Barriers(PlanView plan)
    {
        var rows = plan.Rows(PlanPartKind.Barriers);
        var open = rows.Count(r => r["applies"].Length == 0);
        if (open > 0)
        {
            yield return new(PlanPartKind.Barriers, true, "Obstacles not looked at yet: {0}", open);
        }

        foreach (var row in rows.Where(r => r["applies"] == "yes" && r["mitigation"].Length == 0))
        {
            yield return new(PlanPartKind.Barriers, false, "It applies and nothing is done about it: {0}", row["type"]);
        }
    }

    /// <summary>What a line is called: its first cell with words.</summary>
    public static string Name(PlanPartKind kind, PlanRow row) => kind switch
    {
        PlanPartKind.Aims => row["own"] is { Length: > 0 } own ? own : PlanCatalogue.Aims.Text(row["aim"]) ?? "–",
        PlanPartKind.Boundaries => PlanCatalogue.Boundaries.Text(row["kind"]) ?? "–",
        PlanPartKind.Terms => PlanCatalogue.Terms.Text(row["kind"]) ?? "–",
        _ => PlanSchema.Of(kind).Fields[0] is var first && first.Type == PlanFieldType.Side ? "" : row[first.Key],
    };
}
