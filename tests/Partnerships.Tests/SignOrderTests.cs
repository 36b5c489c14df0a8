using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships.Tests;

/// <summary>Three who sign in turn, the third by link: in every order and by every address.</summary>
public sealed class SignOrderTests
{
    private static readonly string[] Unsigned = ["signature 1", "signature 2", "signature 3"];

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 3 2")]
    [InlineData("2 1 3")]
    [InlineData("2 3 1")]
    [InlineData("3 1 2")]
    [InlineData("3 2 1")]
    public async Task Whoever_is_not_next_is_refused(string order)
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var id = await world.BuildAsync(Formality.Signed, Unsigned);
        var version = (await VersionsAsync(world, id)).Single();
        var (signed, link) = (0, world.Links.Signer);
        // Twice: in the second round those who came too early come again, and those who signed already too.
        foreach (var who in $"{order} {order}".Split(' ').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)))
        {
            var answer = await SignAsync(walk, id, who, version, link);
            var turn = who == signed + 1;
            answer.ShouldBe(turn ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, $"{who} after {signed}");
            signed += turn ? 1 : 0;
            (await SignedAsync(world, id)).ShouldBe(Enumerable.Range(1, signed));
            if (turn && signed == 2)
            {
                // A link that went round before its turn is dead when the turn comes; the one that is mailed then lives.
                (await SignAsync(walk, id, 3, version, link)).ShouldBe(HttpStatusCode.NotFound);
                link = await MailedAsync(world);
            }
        }
    }

    [Fact]
    public async Task A_version_that_was_replaced_is_signed_by_nobody_at_no_address()
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var id = await world.BuildAsync(Formality.Signed, ["signatures of the version in force", .. Unsigned]);
        var (old, now) = ((await VersionsAsync(world, id))[0], (await VersionsAsync(world, id))[1]);
        foreach (var who in new[] { 1, 2, 3 })
        {
            (await SignAsync(walk, id, who, old, world.Links.Signer)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await SignedAsync(world, id)).ShouldBeEmpty();
        (await SignAsync(walk, id, 1, now, world.Links.Signer)).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Somebody_elses_hand_does_not_sign()
    {
        await using var world = await GateWorld.StartAsync();
        await using var walk = await Walk.StartAsync(world);
        var id = await world.BuildAsync(Formality.Signed, Unsigned);
        var version = (await VersionsAsync(world, id)).Single();
        foreach (var (who, _) in GateTable.Actors.Where(a => a.Who is not ("head-a" or "head-b")))
        {
            await walk.PostAsync(who, $"/partnerships/{id}/agreement/sign", new() { ["Version"] = $"{version}", ["Agreed"] = "true" });
            await walk.PostAsync(who, world.Links.Signer[..^4] + "AAAA", new() { ["Version"] = $"{version}", ["Agreed"] = "true" });
            (await SignedAsync(world, id)).ShouldBeEmpty(who);
        }

        (await walk.PostAsync("head-a", $"/partnerships/{id}/agreement/sign", new() { ["Version"] = $"{version}", ["Agreed"] = "false" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignedAsync(world, id)).ShouldBeEmpty();
    }

    private static async Task<HttpStatusCode> SignAsync(Walk walk, Guid id, int who, Guid version, string link)
    {
        var form = new Dictionary<string, string> { ["Version"] = $"{version}", ["Agreed"] = "true" };
        return (who == 3 ? await walk.PostAsync("nobody", link, form) : await walk.PostAsync(who == 1 ? "head-a" : "head-b", $"/partnerships/{id}/agreement/sign", form)).Status;
    }

    private static async Task<string> MailedAsync(GateWorld world)
    {
        while (await world.App.SendMailAsync() > 0)
        {
            // Twenty at a time.
        }

        var body = world.App.Mail.Sent.Last(m => m.To == "ivo@lantern.example").Body;
        return new Uri(body.Split((char[]?)null).First(w => w.Contains("/partner/sign/", StringComparison.Ordinal))).AbsolutePath;
    }

    private static Task<List<Guid>> VersionsAsync(GateWorld world, Guid id) => world.AskAsync(async db =>
        (await db.Set<AgreementVersion>().AsNoTracking().Where(v => v.PartnershipId == new PartnershipId(id)).OrderBy(v => v.Number).ToListAsync()).ConvertAll(v => v.Id.Value));

    private static Task<List<int>> SignedAsync(GateWorld world, Guid id) => world.AskAsync(db =>
        db.Set<Signer>().Where(s => s.PartnershipId == new PartnershipId(id) && s.SignedAt != null).OrderBy(s => s.Order).Select(s => s.Order).ToListAsync());
}
