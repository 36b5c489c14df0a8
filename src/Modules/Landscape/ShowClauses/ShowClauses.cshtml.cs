using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

/// <summary>Duties beside the clauses of all rooms that cite them.</summary>
[Requires(LandscapePermissions.See)]
internal sealed class ShowClausesModel(IDutyRegister register, IEnumerable<ICitesDuties> rooms) : LandscapePage
{
    public bool HasDocuments { get; private set; }

    public IReadOnlyList<DutyCard> Unserved { get; private set; } = [];

    public IReadOnlyList<(CitedClause Clause, string Code, bool Lapsed)> Stale { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return NotThere();
        }

        var duties = await register.OnAsync(Actor.Network!.Value, Today, ct);
        var clauses = new List<CitedClause>();
        foreach (var room in rooms)
        {
            clauses.AddRange(await room.ClausesAsync(Actor.Network.Value, ct));
        }

        HasDocuments = clauses.Count > 0;
        var cited = clauses.SelectMany(c => c.DutyCodes).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var byCode = duties.ToDictionary(d => d.Code, StringComparer.OrdinalIgnoreCase);
        Unserved = [.. duties.Where(d => d.IsInForce && !cited.Contains(d.Code))];
        Stale = [.. clauses.SelectMany(c => c.DutyCodes.Select(code => (c, code, byCode.TryGetValue(code, out var d) && d.HasLapsed))).Where(x => x.Item3 || !byCode.ContainsKey(x.code))];
        return Page();
    }
}
