using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

/// <summary>What the charter asks stands on the home page, and from there in the mail of the day, until it is done.</summary>
public sealed class CharterWorkTests
{
    [Fact]
    public async Task The_work_list_asks_the_head_to_sign_until_it_is_done()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        (await WorkAsync(app, "head-a")).ShouldBeEmpty();
        await CharterTests.PublishAsync(app);
        (await WorkAsync(app, "head-a")).ShouldHaveSingleItem().Url.ShouldBe("/network/charter/sign");
        (await WorkAsync(app, "lead-a")).ShouldBeEmpty();
        await CharterTests.SignAsync(app, "head-a");
        (await WorkAsync(app, "head-a")).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromDays(20));
        (await WorkAsync(app, "coord")).ShouldHaveSingleItem().Title.ShouldContain("have not signed the charter: 1");
    }

    [Fact]
    public async Task A_new_charter_writes_no_mail_of_its_own()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await CharterTests.PublishAsync(app);
        await app.SendMailAsync();
        app.Mail.Sent.ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<WorkItem>> WorkAsync(TestApp app, string person) => app.InScopeAsync(person, s =>
        s.GetServices<IWorkList>().OfType<CharterWork>().Single().ForAsync(s.GetRequiredService<ICurrentActor>().Actor, default));
}
