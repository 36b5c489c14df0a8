using System.Net;
using Causeway.TestKit;

namespace Causeway.Networks.Tests;

/// <summary>Every page of the room for every role: 200 where the matrix says so, else the one answer for "not there".</summary>
public sealed class RoleTableTests(WorldFixture world) : IClassFixture<WorldFixture>
{
    private static readonly string[] Everybody =
        ["coord", "lead-a", "lead-a2", "counsellor-a", "teacher-a", "head-a", "dpo-a", "operator", "partner-a", "guest-a", "lead-b", "head-b", "two-posts", "ended", "no-post", "lead-c", "coord-c"];

    private static readonly string[] InNetwork =
        ["coord", "lead-a", "lead-a2", "counsellor-a", "teacher-a", "head-a", "dpo-a", "lead-b", "head-b", "two-posts", "lead-c", "coord-c"];

    private static readonly string[] Leads = ["lead-a", "lead-a2", "head-a", "lead-b", "head-b", "lead-c"];

    private static readonly string[] Voices = ["coord", "coord-c", "counsellor-a", "two-posts", .. Leads];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["/network"] = ["coord", "lead-a", "lead-a2", "counsellor-a", "teacher-a", "head-a", "dpo-a", "lead-b", "head-b", "two-posts", "lead-c", "coord-c"],
        ["/network/found"] = ["operator"],
        ["/network/edit"] = ["coord", "coord-c"],
        ["/network/invite"] = ["coord", "coord-c"],
        ["/network/listed"] = ["lead-a", "lead-a2", "head-a", "lead-b", "head-b", "lead-c"],
        ["/network/listed/{net-2}"] = ["lead-a", "lead-a2", "head-a", "lead-b", "head-b", "lead-c"],
        ["/network/leave"] = ["lead-a", "lead-a2", "head-a", "lead-b", "head-b", "lead-c"],
        ["/organisations/{school-a}"] = ["coord", "lead-a", "lead-a2", "counsellor-a", "teacher-a", "head-a", "dpo-a", "lead-b", "head-b", "two-posts"],
        ["/organisations/{school-a}/edit"] = ["lead-a", "lead-a2", "head-a"],
        ["/organisations/{school-a}/posts/new"] = ["lead-a", "lead-a2", "head-a"],
        ["/organisations/{school-a}/posts/{post-teacher-a}"] = ["lead-a", "lead-a2", "head-a"],
        ["/organisations/{school-a}/keys"] = ["lead-a", "lead-a2", "head-a"],
        ["/organisations/{school-a}/keys/ask/SetKey"] = ["lead-a", "lead-a2", "head-a"],
        ["/organisations/{school-a}/group"] = ["lead-a", "lead-a2", "head-a"],
        ["/organisations/{school-a}/times"] = ["coord", "lead-a", "lead-a2", "counsellor-a", "teacher-a", "head-a", "dpo-a", "lead-b", "head-b", "two-posts"],
        ["/organisations/{school-a}/times/week"] = ["lead-a", "lead-a2", "head-a"],
        ["/organisations/{school-a}/times/2026"] = ["lead-a", "lead-a2", "head-a"],
        ["/network/days"] = InNetwork,
        ["/account/posts"] = Everybody,
        ["/network/charter"] = InNetwork,
        ["/network/charter/edit"] = ["coord", "coord-c"],
        ["/network/authorities"] = InNetwork,
        ["/network/authorities/edit"] = ["coord", "coord-c", .. Leads],
        ["/network/emergency"] = InNetwork,
        ["/network/questions"] = InNetwork,
        ["/network/questions/ask"] = Voices,
        ["/network/offers"] = InNetwork,
        ["/network/offers/new"] = Voices,
        ["/network/readiness"] = InNetwork,
        ["/network/readiness/print"] = InNetwork,
        ["/network/readiness/peers"] = InNetwork,
        ["/network/readiness/items"] = Leads,
        ["/network/readiness/sharing"] = Leads,
        ["/organisations/{school-a}/beyond"] = ["coord", "lead-a", "lead-a2", "counsellor-a", "teacher-a", "head-a", "dpo-a", "lead-b", "head-b", "two-posts"],
    };

    public static TheoryData<string> Paths => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_opens_for_exactly_the_roles_of_the_matrix(string path)
    {
        var url = Fill(path);
        var answers = new Dictionary<string, HttpStatusCode>(StringComparer.Ordinal);
        foreach (var person in Everybody)
        {
            using var browser = await world.App.AsAsync(person);
            answers[person] = (await browser.GetAsync(url)).Status;
        }

        answers.Where(a => a.Value == HttpStatusCode.OK).Select(a => a.Key).Order(StringComparer.Ordinal)
            .ShouldBe(Allowed[path].Order(StringComparer.Ordinal));
        answers.Where(a => a.Value != HttpStatusCode.OK).ShouldAllBe(a => a.Value == HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_stranger_is_sent_to_sign_in(string path)
    {
        using var browser = world.App.Anonymous();
        var answer = await browser.GetAsync(Fill(path));
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location.ShouldNotBeNull().ShouldContain("/sign-in");
    }

    private string Fill(string path) => path
        .Replace("{school-a}", world.App.Organisation("school-a").ToString())
        .Replace("{net-2}", world.App.Network("net-2").ToString())
        .Replace("{post-teacher-a}", world.App.Ids["post:teacher-a-1"].ToString());
}
