using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases.Tests;

/// <summary>Who reaches which page about reports: 200 as the matrix has it, else the one answer for "not there".</summary>
public sealed class WorryRoleTests(WorryWorld world) : IClassFixture<WorryWorld>
{
    private static readonly string[] Everybody =
        ["coord", "lead-a", "lead-a2", "counsellor-a", "teacher-a", "head-a", "dpo-a", "operator", "partner-a", "guest-a", "lead-b", "head-b", "two-posts", "ended", "no-post", "lead-c", "coord-c"];

    private static readonly string[] Staff = ["lead-a", "lead-a2", "counsellor-a", "teacher-a", "head-a", "dpo-a", "lead-b", "head-b", "two-posts", "lead-c"];
    private static readonly string[] Leads = ["lead-a", "lead-a2", "lead-b", "lead-c"];
    private static readonly string[] Bosses = ["lead-a", "lead-a2", "head-a", "lead-b", "head-b", "lead-c"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["/worry"] = Staff,
        ["/worry/who"] = Staff,
        ["/worry/what"] = Staff,
        ["/worry/when"] = Staff,
        ["/worry/body"] = Staff,
        ["/worry/send"] = Staff,
        ["/worry/0"] = [],
        ["/worry/nothing"] = [],
        ["/worry/adult"] = Staff,
        ["/worry/adult/what"] = Staff,
        ["/worry/mine"] = Staff,
        ["/cases/worries"] = Leads,
        ["/cases/worries/{worry}"] = ["lead-a", "lead-a2"],
        ["/cases/worries/{foreign}"] = [],
        ["/cases/register"] = Bosses,
        ["/cases/register/{concern}"] = ["head-a"],
        ["/cases/register/{foreign}"] = [],
        ["/cases/register/chair"] = Bosses,
    };

    public static TheoryData<string> Paths => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_opens_for_exactly_the_roles_of_the_matrix(string path)
    {
        var open = new List<string>();
        foreach (var person in Everybody)
        {
            using var browser = await world.App.AsAsync(person);
            var status = (await browser.GetAsync(await FillAsync(path))).Status;
            status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
            if (status == HttpStatusCode.OK)
            {
                open.Add(person);
            }
        }

        open.ShouldBe(Allowed[path], ignoreOrder: true);
    }

    private async Task<string> FillAsync(string path)
    {
        await using var db = world.App.Maintenance();
        return path.Replace("{worry}", (await db.Set<Worry>().SingleAsync()).Id.ToString(), StringComparison.Ordinal)
            .Replace("{concern}", (await db.Set<StaffConcern>().SingleAsync()).Id.ToString(), StringComparison.Ordinal)
            .Replace("{foreign}", "00000000-0000-7000-9000-0000000000ff", StringComparison.Ordinal);
    }
}

/// <summary>One worry and one concern at one school.</summary>
public sealed class WorryWorld : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.StartWithWorldAsync();
        using var teacher = await App.AsAsync("teacher-a");
        await WorryTests.ReportAsync(teacher);
        var what = await (await teacher.OpenAsync("/worry/adult")).Form().Set("Input.AboutName", "a driver").SubmitAsync();
        await what.Form().Set("Input.Seen", "sends messages").PostAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
