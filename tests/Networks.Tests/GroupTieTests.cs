using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;

namespace Causeway.Networks.Tests;

public sealed class GroupTieTests
{
    private static readonly DateOnly Start = new(2020, 1, 1);

    [Fact]
    public void A_circle_is_refused_however_long_it_is()
    {
        var o = Enumerable.Range(0, 5).Select(i => Make("O" + i)).ToArray();
        var ties = new List<GroupTie>();
        for (var i = 0; i < 4; i++)
        {
            ties.Add(Declare(o[i], o[i + 1], ties).Tie!);
        }

        Declare(o[4], o[0], ties).Refusal!.Code.ShouldBe(GroupTie.Loop.Code);
        Declare(o[4], o[2], ties).Refusal!.Code.ShouldBe(GroupTie.Loop.Code);
    }

    [Fact]
    public void An_organisation_does_not_belong_to_itself()
    {
        var one = Make("One");
        Declare(one, one, []).Refusal!.Code.ShouldBe(GroupTie.Loop.Code);
    }

    [Fact]
    public void What_never_ran_on_the_same_day_is_no_circle()
    {
        var (a, b) = (Make("A"), Make("B"));
        var early = GroupTie.Declare(a.Id, b, Start, new DateOnly(2021, 12, 31), [], TimeProvider.System).Tie!;
        GroupTie.Declare(b.Id, a, new DateOnly(2022, 1, 1), null, [early], TimeProvider.System).Tie.ShouldNotBeNull();
        GroupTie.Declare(b.Id, a, new DateOnly(2021, 12, 31), null, [early], TimeProvider.System).Refusal!.Code.ShouldBe(GroupTie.Loop.Code);
    }

    [Fact]
    public void One_group_at_a_time()
    {
        var (a, b, c) = (Make("A"), Make("B"), Make("C"));
        var tie = Declare(a, b, []).Tie!;
        Declare(a, c, [tie]).Refusal!.Code.ShouldBe(GroupTie.Twice.Code);
        tie.EndOn(new DateOnly(2021, 12, 31)).ShouldBeNull();
        GroupTie.Declare(a.Id, c, new DateOnly(2022, 1, 1), null, [tie], TimeProvider.System).Tie.ShouldNotBeNull();
    }

    [Fact]
    public async Task Both_sides_note_their_benefit_and_the_group_gets_no_rights()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var child = await app.AsAsync("head-a");
        using var parent = await app.AsAsync("head-b");
        var (a, b) = (app.Organisation("school-a"), app.Organisation("school-b"));
        var form = (await child.OpenAsync($"/organisations/{a}/group")).Form().Set("Parent", b.ToString()).Set("From", "2026-01-01");
        (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var own = await child.OpenAsync("/organisations/" + a);
        own.Text.ShouldContain("Belongs to School B");
        await NoteAsync(child, own, "We share a nurse.");
        var theirs = await parent.OpenAsync("/organisations/" + b);
        theirs.Text.ShouldContain("School A belongs to it");
        await NoteAsync(parent, theirs, "One voice in the city.");
        var both = (await child.OpenAsync("/organisations/" + a)).Text;
        both.ShouldContain("What the member has from it: We share a nurse.");
        both.ShouldContain("What the group has from it: One voice in the city.");
        (await parent.GetAsync($"/organisations/{a}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        var back = await (await parent.OpenAsync($"/organisations/{b}/group")).Form().Set("Parent", a.ToString()).Set("From", "2026-01-01").PostAsync();
        back.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        back.Text.ShouldContain("This would make a circle");
    }

    private static async Task NoteAsync(TestBrowser browser, TestPage page, string text)
    {
        var url = page.Find("main a[href*='/group/']")!.GetAttribute("href")!;
        await (await browser.OpenAsync(url)).Form("main form[action*=Benefit]").Set("Benefit", text).PostAsync();
    }

    private static (GroupTie? Tie, Refusal? Refusal) Declare(Organisation child, Organisation parent, List<GroupTie> others) =>
        GroupTie.Declare(child.Id, parent, Start, null, others, TimeProvider.System);

    private static Organisation Make(string name) => Organisation.Register(new(name, OrganisationKind.School, "UTC"), TimeProvider.System).Organisation!;
}
