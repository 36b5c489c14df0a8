using System.Globalization;

namespace Causeway.Partnerships;

/// <summary>The five questions, and what the records say to each. Pure: the same records give the same facts.</summary>
internal static class ReviewFacts
{
    public static IReadOnlyList<FactGroup> Of(ReviewMaterial m) =>
        [.. Purpose(m), .. AimFacts.Of(m), .. LeadershipFacts.Of(m), .. BoundaryFacts.Of(m), .. SettingFacts.Of(m)];

    private static IEnumerable<FactGroup> Purpose(ReviewMaterial m)
    {
        var p = m.View.Partnership;
        yield return new(Lens.Purpose, "Purpose as it stands", [p.Purpose.Length > 0 ? FactLine.Plain(p.Purpose) : FactLine.Ask("No purpose is written down.")]);
        yield return new(Lens.Purpose, "What began it", [p.Driver.Length > 0 ? FactLine.Plain(p.Driver) : FactLine.Ask("Nobody wrote down what began it.")]);
        var wants = m.Wishes?.SelectMany(s => s["want"].Select(w => FactLine.Say("{0}: {1}", m.View.Parties.First(x => x.Id == s.PartyId).Name, w))).ToList();
        yield return new(Lens.Purpose, "What each wanted at the start", wants is { Count: > 0 } ? wants : [FactLine.Say("The sheets of the start are not all in.")]);
    }

    internal const string DayForm = "yyyy-MM-dd";

    internal static string Day(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    internal static string Count(int n) => n.ToString(CultureInfo.InvariantCulture);

    internal static IReadOnlyList<FactLine> Or(IEnumerable<FactLine> lines, FactLine none) => lines.ToList() is { Count: > 0 } some ? some : [none];
}

/// <summary>Aims from the plan with what shows progress; what was dropped and what came.</summary>
internal static class AimFacts
{
    public static IEnumerable<FactGroup> Of(ReviewMaterial m)
    {
        if (m.Plan is not { } plan)
        {
            yield return new(Lens.Aims, "Aims of the plan", [FactLine.Ask("There is no plan.")]);
            yield break;
        }

        yield return new(Lens.Aims, "Aims of the plan", ReviewFacts.Or(plan.Rows(PlanPartKind.Aims).Select(Aim), FactLine.Ask("The plan names no aim.")));
        yield return new(Lens.Aims, "Progress", [.. Progress(m, plan)]);
        yield return new(Lens.Aims, "Dropped since the plan before", Compare(m.Before, plan, "Nothing was dropped."));
        yield return new(Lens.Aims, "New since the plan before", Compare(plan, m.Before, "Nothing is new."));
    }

    private static FactLine Aim(PlanRow row) => PlanCatalogue.Evidence.Text(row["evidence"]) is { } shown
        ? FactLine.Say(row["where"].Length > 0 ? "{0} (shown by: {1}, {2})" : "{0} (shown by: {1})", PlanChecks.Name(PlanPartKind.Aims, row), shown, row["where"])
        : FactLine.Ask("{0} (nothing would show it)", PlanChecks.Name(PlanPartKind.Aims, row));

    private static IEnumerable<FactLine> Progress(ReviewMaterial m, PlanView plan)
    {
        var days = plan.Rows(PlanPartKind.Milestones).Select(r => r.Day("on")).OfType<DateOnly>().ToList();
        yield return FactLine.Say("Days of milestones that have passed: {0} of {1}", ReviewFacts.Count(days.Count(d => d <= m.Today)), ReviewFacts.Count(days.Count));
        var expected = plan.Rows(PlanPartKind.Expectations).Where(r => PlanChecks.Counts(r, plan.Parties)).ToList();
        var missed = expected.Count(r => r["state"] == "missed");
        yield return new("Expectations kept: {0}, not kept: {1}, open: {2}", [ReviewFacts.Count(expected.Count(r => r["state"] == "kept")), ReviewFacts.Count(missed), ReviewFacts.Count(expected.Count(r => r["state"] is "" or "open"))], missed > 0);
        var actions = m.Contacts.Where(c => c.Kind == ContactKind.Action && c.Day >= m.Since).ToList();
        var late = actions.Count(a => a.IsOpen && a.DueOn < m.Today);
        yield return new("Actions done: {0} of {1}, overdue: {2}", [ReviewFacts.Count(actions.Count(a => !a.IsOpen)), ReviewFacts.Count(actions.Count), ReviewFacts.Count(late)], late > 0);
    }

    private static IReadOnlyList<FactLine> Compare(PlanView? has, PlanView? lacks, string none)
    {
        if (has is null || lacks is null)
        {
            return [FactLine.Say("There is no plan of an earlier year to compare with.")];
        }

        var there = lacks.Rows(PlanPartKind.Aims).Select(Words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return ReviewFacts.Or(has.Rows(PlanPartKind.Aims).Where(r => !there.Contains(Words(r))).Select(r => FactLine.Plain(Words(r))), FactLine.Say(none));
    }

    private static string Words(PlanRow row) => PlanChecks.Name(PlanPartKind.Aims, row);
}

/// <summary>Who leads what, how they came to it, turns, load, who could take over.</summary>
internal static class LeadershipFacts
{
    public static IEnumerable<FactGroup> Of(ReviewMaterial m)
    {
        var roles = m.Plan?.Rows(PlanPartKind.Roles) ?? [];
        yield return new(Lens.Leadership, "Who leads what", ReviewFacts.Or(roles.Select(Role), FactLine.Ask("The plan names nobody for a task.")));
        yield return new(Lens.Leadership, "How the owners came to it", ReviewFacts.Or(m.View.Parties.SelectMany(p => m.View.OwnersOf(p).Select(o => Owner(m, p, o))), FactLine.Ask("No side has an owner.")));
        yield return new(Lens.Leadership, "Turns", ReviewFacts.Or(m.Given.Where(t => t.Kind is ContributionKind.DecisionsLed or ContributionKind.Hosting).Select(t => Turn(m, t)), FactLine.Say("Nobody wrote down who hosted or led a decision this school year.")));
        yield return new(Lens.Leadership, "Load", [.. Load(m, roles)]);
        yield return new(Lens.Leadership, "If somebody leaves", [.. Succession(m, roles)]);
    }

    private static FactLine Role(PlanRow row) => row["backup"].Length > 0
        ? FactLine.Say("{0}: {1}, stand-in {2}", row["task"], row["responsible"], row["backup"])
        : FactLine.Ask("{0}: {1}, nobody stands in", row["task"], row["responsible"]);

    private static FactLine Owner(ReviewMaterial m, Party party, PartyOwner owner) =>
        m.OwnerChanges.FirstOrDefault(c => c.After == owner.Name && c.Evidence == party.Name) is { } named
            ? FactLine.Say("{0} ({1}): owner since {2}, named by {3}", owner.Name, party.Name, ReviewFacts.Day(owner.Since), named.ByName)
            : FactLine.Say("{0} ({1}): owner since {2}, from the start", owner.Name, party.Name, ReviewFacts.Day(owner.Since));

    private static FactLine Turn(ReviewMaterial m, LedgerTotal total)
    {
        var said = string.Join(", ", m.View.Parties.Select(p => $"{p.Name} {total.Of(p.Number).ToString("0.##", CultureInfo.InvariantCulture)}"));
        var label = total.Kind == ContributionKind.Hosting ? "Guest days hosted: {0}" : "Decisions led: {0}";
        return new(label, [said], m.View.Parties.Any(p => total.Of(p.Number) == 0));
    }

    private static IEnumerable<FactLine> Load(ReviewMaterial m, IReadOnlyList<PlanRow> roles)
    {
        foreach (var holder in roles.GroupBy(r => r["responsible"], StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return new("{0} holds {1} of {2} tasks", [holder.Key, ReviewFacts.Count(holder.Count()), ReviewFacts.Count(roles.Count)], holder.Count() * 2 > roles.Count && roles.Count > 1);
        }

        foreach (var row in m.Plan?.Rows(PlanPartKind.Hours) ?? [])
        {
            var (has, asked) = (row.Number("has"), row.Number("planned"));
            yield return new(asked is null ? "{0} has {1} hours a week" : "{0} has {1} hours a week, the plan asks {2}", [row["who"], row["has"], row["planned"]], asked > has);
        }
    }

    private static IEnumerable<FactLine> Succession(ReviewMaterial m, IReadOnlyList<PlanRow> roles)
    {
        yield return new("Departures until a school is without an owner: {0}", [ReviewFacts.Count(m.View.BusCount)], m.View.BusCount < PartyOwner.Least);
        foreach (var party in m.View.Parties)
        {
            var owners = m.View.OwnersOf(party).Count();
            yield return new("Owners at {0}: {1}", [party.Name, ReviewFacts.Count(owners)], party.IsSchool && owners < PartyOwner.Least);
        }

        var alone = roles.Count(r => r["backup"].Length == 0);
        yield return new("Tasks without a stand-in: {0} of {1}", [ReviewFacts.Count(alone), ReviewFacts.Count(roles.Count)], alone > 0);
        foreach (var handOver in m.HandOvers.Where(h => h.Runs || h.StartedOn >= m.Since))
        {
            yield return FactLine.Say(handOver.Runs ? "{0} hands over to {1}, by {2}" : "{0} handed over to {1}, by {2}", handOver.LeaverName, handOver.SuccessorName, ReviewFacts.Day(handOver.LeavesOn));
        }
    }
}
