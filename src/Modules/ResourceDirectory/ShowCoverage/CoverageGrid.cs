namespace Causeway.ResourceDirectory;

/// <summary>One line or column of a grid.</summary>
/// <param name="Key">As Find help names it in the address.</param>
/// <param name="Label">In the reader's language already.</param>
internal sealed record CoverageLine(string Key, string Label);

/// <summary>Something entries are counted by.</summary>
/// <param name="Query">The filter of Find help it is.</param>
/// <param name="Of">Under which keys an entry stands; none: nobody knows.</param>
internal sealed record CoverageAxis(string Query, string Title, string NotKnown, IReadOnlyList<CoverageLine> Lines, Func<CoverageEntry, IEnumerable<string>> Of);

/// <param name="All">How many entries stand there, confirmed or not.</param>
internal sealed record CoverageCell(int All, int Confirmed, string Url);

internal sealed record CoverageRow(CoverageLine Line, IReadOnlyList<CoverageCell> Cells, int NotKnown);

/// <summary>Entries counted two ways at once; a cell with none is a finding and is named.</summary>
internal sealed record CoverageGrid(CoverageAxis Down, CoverageAxis Across, IReadOnlyList<CoverageRow> Rows, int Unplaced)
{
    public int Empty => Rows.Sum(r => r.Cells.Count(c => c.All == 0));

    public int Cells => Rows.Sum(r => r.Cells.Count);

    public int Most => Math.Max(1, Rows.SelectMany(r => r.Cells).Select(c => c.All).DefaultIfEmpty().Max());

    public static CoverageGrid Of(IReadOnlyList<CoverageEntry> entries, CoverageAxis down, CoverageAxis across)
    {
        var all = new Dictionary<(string Down, string Across), (int All, int Confirmed)>();
        var notKnown = new Dictionary<string, int>(StringComparer.Ordinal);
        var unplaced = 0;
        foreach (var entry in entries)
        {
            var columns = across.Of(entry).ToList();
            var lines = down.Of(entry).ToList();
            unplaced += lines.Count == 0 && !entry.Inside ? 1 : 0;
            foreach (var line in lines)
            {
                notKnown[line] = notKnown.GetValueOrDefault(line) + (columns.Count == 0 ? 1 : 0);
                foreach (var column in columns)
                {
                    var (count, confirmed) = all.GetValueOrDefault((line, column));
                    all[(line, column)] = (count + 1, confirmed + (entry.Confirmed ? 1 : 0));
                }
            }
        }

        var rows = down.Lines.Select(line => new CoverageRow(line, [.. across.Lines.Select(column => Cell(line, column))], notKnown.GetValueOrDefault(line.Key)));
        return new(down, across, [.. rows], unplaced);

        CoverageCell Cell(CoverageLine line, CoverageLine column)
        {
            var (count, confirmed) = all.GetValueOrDefault((line.Key, column.Key));
            return new(count, confirmed, $"/find-help?{down.Query}={Uri.EscapeDataString(line.Key)}&{across.Query}={Uri.EscapeDataString(column.Key)}");
        }
    }
}

/// <summary>A need that one entry alone meets, or that nobody meets once some have left.</summary>
internal sealed record CoverageHole(CoverageLine Down, CoverageLine Across, string Url);

/// <summary>An entry and what depends on it alone.</summary>
internal sealed record CoverageHolder(CoverageEntry Entry, IReadOnlyList<CoverageHole> Holes);

/// <summary>What a departure would open.</summary>
internal static class CoverageHoles
{
    /// <summary>Cells with somebody in them today and nobody once these have left.</summary>
    public static IReadOnlyList<CoverageHole> Of(IReadOnlyList<CoverageEntry> entries, IReadOnlySet<EntryId> leaving, IReadOnlyList<(CoverageAxis Down, CoverageAxis Across)> grids)
    {
        var stay = entries.Where(e => !leaving.Contains(e.Id)).ToList();
        return [.. grids.SelectMany(g =>
        {
            var (before, after) = (CoverageGrid.Of(entries, g.Down, g.Across), CoverageGrid.Of(stay, g.Down, g.Across));
            return before.Rows.SelectMany((row, y) => row.Cells.Select((cell, x) => (row, cell, x, y)))
                .Where(c => c.cell.All > 0 && after.Rows[c.y].Cells[c.x].All == 0)
                .Select(c => new CoverageHole(c.row.Line, g.Across.Lines[c.x], c.cell.Url));
        })];
    }

    /// <summary>Entries that alone hold some cell, those that hold most first.</summary>
    public static IReadOnlyList<CoverageHolder> Single(IReadOnlyList<CoverageEntry> entries, IReadOnlyList<(CoverageAxis Down, CoverageAxis Across)> grids)
    {
        var holds = new Dictionary<EntryId, List<CoverageHole>>();
        foreach (var (down, across) in grids)
        {
            var grid = CoverageGrid.Of(entries, down, across);
            var lone = grid.Rows.SelectMany(row => row.Cells.Select((cell, x) => (row.Line, Column: across.Lines[x], cell)))
                .Where(c => c.cell.All == 1).ToDictionary(c => (c.Line.Key, c.Column.Key), c => new CoverageHole(c.Line, c.Column, c.cell.Url));
            foreach (var entry in entries)
            {
                var own = down.Of(entry).SelectMany(d => across.Of(entry).Select(a => (d, a))).Where(lone.ContainsKey).Select(k => lone[k]).ToList();
                if (own.Count > 0)
                {
                    (holds.TryGetValue(entry.Id, out var list) ? list : holds[entry.Id] = []).AddRange(own);
                }
            }
        }

        return [.. entries.Where(e => holds.ContainsKey(e.Id)).Select(e => new CoverageHolder(e, holds[e.Id])).OrderByDescending(h => h.Holes.Count).ThenBy(h => h.Entry.Name, StringComparer.CurrentCulture)];
    }
}
