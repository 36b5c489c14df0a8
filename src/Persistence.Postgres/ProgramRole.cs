using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Causeway.Persistence.Postgres;

/// <summary>
/// The role the program works as: it logs in by itself, owns no table and cannot bypass row security. Its password comes
/// from the root key, so every copy of the program knows it and no file holds it.
/// </summary>
internal sealed class ProgramRole
{
    private readonly string _password;
    private readonly bool _preparedByOperator;

    public ProgramRole(string ownerConnectionString, string password, string? prepared)
    {
        var owner = new NpgsqlConnectionStringBuilder(ownerConnectionString);
        _password = password;
        _preparedByOperator = prepared is not null;
        // One role per database: roles are shared by the whole cluster, tables are not.
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner.Database ?? "")))[..10];
        Name = prepared is null ? $"causeway_program_{mark}" : new NpgsqlConnectionStringBuilder(prepared).Username!;
        ConnectionString = prepared ?? new NpgsqlConnectionStringBuilder(ownerConnectionString) { Username = Name, Password = password }.ToString();
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public async Task EnsureAsync(AppDbContext maintenance, CancellationToken ct)
    {
        if (!_preparedByOperator)
        {
            await ExecuteAsync(
                maintenance,
                $"""
                DO $do$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Name}') THEN CREATE ROLE "{Name}" LOGIN; END IF;
                END $do$;
                ALTER ROLE "{Name}" PASSWORD '{_password}';
                """,
                ct);
        }

        var flaw = await maintenance.Database.SqlQueryRaw<bool>(
            """SELECT (rolsuper OR rolbypassrls) AS "Value" FROM pg_roles WHERE rolname = {0}""", Name).ToListAsync(ct);
        if (flaw.Count != 1 || flaw[0])
        {
            throw new InvalidOperationException($"The database role {Name} is missing, or may bypass row security. Causeway does not start with it.");
        }
    }

    private static async Task ExecuteAsync(AppDbContext maintenance, string sql, CancellationToken ct)
    {
        await using var command = maintenance.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await maintenance.Database.OpenConnectionAsync(ct);
        await command.ExecuteNonQueryAsync(ct);
        await maintenance.Database.CloseConnectionAsync();
    }
}
