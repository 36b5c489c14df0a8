using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships.Tests;

public sealed class AgreementTests
{
    /// <summary>The suite runs few; CAUSEWAY_RACES=10000 runs them all.</summary>
    private static int Races => int.TryParse(Environment.GetEnvironmentVariable("CAUSEWAY_RACES"), out var n) ? n : 200;

    [Fact]
    public async Task The_text_comes_from_the_plan_and_the_record_holds_its_fingerprint()
    {
        await using var world = await ReadyAsync();
        (await world.MakeAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var version = (await world.AllAsync<AgreementVersion>()).Single();
        version.TextHash.ShouldBe(AgreementVersion.HashOf(version.Sections, version.Annexes));
        var page = await world.OpenAsync("counsellor-b", $"{world.Here}/agreement");
        page.Text.ShouldContain("Measure two rivers");
        page.Text.ShouldContain(version.TextHash);
        var paper = await world.OpenAsync("lead-a", $"{world.Here}/agreement/1/print");
        paper.Text.ShouldContain("Hana Head");
        paper.Text.ShouldContain(version.TextHash);
    }

    [Fact]
    public async Task It_is_not_made_from_a_plan_that_a_side_has_not_confirmed()
    {
        await using var world = await PartnershipWorld.StartAsync();
        await world.FillPlanAsync();
        await world.ConfirmAsync("lead-a");
        (await world.OpenAsync("lead-a", $"{world.Here}/agreement/new")).Text.ShouldContain("a plan that every side has confirmed");
    }

    [Fact]
    public async Task Order_is_enforced_at_the_moment_of_signing()
    {
        await using var world = await ReadyAsync();
        await world.MakeAsync();
        var version = (await world.AllAsync<AgreementVersion>()).Single().Id;
        (await SignDirectAsync(world, "head-b", version))!.Code.ShouldBe(Signer.NotYourTurn.Code);
        (await SignDirectAsync(world, "lead-a", version))!.Code.ShouldBe(PartnershipDoor.Gone.Code);
        (await SignDirectAsync(world, "head-a", version)).ShouldBeNull();
        (await SignDirectAsync(world, "head-a", version))!.Code.ShouldBe(Signer.Done.Code);
        (await SignDirectAsync(world, "head-b", version)).ShouldBeNull();
    }

    [Fact]
    public async Task A_copied_link_does_not_break_the_order_and_the_mail_waits_for_the_turn()
    {
        await using var world = await PartnershipWorld.StartAsync(outside: true);
        var link = await world.LinkAsync();
        await world.FillPlanAsync();
        await world.ConfirmAsync("lead-a");
        using var guest = world.App.Anonymous();
        (await (await guest.OpenAsync(link + "/plan")).Form("form[action$='/plan']").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", $"{world.Here}/agreement/new", "main form[method=post]", f => f
            .Set("Signers[0].Person", world.App.Person("head-a").ToString())
            .Set("Signers[1].Side", "2").Set("Signers[1].Name", "Head Far").Set("Signers[1].Capacity", "Principal").Set("Signers[1].Mail", "head@far.example"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        while (await world.App.SendMailAsync() > 0)
        {
            // Whatever waits goes.
        }

        world.App.Mail.Sent.ShouldNotContain(m => m.To == "head@far.example");
        var copied = await LinkOfAsync(world, "Head Far");
        var early = await guest.OpenAsync(copied);
        early.Text.ShouldContain("It is not your turn yet");
        var version = (await world.AllAsync<AgreementVersion>()).Single().Id;
        (await ByLinkAsync(world, copied, version))!.Code.ShouldBe(Signer.NotYourTurn.Code);
        (await world.SignAsync("head-a")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var own = await world.LinkAsync("head@far.example");
        own.ShouldNotBe(copied);
        (await guest.GetAsync(copied)).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await guest.OpenAsync(own);
        page.Bytes.Length.ShouldBeLessThan(30_000);
        page.Html.ShouldNotContain("<script");
        (await page.Form("form").Set("Agreed", "true").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Signer>()).ShouldAllBe(s => s.SignedAt != null && s.SignedHash.Length == 64);
        (await guest.OpenAsync(own)).Text.ShouldContain("You have signed this version");
    }

    [Fact]
    public async Task A_newer_version_is_signed_anew_and_voids_nothing()
    {
        await using var world = await ReadyAsync();
        await world.MakeAsync();
        await world.SignAsync("head-a");
        using var late = await world.App.AsAsync("head-b");
        var stale = (await late.OpenAsync($"{world.Here}/agreement/sign")).Form().Set("Agreed", "true");
        (await world.MakeAsync("A smaller aim")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var answer = await stale.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("A newer version was made while you were reading");
        var signers = await world.AllAsync<Signer>();
        signers.Count(s => s.SignedAt is not null).ShouldBe(1);
        (await world.OpenAsync("lead-a", $"{world.Here}/agreement/1")).Text.ShouldContain("Hal Head");
        (await world.OpenAsync("lead-a", $"{world.Here}/agreement")).Text.ShouldContain("A smaller aim");
    }

    /// <summary>Makers of new versions and signers of what they see run against each other: no signature ever stands on a version that was replaced before it.</summary>
    [Fact]
    public async Task A_signature_belongs_to_the_version_that_was_in_force_when_it_was_written()
    {
        await using var world = await ReadyAsync();
        await world.MakeAsync();
        var (signed, refused, signatures) = (0, 0, 0);
        for (var i = 0; i < Races; i++)
        {
            var seen = await InForceAsync(world);
            var maker = i % 2 == 0 ? "lead-a" : "counsellor-b";
            var race = await Race.RunAsync(i, () => MakeDirectAsync(world, maker, seen.Number), () => SignDirectAsync(world, "head-a", seen.Id), () => SignDirectAsync(world, "head-b", seen.Id));
            race[0].ShouldBeNull();
            signed += race[1] is null ? 1 : 0;
            refused += race[1] is not null ? 1 : 0;
            (race[1] is null || race[1]!.Code == SignAgreementHandler.Newer.Code).ShouldBeTrue(race[1]?.Code);
            new[] { null, SignAgreementHandler.Newer.Code, Signer.NotYourTurn.Code }.ShouldContain(race[2]?.Code);
            (race[2] is null && race[1] is not null).ShouldBeFalse("the second signed before the first");
            signatures += race.Skip(1).Count(r => r is null);
            await CheckAsync(world, seen, signatures);
        }

        (signed + refused).ShouldBe(Races);
        signed.ShouldBeGreaterThan(0, "nobody was ever faster than the maker: that was no race");
        refused.ShouldBeGreaterThan(0, "nobody was ever slower than the maker: that was no race");
        await using var db = world.App.Maintenance();
        (await db.Set<Signer>().CountAsync(s => s.SignedAt != null)).ShouldBe(signatures);
        (await db.Set<AgreementVersion>().CountAsync()).ShouldBe(Races + 1);
        TestContext.Current.SendDiagnosticMessage("{0} races: the first signed in {1}, was told of a newer version in {2}; {3} signatures", Races, signed, refused, signatures);
    }

    private static async Task<AgreementVersion> InForceAsync(PartnershipWorld world)
    {
        await using var db = world.App.Maintenance();
        return await db.Set<AgreementVersion>().AsNoTracking().OrderByDescending(v => v.Number).FirstAsync();
    }

    // Looks at the version that was raced for and the one after it: with ten thousand behind them a race costs what the first one did.
    private static async Task CheckAsync(PartnershipWorld world, AgreementVersion seen, int signatures)
    {
        await using var db = world.App.Maintenance();
        var rows = await (from v in db.Set<AgreementVersion>() where v.PartnershipId == seen.PartnershipId && v.Number >= seen.Number
                          join s in db.Set<Signer>() on v.Id equals s.VersionId select new { s.SignedHash, s.SignedAt, v.TextHash, v.Number }).ToListAsync();
        rows.Count.ShouldBe(4);
        rows.Where(r => r.SignedAt is not null).ShouldAllBe(r => r.SignedHash == r.TextHash && r.Number == seen.Number);
        (await db.Set<Agreement>().SingleAsync()).Signatures.ShouldBe(signatures);
    }

    private static async Task<PartnershipWorld> ReadyAsync()
    {
        var world = await PartnershipWorld.StartAsync();
        await world.FillPlanAsync();
        await world.ConfirmAsync("lead-a");
        await world.ConfirmAsync("counsellor-b");
        return world;
    }

    private static Task<Refusal?> SignDirectAsync(PartnershipWorld world, string person, AgreementId version) => world.App.InScopeAsync(person, services =>
        services.GetRequiredService<SignAgreementHandler>().HandleAsync(new(world.Id), new(version, true), services.GetRequiredService<ICurrentActor>().Actor, CancellationToken.None));

    private static Task<Refusal?> MakeDirectAsync(PartnershipWorld world, string person, int number) => world.App.InScopeAsync(person, async services =>
    {
        // A maker who loses against a signature presses again, as a person would.
        for (var tries = 0; ; tries++)
        {
            services.GetRequiredService<Causeway.Persistence.AppDbContext>().ChangeTracker.Clear();
            var command = new MakeAgreement(new(world.Id), [new SignerForm { Person = world.App.Person("head-a").Value }, new SignerForm { Person = world.App.Person("head-b").Value }], [], "Again", number);
            var refusal = await services.GetRequiredService<MakeAgreementHandler>().HandleAsync(command, services.GetRequiredService<ICurrentActor>().Actor, world.App.Clock, CancellationToken.None);
            if (refusal?.Code != Refusal.ChangedMeanwhile.Code || tries > 5)
            {
                return refusal;
            }
        }
    });

    private static async Task<string> LinkOfAsync(PartnershipWorld world, string name)
    {
        await using var db = world.App.Maintenance();
        var signer = await db.Set<Signer>().SingleAsync(s => s.Name == name);
        var path = $"/partner/sign/{signer.NetworkId}/{signer.Id}/{signer.NewLink()}";
        db.Record("test.link", signer.Id.Value);
        await db.SaveChangesAsync();
        return path;
    }

    private static Task<Refusal?> ByLinkAsync(PartnershipWorld world, string path, AgreementId version) => world.App.InScopeAsync("no-post", services =>
    {
        var parts = path.Split('/');
        return services.GetRequiredService<SignAgreementHandler>().ByLinkAsync(new(new(Guid.Parse(parts[3])), new(Guid.Parse(parts[4])), parts[5]), new(version, true), CancellationToken.None);
    });
}
