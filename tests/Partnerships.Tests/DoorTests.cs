using System.Net;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships.Tests;

public sealed class DoorTests
{
    private static readonly string[] Pages = ["", "/guide", "/basics", "/parties", "/stage", "/sheets", "/sheet", "/sheet/print", "/plan", "/plan/Aims", "/plan/print", "/agreement", "/agreement/new"];

    [Theory]
    [InlineData("counsellor-b", 404)]
    [InlineData("lead-c", 404)]
    [InlineData("coord-c", 404)]
    [InlineData("dpo-a", 404)]
    [InlineData("partner-a", 404)]
    [InlineData("operator", 404)]
    [InlineData("teacher-a", 404)]
    public async Task Who_takes_no_part_finds_nothing_on_any_page(string person, int status)
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        await world.PressAsync("lead-a", $"{world.Here}/plan", "form[action*=Begin]");
        foreach (var page in Pages)
        {
            ((int)(await world.OpenAsync(person, world.Here + page)).Status).ShouldBe(status, page);
        }

        (await world.OpenAsync(person, "/partnerships")).Text.ShouldNotContain("Rivers on both sides");
    }

    [Fact]
    public async Task A_coordinator_sees_the_register_and_the_stage_and_nothing_that_the_sides_write()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.FillSheetAsync("lead-a", "Our wish");
        await world.FillSheetAsync("counsellor-b", "Their wish");
        (await world.OpenAsync("coord", "/partnerships")).Text.ShouldContain("Rivers on both sides");
        var page = await world.OpenAsync("coord", world.Here);
        page.Text.ShouldContain("Exploring");
        page.Text.ShouldNotContain("A flood in spring");
        foreach (var part in Pages.Where(p => p.Length > 0))
        {
            (await world.OpenAsync("coord", world.Here + part)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_teacher_enters_as_an_owner_and_leaves_with_the_post()
    {
        await using var world = await PartnershipWorld.StartAsync();
        (await world.PressAsync("lead-a", $"{world.Here}/parties", "form[action*=Owner]:has([name=Person])", f => f.Set("Person", world.App.Person("teacher-a").ToString()))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("teacher-a", world.Here)).Status.ShouldBe(HttpStatusCode.OK);
        var owner = (await world.AllAsync<PartyOwner>()).First(o => o.PersonId == world.App.Person("teacher-a"));
        await world.PressAsync("lead-a", $"{world.Here}/parties", $"form[action*=HandOver]:has([value='{owner.Id}'])");
        (await world.OpenAsync("teacher-a", world.Here)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_side_does_not_name_the_other_sides_sponsor_or_owners()
    {
        await using var world = await PartnershipWorld.StartAsync();
        var other = (await world.AllAsync<Party>()).First(p => p.Number == 2);
        var answer = await world.PressAsync("lead-a", $"{world.Here}/parties", "form[action*=Sponsor]", f => f.Set("Party", other.Id.ToString()).Set("SponsorName", "Nobody asked").Set("SponsorCapacity", "Head"));
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.AllAsync<Party>()).ShouldAllBe(p => p.SponsorName == "");
    }

    [Fact]
    public async Task A_link_is_stored_as_a_hash_ends_with_the_next_one_and_says_nothing_when_it_is_wrong()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        var first = await world.LinkAsync();
        var mail = world.App.Mail.Sent.Single();
        (mail.Subject + mail.Body).ShouldNotContain("Rivers");
        using var guest = world.App.Anonymous();
        (await guest.OpenAsync(first)).Text.ShouldContain("Kauri School");
        (await world.PressAsync("lead-a", $"{world.Here}/parties", "form[action*=Link]")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var second = await world.LinkAsync();
        (await guest.GetAsync(second)).Status.ShouldBe(HttpStatusCode.OK);
        var ended = await guest.GetAsync(first);
        var wrong = await guest.GetAsync(first[..^4] + "AAAA");
        (ended.Status, wrong.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        ended.Text.ShouldBe(wrong.Text);
        (await world.PressAsync("lead-a", $"{world.Here}/parties", "form[action*=Link]", button: "true")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await guest.GetAsync(second)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.AllAsync<Party>()).ShouldAllBe(p => !p.HasLink);
    }

    [Fact]
    public async Task An_organisation_that_leaves_the_network_ends_its_partnerships()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.App.InScopeAsync("head-b", async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            foreach (var told in services.GetServices<IOnLeavingNetwork>().Where(o => o is LeavingPartnerships))
            {
                await told.LeaveAsync(world.App.Organisation("school-b"), world.App.Network("net-1"), false, CancellationToken.None);
            }

            return await db.SaveChangesAsync();
        });
        (await world.AllAsync<Partnership>()).Single().Stage.ShouldBe(Stage.Ended);
    }
}
