using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>One field of a line, drawn.</summary>
internal sealed record PlanInput(string Cell, PlanField Field, Party? Side, string? Value, IReadOnlyList<Party> Parties)
{
    public string Name => $"Cells[{Cell}]";

    public IReadOnlyList<SelectListItem> Sides => [.. Parties.Select(p => new SelectListItem(p.Name, p.Number.ToString(CultureInfo.InvariantCulture)))];
}
