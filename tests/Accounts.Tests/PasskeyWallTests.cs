using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;

namespace Causeway.Accounts.Tests;

public sealed class PasskeyWallTests
{
    [Theory]
    [InlineData("lead-a", true)]
    [InlineData("head-a", true)]
    [InlineData("dpo-a", true)]
    [InlineData("coord", true)]
    [InlineData("operator", true)]
    [InlineData("counsellor-a", false)]
    [InlineData("teacher-a", false)]
    [InlineData("partner-a", false)]
    [InlineData("guest-a", false)]
    [InlineData("no-post", false)]
    public async Task R10_a_post_that_needs_a_passkey_stands_before_a_wall_without_one(string person, bool wall)
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await Newcomer.AsAsync(app, person, "password+code");

        var answer = await browser.GetAsync("/");

        answer.Status.ShouldBe(wall ? HttpStatusCode.SeeOther : HttpStatusCode.OK);
        answer.Location.ShouldBe(wall ? "/account/passkeys" : null);
        (await browser.GetAsync("/account/passkeys")).Text.Contains("Your post needs a passkey", StringComparison.Ordinal).ShouldBe(wall);
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        (await (await browser.OpenAsync("/account/sign-out")).Form().PostAsync()).Location.ShouldBe("/signed-out");
    }

    [Fact]
    public async Task R10_a_passkey_opens_the_wall_and_cannot_be_removed_as_long_as_the_post_lasts()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await Newcomer.AsAsync(app, "lead-a", "password+code");
        await PasskeyTests.AddAsync(browser, new SoftAuthenticator(), "Desk");
        (await browser.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);

        var answer = await (await browser.OpenAsync("/account/passkeys")).Form("form[action*='handler=Remove']").PostAsync();

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task R10_the_operators_passkey_must_stay_on_one_device()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await Newcomer.AsAsync(app, "operator", "password+code");
        await PasskeyTests.AddAsync(browser, new SoftAuthenticator { Flags = SoftAuthenticator.Present | SoftAuthenticator.Verified | SoftAuthenticator.BackupEligible }, "Key ring");
        (await browser.GetAsync("/")).Location.ShouldBe("/account/passkeys");
        await PasskeyTests.AddAsync(browser, new SoftAuthenticator(), "Key on the desk");
        (await browser.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Every_role_is_either_bound_or_free()
    {
        Enum.GetValues<Role>().Where(r => PasskeyDuty.Binds(r)).ShouldBe(
            [Role.NetworkCoordinator, Role.SafeguardingLead, Role.SeniorLeader, Role.DataProtectionOfficer, Role.Operator], ignoreOrder: true);
        PasskeyDuty.Binds(null).ShouldBeFalse();
    }
}
