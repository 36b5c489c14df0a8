using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Causeway.Persistence.Tests;

/// <summary>R5, R5b: what belongs to one school is never seen by another, in EF and, on PostgreSQL, in the database itself.</summary>
public sealed class TenancyTests
{
    [Fact]
    public async Task Every_owned_entity_carries_the_tenant_filter()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = app.Maintenance();
        var owned = db.Model.GetEntityTypes().Where(e => TenantFilter.Ownerships.Any(o => o.Ownership.IsAssignableFrom(e.ClrType))).ToList();
        owned.Select(e => e.ClrType).ShouldContain(typeof(StoredFile));
        owned.Where(e => e.GetDeclaredQueryFilters().All(f => f.Key != TenantFilter.Name)).Select(e => e.ClrType.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_hangs_on_an_owned_row_has_an_owner_itself()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = app.Maintenance();
        var orphans =
            from entity in db.Model.GetEntityTypes()
            where !entity.IsOwned() && !TenantFilter.IsTenantTable(entity)
            from foreign in entity.GetForeignKeys()
            where TenantFilter.IsTenantTable(foreign.PrincipalEntityType)
            select $"{entity.ClrType.Name} hangs on {foreign.PrincipalEntityType.ClrType.Name} and has no owner";
        orphans.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_database_itself_keeps_its_guards()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = app.Maintenance();
        if (TestDatabase.Postgres is null)
        {
            (await NamesAsync(db, "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_row'"))
                .ShouldBe(["audit_row_no_delete", "audit_row_no_update"], ignoreOrder: true);
            return;
        }

        var forced = await NamesAsync(db, "SELECT relname::text AS \"Value\" FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity");
        TenantTables(db).ShouldBeSubsetOf(forced);
        var role = await ProgramRoleAsync(app);
        (await NamesAsync(db, $"SELECT relname::text AS \"Value\" FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = '{role}'")).ShouldBeEmpty();
        (await NamesAsync(db, $"SELECT rolname::text AS \"Value\" FROM pg_roles WHERE rolname = '{role}' AND NOT rolsuper AND NOT rolbypassrls AND NOT rolcreaterole AND NOT rolcreatedb")).ShouldBe([role]);
        (await NamesAsync(db, $"SELECT privilege_type::text AS \"Value\" FROM information_schema.role_table_grants WHERE grantee = '{role}' AND table_name = 'audit_row'"))
            .ShouldBe(["SELECT", "INSERT"], ignoreOrder: true);
        (await app.Services.GetRequiredService<IDatabaseProvider>().CheckIntegrityAsync(db, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_that_lost_its_guard_is_named()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = app.Maintenance();
        var provider = app.Services.GetRequiredService<IDatabaseProvider>();
        if (TestDatabase.Postgres is null)
        {
            await db.SqlAsync("DROP TRIGGER audit_row_no_update");
            (await provider.CheckIntegrityAsync(db, CancellationToken.None)).ShouldHaveSingleItem().ShouldContain("audit_row_no_update");
            return;
        }

        await db.SqlAsync("ALTER TABLE file_chunk NO FORCE ROW LEVEL SECURITY");
        (await provider.CheckIntegrityAsync(db, CancellationToken.None)).ShouldHaveSingleItem().ShouldContain("file_chunk");
    }

    [Fact]
    public async Task Without_a_scope_not_one_owned_row_is_seen()
    {
        await using var app = await TestApp.StartAsync();
        await app.KeepFileAsync(Acts.SchoolA);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        (await db.Set<StoredFile>().CountAsync()).ShouldBe(0);
        (await db.Set<FileChunk>().CountAsync()).ShouldBe(0);
        if (TestDatabase.Postgres is null)
        {
            return;
        }

        // Raw commands, below EF and with no setting at all: the database still says nothing, for every owned table.
        await using var connection = new NpgsqlConnection(db.Database.GetConnectionString() + ";Pooling=false");
        await connection.OpenAsync();
        foreach (var table in TenantTables(db))
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM \"{table}\"", connection);
            (await command.ExecuteScalarAsync()).ShouldBe(0L, table);
        }

        await using var forge = new NpgsqlCommand($"INSERT INTO stored_file (id, organisation_id, content_type, length, sealed_name, stored_at, stored_by) VALUES ('{Acts.SchoolB}', '{Acts.SchoolB}', 'x', 0, '', now(), '{Acts.SchoolB}')", connection);
        (await Should.ThrowAsync<PostgresException>(() => forge.ExecuteNonQueryAsync())).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task Two_schools_taking_turns_on_one_connection_never_see_each_other()
    {
        await using var app = await TestApp.StartAsync();
        foreach (var school in (OrganisationId[])[Acts.SchoolA, Acts.SchoolB, Acts.SchoolA])
        {
            await app.KeepFileAsync(school);
        }

        await using var only = TestDatabase.Postgres is null ? null : await OneConnectionAsync(app);
        var leaks = 0;
        for (var turn = 0; turn < 1000; turn++)
        {
            var school = turn % 2 == 0 ? Acts.SchoolA : Acts.SchoolB;
            await using var db = Open(app, only, school);
            // Raw where the database has row security: EF's own filter must not be what holds.
            var seen = only is null
                ? await db.Set<StoredFile>().Select(f => f.OrganisationId).ToListAsync()
                : await db.Database.SqlQueryRaw<Guid>("SELECT organisation_id AS \"Value\" FROM stored_file").Select(g => new OrganisationId(g)).ToListAsync();
            leaks += seen.Count(o => o != school) + (seen.Count == (turn % 2 == 0 ? 2 : 1) ? 0 : 1);
            if (turn % 50 == 0)
            {
                db.Record("file.listed", school.Value);
                await db.SaveChangesAsync();
            }
        }

        leaks.ShouldBe(0);
    }

    [Fact]
    public async Task A_row_cannot_be_written_for_another_school()
    {
        await using var app = await TestApp.StartAsync();
        await app.KeepFileAsync(Acts.SchoolB);
        await using var scope = app.Enter(Acts.SchoolA, out var db);
        db.Add(new FileChunk(await AnyFileAsync(app), Acts.SchoolB, 99, [1]));
        db.Record("file.kept", Guid.Empty);
        if (TestDatabase.Postgres is null)
        {
            // SQLite has no row security: what holds there is that nobody can fetch the other school's row to hang on to.
            (await db.Set<StoredFile>().CountAsync()).ShouldBe(0);
            return;
        }

        (await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync())).GetBaseException().ShouldBeOfType<PostgresException>().SqlState.ShouldBe("42501");
        (await app.CountAsync()).Chunks.ShouldBe(1);
    }

    private static async Task<FileId> AnyFileAsync(TestApp app)
    {
        await using var owner = app.Maintenance();
        return (await owner.Set<StoredFile>().FirstAsync()).Id;
    }

    private static AppDbContext Open(TestApp app, NpgsqlDataSource? only, OrganisationId school)
    {
        if (only is null)
        {
            return app.Open(school, app.Clock);
        }

        var provider = app.Services.GetRequiredService<IDatabaseProvider>();
        var options = new DbContextOptionsBuilder<AppDbContext>();
        provider.Configure(options);
        options.UseNpgsql(only);
        var scope = new Scope();
        scope.Set(Acts.Of(school));
        return new AppDbContext(options.Options, app.Services.GetRequiredService<ModelParts>(), scope, provider, app.Clock);
    }

    private static async Task<NpgsqlDataSource> OneConnectionAsync(TestApp app)
    {
        await using var scope = app.Enter(Acts.SchoolA, out var db);
        var text = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { MaxPoolSize = 1, MinPoolSize = 1, NoResetOnClose = true };
        return NpgsqlDataSource.Create(text.ToString());
    }

    private static async Task<string> ProgramRoleAsync(TestApp app)
    {
        await using var scope = app.Enter(Acts.SchoolA, out var db);
        return new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()).Username!;
    }

    private static IEnumerable<string> TenantTables(AppDbContext db) =>
        db.Model.GetEntityTypes().Where(TenantFilter.IsTenantTable).Select(e => e.GetTableName()!).Distinct(StringComparer.Ordinal);

    private static Task<List<string>> NamesAsync(AppDbContext db, string sql) => db.Database.SqlQueryRaw<string>(sql).ToListAsync();
}
