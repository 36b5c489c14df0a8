using System.Runtime.CompilerServices;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Causeway.Persistence;

/// <summary>
/// Writes many rows past the change tracker (docs/decisions/0008-bulk-rows.md). Whose rows they are is asked of every row,
/// as the tenant filter and row-level security would: what is not the scope's own is a bug and throws.
/// </summary>
internal sealed class BulkTable
{
    private static readonly ConditionalWeakTable<IEntityType, BulkTable> Known = [];

    private readonly IEntityType _entity;
    private readonly string _name;
    private readonly IReadOnlyList<BulkColumn> _columns;

    private BulkTable(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)
            ?? throw new NotSupportedException($"{entity.DisplayName()} has no table.");
        (_entity, _name) = (entity, table.Name);
        _columns = [.. entity.GetProperties().Select(p => new BulkColumn(p, table))];
    }

    public static BulkTable Of(AppDbContext db, Type type) => Known.GetValue(
        db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not kept."), entity => new BulkTable(entity));

    public BulkWrite Insert(IReadOnlyCollection<object> rows, Scope scope)
    {
        RefuseForeign(rows, scope);
        return new(_name, _columns, [], rows);
    }

    public BulkWrite Update(IReadOnlyCollection<object> rows, IReadOnlyCollection<string> properties, Scope scope)
    {
        if (typeof(IVersioned).IsAssignableFrom(_entity.ClrType))
        {
            throw new NotSupportedException($"{_entity.DisplayName()} has a version: two people may change it at once, so it goes through the change tracker.");
        }

        RefuseForeign(rows, scope);
        var keys = _entity.FindPrimaryKey()!.Properties.Select(p => p.Name);
        var owners = TenantFilter.Ownerships.Where(o => o.Ownership.IsAssignableFrom(_entity.ClrType)).Select(o => o.Property);
        return new(_name, Named(properties), Named([.. keys.Concat(owners).Distinct(StringComparer.Ordinal)]), rows);
    }

    private List<BulkColumn> Named(IReadOnlyCollection<string> properties) =>
        [.. properties.Select(name => _columns.FirstOrDefault(c => c.Property == name) ?? throw new ArgumentException($"{_entity.DisplayName()} has no {name}.", nameof(properties)))];

    private void RefuseForeign(IReadOnlyCollection<object> rows, Scope scope)
    {
        if (!scope.Everything && TenantFilter.IsTenantTable(_entity) && rows.FirstOrDefault(r => !IsOwn(r, scope)) is not null)
        {
            throw new InvalidOperationException($"A row of {_entity.DisplayName()} belongs to somebody else than this unit of work.");
        }
    }

    private static bool IsOwn(object row, Scope scope) =>
        (row is IOwnedByOrganisation o && o.OrganisationId != default && o.OrganisationId == scope.Organisation)
        || (row is IOwnedByNetwork n && n.NetworkId != default && n.NetworkId == scope.Network)
        || (row is IOwnedByPerson p && p.PersonId != default && p.PersonId == scope.Person);
}
