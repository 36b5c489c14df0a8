using System.Text;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases.Tests;

/// <summary>Where words stand that nobody should be able to read without a key.</summary>
internal static class InClear
{
    /// <summary>Those of the words that are found. SQLite: in every byte of every file of the site. PostgreSQL: in every row of every table, bytes as bytes.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(TestApp app, IReadOnlyCollection<string> words)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var text in TestDatabase.Postgres is null ? FilesAsync(app) : RowsAsync(app))
        {
            found.UnionWith(words.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)
                || text.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(w)), StringComparison.Ordinal)));
        }

        return [.. found];
    }

    private static async IAsyncEnumerable<string> FilesAsync(TestApp app)
    {
        foreach (var file in Directory.EnumerateFiles(app.Database.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            var bytes = all.ToArray();
            yield return Encoding.Latin1.GetString(bytes);
            yield return Encoding.UTF8.GetString(bytes);
            yield return Encoding.Unicode.GetString(bytes);
        }
    }

    private static async IAsyncEnumerable<string> RowsAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        var tables = await db.Database.SqlQueryRaw<string>("SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").ToListAsync();
        foreach (var table in tables)
        {
#pragma warning disable EF1002 // The names come from the database's own list of tables.
            foreach (var row in await db.Database.SqlQueryRaw<string>($"SELECT t::text AS \"Value\" FROM \"{table}\" t").ToListAsync())
#pragma warning restore EF1002
            {
                yield return row;
            }
        }
    }
}
