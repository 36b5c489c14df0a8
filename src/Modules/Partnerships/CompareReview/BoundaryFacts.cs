namespace Causeway.Partnerships;

/// <summary>Decisions, money, data, conflict, exit: each cites the agreement in force or says that there is nothing in it.</summary>
internal static class BoundaryFacts
{
    /// <summary>A heading, and the kinds of rule in the plan that the agreement takes over under their own names.</summary>
    private static readonly (string Label, string[] Rules, string[] Terms)[] Topics =
    [
        ("Who decides", ["decide"], []),
        ("Money", [], ["money"]),
        ("Data", ["data", "shared"], []),
        ("When there is a conflict", [], ["dispute"]),
        ("Leaving and ending", [], ["ending", "notice"]),
    ];

    public static IEnumerable<FactGroup> Of(ReviewMaterial m)
    {
        yield return new(Lens.Boundaries, "Out of scope", ReviewFacts.Or(Written(m, ["scope"], []), FactLine.Ask("There is none.")));
        foreach (var (label, rules, terms) in Topics)
        {
            yield return new(Lens.Boundaries, label, Topic(m, rules, terms));
        }
    }

    private static List<FactLine> Topic(ReviewMaterial m, string[] rules, string[] terms)
    {
        var cited = Written(m, rules, terms).ToList();
        if (cited.Count > 0)
        {
            return cited;
        }

        var planned = (m.Plan?.Rows(PlanPartKind.Boundaries) ?? []).Where(r => rules.Contains(r["kind"], StringComparer.Ordinal)).Select(r => r["rule"])
            .Concat((m.Plan?.Rows(PlanPartKind.Terms) ?? []).Where(r => terms.Contains(r["kind"], StringComparer.Ordinal)).Select(r => r["text"])).ToList();
        return planned.Count == 0 ? [FactLine.Ask("There is none.")] : [.. planned.Select(p => FactLine.Ask("There is none in an agreement. The plan says: {0}", p))];
    }

    /// <summary>Lines of the agreement that begin with the name of one of the rules.</summary>
    private static IEnumerable<FactLine> Written(ReviewMaterial m, string[] rules, string[] terms)
    {
        if (m.Agreement is not { } agreement)
        {
            return [];
        }

        var names = rules.Select(r => PlanCatalogue.Boundaries.Text(r)).Concat(terms.Select(t => PlanCatalogue.Terms.Text(t))).OfType<string>().ToList();
        return from section in agreement.Version.Sections
               from line in section.Lines
               where names.Exists(n => line.StartsWith(n + ": ", StringComparison.Ordinal))
               select FactLine.Say("Agreement, version {0}, “{1}”: {2}", ReviewFacts.Count(agreement.Version.Number), section.Title, line);
    }
}

/// <summary>Overlap with other partnerships, people who carry too many, where the sides compete, who is missing.</summary>
internal static class SettingFacts
{
    private const int Many = 3;

    public static IEnumerable<FactGroup> Of(ReviewMaterial m)
    {
        yield return new(Lens.Setting, "Other partnerships of the same sides", ReviewFacts.Or(m.Joint.Select(n => FactLine.Say("{0} ({1})", n.Title, PartnershipWords.Of(n.Stage).Text)), FactLine.Say("There is none.")));
        yield return new(Lens.Setting, "Who carries several of them", ReviewFacts.Or(m.JointLoad.Where(l => l.Partnerships > 1).Select(Load), FactLine.Say("Nobody.")));
        yield return new(Lens.Setting, "Where the sides compete", ReviewFacts.Or(Rivalry(m), FactLine.Ask("There is none. Nobody wrote down whether the sides compete.")));
        yield return new(Lens.Setting, "Who is missing", ReviewFacts.Or(Missing(m), FactLine.Say("Every side has a sponsor and came to at least half of the meetings.")));
        if (m.Own is { } own)
        {
            yield return new(Lens.Setting, "Your side's other partnerships", ReviewFacts.Or(own.Select(n => FactLine.Say("{0} ({1})", n.Title, PartnershipWords.Of(n.Stage).Text)), FactLine.Say("There is none.")), OnlyOwn: true);
            yield return new(Lens.Setting, "Your people who carry several", ReviewFacts.Or(m.OwnLoad.Where(l => l.Partnerships > 1).Select(Load), FactLine.Say("Nobody.")), OnlyOwn: true);
        }
    }

    private static FactLine Load(OwnerLoad load) => new("{0} answers for {1} partnerships", [load.Name, ReviewFacts.Count(load.Partnerships)], load.Partnerships >= Many);

    private static IEnumerable<FactLine> Rivalry(ReviewMaterial m) => (m.Plan?.Rows(PlanPartKind.Boundaries) ?? [])
        .Where(r => r["kind"] is "rivalry" or "staff" or "pupils").Select(r => FactLine.Say("{0}: {1}", PlanCatalogue.Boundaries.Text(r["kind"]) ?? "", r["rule"]));

    private static IEnumerable<FactLine> Missing(ReviewMaterial m)
    {
        var meetings = m.Contacts.Where(c => c.Kind == ContactKind.Meeting && c.Day >= m.Since && c.Day <= m.Today).ToList();
        foreach (var party in m.View.Parties)
        {
            if (party.SponsorName.Length == 0)
            {
                yield return FactLine.Ask("{0} has named no sponsor.", party.Name);
            }

            var came = meetings.Count(c => c.Sides.Contains(party.Number));
            if (came * 2 < meetings.Count)
            {
                yield return FactLine.Ask("{0} came to {1} of {2} meetings.", party.Name, ReviewFacts.Count(came), ReviewFacts.Count(meetings.Count));
            }
        }
    }
}
