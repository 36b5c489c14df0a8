using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The rows of one import, some at a time, in the order of their lines.</summary>
internal static class RowsInTurn
{
    /// <summary>
    /// The next rows after a line; none when there are no more. It asks for a span of lines first: straight after a long list was
    /// written PostgreSQL knows nothing about it yet, and asked only for "the next thousand" it sorts all that are left each time.
    /// </summary>
    public static async Task<List<T>> AfterAsync<T>(
        DbSet<ImportRow> all, ListImportId import, int line, Expression<Func<ImportRow, T>> what, CancellationToken ct)
    {
        var left = all.AsNoTracking().Where(r => r.ImportId == import && r.Line > line);
        var end = line + RunImport.Batch;
        var near = await left.Where(r => r.Line <= end).OrderBy(r => r.Line).Select(what).ToListAsync(ct);

        // Nothing so near: the end, or many empty lines in the file.
        return near.Count > 0 ? near : await left.OrderBy(r => r.Line).Take(RunImport.Batch).Select(what).ToListAsync(ct);
    }

    public static Task<List<ImportRow>> AfterAsync(DbSet<ImportRow> all, ListImportId import, int line, CancellationToken ct) =>
        AfterAsync(all, import, line, r => r, ct);
}
