using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Causeway.Persistence.Postgres;

/// <summary>Row-level security made from the model: every table with an owner is forced, and unset settings match no row.</summary>
internal static class RowSecurity
{
    public static async Task ApplyAsync(AppDbContext maintenance, string role, CancellationToken ct)
    {
        var sql = new StringBuilder($"GRANT USAGE ON SCHEMA public TO \"{role}\";\n");
        foreach (var table in Tables(maintenance))
        {
            var rights = table.Name == "audit_row" ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
            sql.Append(CultureInfo.InvariantCulture, $"REVOKE ALL ON \"{table.Name}\" FROM \"{role}\"; GRANT {rights} ON \"{table.Name}\" TO \"{role}\";\n");
            if (table.Rule is null)
            {
                continue;
            }

            sql.Append(CultureInfo.InvariantCulture, $"ALTER TABLE \"{table.Name}\" ENABLE ROW LEVEL SECURITY; ALTER TABLE \"{table.Name}\" FORCE ROW LEVEL SECURITY;\n");
            foreach (var policy in Policies(table.Rule, table.Check!))
            {
                sql.Append(CultureInfo.InvariantCulture, $"DROP POLICY IF EXISTS {policy.Name} ON \"{table.Name}\"; CREATE POLICY {policy.Name} ON \"{table.Name}\" {policy.For} TO \"{role}\" {policy.Rule};\n");
            }

            sql.Append(CultureInfo.InvariantCulture, $"DROP POLICY IF EXISTS maintenance ON \"{table.Name}\"; CREATE POLICY maintenance ON \"{table.Name}\" TO CURRENT_USER USING (true) WITH CHECK (true);\n");
        }

        await using var command = maintenance.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql.ToString();
        await maintenance.Database.OpenConnectionAsync(ct);
        await command.ExecuteNonQueryAsync(ct);
        await maintenance.Database.CloseConnectionAsync();
    }

    /// <summary>Tenant tables that are not forced, or that the program's role owns. Empty: sound.</summary>
    public static async Task<IReadOnlyList<string>> FindGapsAsync(AppDbContext maintenance, string role, CancellationToken ct)
    {
        var unforced = await maintenance.Database.SqlQueryRaw<string>(
            """
            SELECT c.relname::text AS "Value" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.oid = c.relowner
            WHERE n.nspname = 'public' AND c.relkind = 'r' AND (NOT c.relforcerowsecurity OR r.rolname = {0})
            """,
            role).ToListAsync(ct);
        return [.. Tables(maintenance).Where(t => t.Rule is not null && unforced.Contains(t.Name, StringComparer.Ordinal))
            .Select(t => $"table {t.Name} has no forced row security")];
    }

    /// <summary>
    /// Where writing is narrower than seeing, a row that may only be seen may not be changed either: else whoever receives it
    /// could first make it its own and then do as it likes.
    /// </summary>
    private static IEnumerable<(string Name, string For, string Rule)> Policies(string rule, string check) => string.Equals(rule, check, StringComparison.Ordinal)
        ? [("tenant", "", $"USING ({rule}) WITH CHECK ({rule})")]
        :
        [
            ("tenant", "FOR SELECT", $"USING ({rule})"),
            ("tenant_insert", "FOR INSERT", $"WITH CHECK ({check})"),
            ("tenant_update", "FOR UPDATE", $"USING ({check}) WITH CHECK ({check})"),
            ("tenant_delete", "FOR DELETE", $"USING ({rule})"),
        ];

    private static IEnumerable<(string Name, string? Rule, string? Check)> Tables(AppDbContext maintenance) => maintenance.Model.GetEntityTypes()
        .Where(e => e.GetTableName() is not null)
        .GroupBy(e => e.GetTableName()!, StringComparer.Ordinal)
        .Select(t => (t.Key, Rule(t.First(), _ => true), Rule(t.First(), o => TenantFilter.MayWrite(o, t.First().ClrType))));

    private static string? Rule(IEntityType entity, Func<Type, bool> counts)
    {
        // nullif: an unset setting reads as an empty text, which is no uuid; null equals nothing, so no row matches.
        var rules = TenantFilter.Ownerships
            .Where(o => o.Ownership.IsAssignableFrom(entity.ClrType) && counts(o.Ownership))
            .Select(o => $"\"{entity.FindProperty(o.Property)!.GetColumnName()}\" = nullif(current_setting('{o.Setting}', true), '')::uuid")
            .ToList();
        return rules.Count == 0 ? null : string.Join(" OR ", rules);
    }
}
