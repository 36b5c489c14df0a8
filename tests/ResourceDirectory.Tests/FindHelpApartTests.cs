using System.Net;
using Causeway.TestKit;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Find help searches the joint directory; what lies beside it is pointed at with the number that the link then shows.</summary>
public sealed class FindHelpApartTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    [Fact]
    public async Task Find_help_says_how_many_fitting_listings_are_lent_to_the_own_school()
    {
        await world.TakeInAsync("lead-a", "Name,Profession,Phone,Help offered\nFiona Findlent,Speech therapist,555 0101,speech\n");
        var listing = await world.ListingAsync("lead-a", "Fiona Findlent");
        var form = (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}/sharing")).Form()
            .Set("Sharing", nameof(Sharing.NamedSchools)).Set("Schools", world.App.Organisation("school-b").ToString());
        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);

        var receiver = await world.OpenAsync("lead-b", "/find-help?q=findlent");
        receiver.Text.ShouldContain("1 more that another school lends to yours by name.");
        (await FollowAsync("lead-b", receiver, "a[href^='/directory/lent']")).Text.ShouldContain("Fiona Findlent");
        var lender = await world.OpenAsync("lead-a", "/find-help?q=findlent");
        lender.Text.ShouldContain("1 more in your own school’s list that is not shared with the network.");
        (await FollowAsync("lead-a", lender, "a[href*='show=apart']")).Text.ShouldContain("Fiona Findlent");
        (await world.OpenAsync("lead-c", "/find-help?q=findlent")).Text.ShouldNotContain("lends to yours");
    }

    private Task<TestPage> FollowAsync(string person, TestPage page, string link) => world.OpenAsync(person, page.Find(link)!.GetAttribute("href")!);
}
