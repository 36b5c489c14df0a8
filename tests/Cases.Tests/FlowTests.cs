using Causeway.Kernel;

namespace Causeway.Cases.Tests;

/// <summary>The one transition function, cell by cell.</summary>
public sealed class FlowTests
{
    [Fact]
    public void Each_state_and_fact_leads_where_the_table_says()
    {
        //                        Concern       Assessment    Active        Monitoring    Closed
        var table = new Dictionary<CaseFact, string[]>
        {
            [CaseFact.Written] = ["Concern", "Assessment", "Active", "Monitoring", "-"],
            [CaseFact.Assessed] = ["Assessment", "Assessment", "Active", "Monitoring", "-"],
            [CaseFact.Planned] = ["Active", "Active", "Active", "Active", "-"],
            [CaseFact.PlanDone] = ["Concern", "Assessment", "Monitoring", "Monitoring", "-"],
            [CaseFact.Reviewed] = ["Concern", "Assessment", "Active", "Monitoring", "-"],
            [CaseFact.Closed] = ["Closed", "Closed", "Closed", "Closed", "-"],
            [CaseFact.Reopened] = ["-", "-", "-", "-", "Assessment"],
        };
        foreach (var fact in Enum.GetValues<CaseFact>())
        {
            Enum.GetValues<CaseState>().Select(s => CaseFlow.After(s, fact)?.ToString() ?? "-").ShouldBe(table[fact], $"{fact}");
        }
    }

    [Fact]
    public void No_path_of_facts_leaves_an_open_case_without_a_next_review_or_a_closed_one_with_it()
    {
        var today = new DateOnly(2026, 11, 17);
        for (var start = 0; start < 300; start++)
        {
            var random = new Random(start);
            var file = CaseFile.Open(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), null, today, today, TimeProvider.System).File!;
            for (var step = 0; step < 30; step++)
            {
                var before = (file.State, file.NextReviewOn);
                DateOnly? day = random.Next(3) == 0 ? null : today.AddDays(random.Next(-2, 400));
                var refusal = random.Next(4) switch
                {
                    0 => file.Review(day, today),
                    1 => file.Close(DateTimeOffset.UtcNow),
                    2 => file.Reopen(day, today),
                    _ => file.Move((CaseFact)random.Next(5)),
                };
                if (refusal is not null)
                {
                    (file.State, file.NextReviewOn).ShouldBe(before, $"start {start}, step {step}");
                }

                (file.NextReviewOn is null).ShouldBe(file.State == CaseState.Closed, $"start {start}, step {step}");
            }
        }
    }

    [Fact]
    public void A_code_says_nothing_and_spells_nothing()
    {
        var today = new DateOnly(2026, 11, 17);
        var codes = Enumerable.Range(0, 1000).Select(_ => CaseFile.Open(default, default, null, today, today, TimeProvider.System).File!.Code).ToList();
        codes.ShouldAllBe(c => c.Length == 7 && c[3] == '-' && !c.Any(l => "AEIOU01".Contains(l, StringComparison.Ordinal)));
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(1000);
    }
}
