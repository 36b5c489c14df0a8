using System.Text;
using Causeway.Kernel;
using Causeway.TestKit;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence.Tests;

/// <summary>Permissions with which a test turns each of the two locks by itself.</summary>
internal sealed class ProbeModule : IModule
{
    /// <summary>The decision function says yes to everybody, about everything.</summary>
    public const string Anybody = "probe.anybody";

    /// <summary>As the matrix has it: some roles, the own school.</summary>
    public const string Staff = "probe.staff";

    /// <summary>No role of a case passes.</summary>
    public const string Nobody = "probe.nobody";

    public string Name => "Probe";

    public IEnumerable<PermissionRule> Permissions =>
    [
        new(Anybody, Relation.None),
        new(Staff, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader),
        new(Nobody, Relation.None, Role.Operator),
    ];
}

/// <summary>Two made-up schools with their people, and parts of cases in which files are kept.</summary>
internal sealed class KeyWorld(TestApp app) : IAsyncDisposable
{
    public static readonly CasePart Core = new(Id(0xc1), "core");
    public static readonly CasePart Medical = new(Id(0xc1), "medical");

    public static readonly Actor Lead = Of(1, Role.SafeguardingLead, Acts.SchoolA);
    public static readonly Actor Deputy = Of(2, Role.SafeguardingLead, Acts.SchoolA);
    public static readonly Actor Counsellor = Of(3, Role.Counsellor, Acts.SchoolA);
    public static readonly Actor Head = Of(4, Role.SeniorLeader, Acts.SchoolA);
    public static readonly Actor Guest = Of(5, Role.Outsider, null);
    public static readonly Actor LeadB = Of(6, Role.SafeguardingLead, Acts.SchoolB);
    public static readonly Actor Operator = Of(7, Role.Operator, Acts.SchoolA);

    public TestApp App => app;

    public DateTimeOffset InAMonth => app.Clock.GetUtcNow().AddDays(30);

    public static async Task<KeyWorld> StartAsync(bool withPart = true)
    {
        var world = new KeyWorld(await TestApp.StartAsync(change: s => s.AddSingleton<IModule, ProbeModule>()));
        if (withPart)
        {
            await world.FoundAsync(Core);
        }

        return world;
    }

    public static Guid Id(int number) => new($"00000000-0000-7000-9000-{number:x12}");

    public static Actor Of(int number, Role role, OrganisationId? school) =>
        Actor.Anonymous with { Person = new PersonId(Id(number)), Name = "Somebody", Role = role, Organisation = school };

    public static Holder As(Actor actor) => new(actor.Person, actor.Role!.Value, actor.Role == Role.Outsider ? null : actor.Organisation);

    public async Task<T> AsAsync<T>(Actor actor, Func<Unit, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Scope>().Set(actor);
        return await act(new Unit(
            scope.ServiceProvider.GetRequiredService<IKeyVault>(), scope.ServiceProvider.GetRequiredService<AppDbContext>(), scope.ServiceProvider.GetRequiredService<FileStore>()));
    }

    public Task AsAsync(Actor actor, Func<Unit, Task> act) => AsAsync(actor, async u =>
    {
        await act(u);
        return true;
    });

    /// <summary>Does it and keeps it, unless it was refused.</summary>
    public Task<Refusal?> ChangeAsync(Actor actor, Func<IKeyVault, Task<Refusal?>> change) => AsAsync(actor, async u =>
    {
        if (await change(u.Vault) is { } refusal)
        {
            return refusal;
        }

        await u.Db.SaveChangesAsync();
        return null;
    });

    public Task FoundAsync(CasePart part, Actor? by = null, Keeper keeper = Keeper.School) => AsAsync(by ?? Lead, async u =>
    {
        using var writer = await u.Vault.FoundAsync(part, keeper, ProbeModule.Anybody, InAMonth, default);
        writer.ShouldNotBeNull();
        await u.Db.SaveChangesAsync();
        return true;
    });

    public Task<Refusal?> GrantAsync(Actor by, Actor to, CasePart? part = null, DateTimeOffset? until = null) =>
        ChangeAsync(by, v => v.GrantAsync(part ?? Core, ProbeModule.Anybody, As(to), until ?? InAMonth, default));

    public async Task LetInAsync(Actor to, CasePart? part = null, DateTimeOffset? until = null) =>
        (await GrantAsync(Lead, to, part, until)).ShouldBeNull();

    /// <summary>Null: the writer's way in is not open.</summary>
    public Task<FileId?> KeepAsync(Actor by, string text, CasePart? part = null) => AsAsync<FileId?>(by, async u =>
    {
        using var writer = await u.Vault.WriteAsync(part ?? Core, ProbeModule.Anybody, default);
        if (writer is null)
        {
            return null;
        }

        // Rows of a case are the school's: whoever writes from outside does so in a unit of work of that school.
        u.Db.Scope.Narrow(writer.School);
        var id = await u.Files.AddAsync(writer, new MemoryStream(Encoding.UTF8.GetBytes(text)), "note.txt", "text/plain", default);
        u.Db.Record("file.kept", id.Value, writer.School.Value);
        await u.Db.SaveChangesAsync();
        return id;
    });

    /// <summary>Null: not open.</summary>
    public Task<string?> ReadAsync(Actor by, FileId id, CasePart? part = null, string permission = ProbeModule.Anybody) => AsAsync<string?>(by, async u =>
    {
        using var reader = await u.Vault.ReadAsync(part ?? Core, permission, default);
        return reader is null ? null : await TextAsync(app, reader, id);
    });

    /// <summary>With the owner's eyes: where the bytes lie is not what is asked here, only whether these keys open them.</summary>
    public static async Task<string> TextAsync(TestApp app, PartReader reader, FileId id)
    {
        await using var owner = app.Maintenance();
        using var to = new MemoryStream();
        var files = new FileStore(owner, null!, app.Clock);
        await files.ReadAsync(reader, id, to, default);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    public Task<bool> MayReadAsync(Actor by, CasePart? part = null, string permission = ProbeModule.Anybody) => AsAsync(by, async u =>
    {
        using var reader = await u.Vault.ReadAsync(part ?? Core, permission, default);
        return reader is not null;
    });

    public async Task<List<string>> ActsAsync(Guid? about = null)
    {
        await using var db = app.Maintenance();
        return await db.Set<AuditRow>().Where(r => r.ObjectId == (about ?? Core.Case)).OrderBy(r => r.Sequence).Select(r => r.Act).ToListAsync();
    }

    public async Task SqlAsync(string sql, params object[] values)
    {
        await using var owner = app.Maintenance();
        await owner.SqlAsync(sql, values);
    }

    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await using var owner = app.Maintenance();
        return await KeyCheck.FindFaultsAsync(owner, app.Database.Roots, default);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

internal sealed record Unit(IKeyVault Vault, AppDbContext Db, FileStore Files);
