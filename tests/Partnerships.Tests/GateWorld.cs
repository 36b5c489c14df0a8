using System.Linq.Expressions;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Causeway.Partnerships.Tests;

/// <summary>
/// Partnerships of School A, School B and a charity outside, written straight into the database: everything the gate asks for
/// at its highest level is there, but for what a case takes away.
/// </summary>
internal sealed class GateWorld : IAsyncDisposable
{
    public static readonly Guid File = new("00000000-0000-7000-8000-0000000000d1");
    public static readonly Guid Decider = new("00000000-0000-7000-8000-0000000000d2");
    private static readonly Guid Proposer = new("00000000-0000-7000-8000-0000000000d3");

    private GateWorld(TestApp app, SaidCheck check) => (App, Check) = (app, check);

    public TestApp App { get; }

    public SaidCheck Check { get; }

    /// <summary>Links of the last partnership that was built: the charity's, and its signer's.</summary>
    public (string Party, string Signer) Links { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);

    public static async Task<GateWorld> StartAsync()
    {
        var check = new SaidCheck();
        return new(await TestApp.StartWithWorldAsync(change: s => s.Replace(ServiceDescriptor.Scoped<IOutsideCheck>(_ => check))), check);
    }

    /// <param name="lacks">One or more of <see cref="GateTable"/>'s conditions.</param>
    public Task<Guid> BuildAsync(Formality level, params string[] lacks) => App.InScopeAsync("lead-a", async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var networks = services.GetRequiredService<INetworkDirectory>();
        var basics = new PartnershipBasics("Gate", PartnershipType.Ngo, lacks.Contains("purpose") ? "" : "Pupils are safe", lacks.Contains("driver") ? "" : "A flood", Review(lacks), null);
        var partnership = Partnership.Begin(db.Scope.Network, basics, level, db.Scope.Actor, Today.AddDays(-90), App.Clock).Partnership!;
        var parties = new List<Party>();
        foreach (var school in new[] { "school-a", "school-b" })
        {
            parties.Add(Party.Join(partnership, parties.Count + 1, (await networks.FindOrganisationAsync(App.Organisation(school), CancellationToken.None))!, App.Clock));
        }

        var file = Examined(lacks);
        parties.Add(Party.Describe(partnership, 3, new("Lantern House", OrganisationKind.Ngo, "", "UTC", "en", "Ivo", "ivo@lantern.example", file), App.Clock).Party!);
        if (lacks.Contains("two sides"))
        {
            parties.RemoveRange(1, 2);
        }

        db.Add(partnership);
        foreach (var party in parties)
        {
            Staff(db, party, lacks);
        }

        Paper(db, partnership, parties, lacks);
        db.Record("test.built", partnership.Id.Value);
        await db.SaveChangesAsync();
        return partnership.Id.Value;
    });

    /// <summary>Puts a partnership where a case begins, past every rule, and says its version.</summary>
    public async Task<int> PutAsync(Guid id, Stage stage)
    {
        await using var db = App.Maintenance();
        var all = db.Set<Partnership>().Where(p => p.Id == new PartnershipId(id));
        await all.ExecuteUpdateAsync(s => s.SetProperty(p => p.Stage, stage).SetProperty(p => p.EndedOn, (DateOnly?)null));
        return await all.Select(p => p.Version).SingleAsync();
    }

    public async Task SetAsync<T>(Expression<Func<T, bool>> which, Action<UpdateSettersBuilder<T>> to)
        where T : class
    {
        await using var db = App.Maintenance();
        await db.Set<T>().Where(which).ExecuteUpdateAsync(to);
    }

    public async Task<(Partnership Partnership, int Changes)> ReadAsync(Guid id)
    {
        await using var db = App.Maintenance();
        return (await db.Set<Partnership>().AsNoTracking().SingleAsync(p => p.Id == new PartnershipId(id)), await db.Set<PartnershipChange>().CountAsync(c => c.PartnershipId == new PartnershipId(id)));
    }

    public async Task<T> AskAsync<T>(Func<AppDbContext, Task<T>> ask)
    {
        await using var db = App.Maintenance();
        return await ask(db);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private DateOnly? Review(string[] lacks) => lacks.Contains("review date") ? null : Today.AddDays(lacks.Contains("review date to come") ? -1 : 100);

    private Guid? Examined(string[] lacks)
    {
        if (lacks.Contains("file on the charity"))
        {
            return null;
        }

        var why = lacks.FirstOrDefault(l => l.StartsWith("conclusion ", StringComparison.Ordinal));
        var id = why is null ? File : Guid.CreateVersion7();
        var opener = App.Person("lead-a").Value;
        Check.Verdicts[id] = why switch
        {
            null => new(OutsideGate.Ok, Proposer, Decider),
            "conclusion that is live" => new(OutsideGate.None, Proposer, null),
            "conclusion without a blocker" => new(OutsideGate.Blocker, Proposer, Decider),
            "conclusion of another than the proposer" => new(OutsideGate.Ok, Proposer, Proposer),
            "conclusion of another than the opener" => new(OutsideGate.Ok, Proposer, opener),
            "conclusion of a person" => new(OutsideGate.Warning, Proposer, null),
            _ => throw new ArgumentOutOfRangeException(nameof(lacks), why, null),
        };
        return id;
    }

    private void Staff(AppDbContext db, Party party, string[] lacks)
    {
        if (!lacks.Contains($"sponsor {party.Number}"))
        {
            party.NameSponsor($"Head {party.Number}", "Head", Today).ShouldBeNull();
        }

        db.AddRange(party, IntentSheet.Open(party, App.Clock));
        string[] people = party.Number switch { 1 => ["lead-a", "counsellor-a"], 2 => ["lead-b", "teacher-b"], _ => [] };
        var owners = people.Select(p => PartyOwner.Take(party, App.Person(p), p, "", Today, App.Clock)).ToList();
        if (lacks.Contains($"second owner {party.Number}"))
        {
            owners[0].HandOver(Today);
        }

        db.AddRange(owners);
    }

    private void Paper(AppDbContext db, Partnership partnership, List<Party> parties, string[] lacks)
    {
        var plan = Plan.Begin(partnership, Plan.YearOf(Today), App.Clock);
        db.Add(plan);
        db.AddRange(parties.Where(p => !lacks.Contains($"confirmation {p.Number}")).Select(p => PlanConfirmation.Give(plan, p, p.Name, App.Clock)));
        if (lacks.Contains("confirmation of the plan as it stands"))
        {
            plan.Changed();
        }

        if (lacks.Contains("agreement"))
        {
            return;
        }

        var agreement = Agreement.Open(partnership, App.Clock);
        db.Add(agreement);
        Version(db, agreement, plan, parties, lacks, signed: true);
        if (lacks.Contains("signatures of the version in force"))
        {
            Version(db, agreement, plan, parties, lacks, signed: false);
        }
    }

    private void Version(AppDbContext db, Agreement agreement, Plan plan, List<Party> parties, string[] lacks, bool signed)
    {
        agreement.Publish();
        var version = AgreementVersion.Make(agreement, [new("Purpose", ["Pupils are safe"])], [new("Statute", "We found it.", !lacks.Contains("founding paper"))], plan, "", "Lea", App.Clock);
        db.Add(version);
        var all = new List<Signer>();
        foreach (var party in parties)
        {
            string? person = party.Number switch { 1 => "head-a", 2 => "head-b", _ => null };
            var terms = new SignerTerms(party.Number, person is null ? null : App.Person(person), $"Signer {party.Number}", "Head", !lacks.Contains($"head {party.Number}"), "ivo@lantern.example");
            all.Add(Signer.Ask(version, party.Number, party, terms, App.Clock));
        }

        if (parties.Count == 3)
        {
            Links = ($"/partner/{agreement.NetworkId}/{parties[2].Id}/{parties[2].NewLink(App.Clock.GetUtcNow()).Secret}", $"/partner/sign/{agreement.NetworkId}/{all[2].Id}/{all[2].NewLink()}");
        }

        db.AddRange(all);
        foreach (var signer in all.Where(s => signed && !lacks.Contains($"signature {s.Order}")))
        {
            // Whoever stands before somebody who did not sign could sign no more: written in turn all the same.
            signer.Sign(version, [], agreed: true, byLink: false, App.Clock.GetUtcNow()).ShouldBeNull();
        }
    }
}
