using System.Linq.Expressions;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Causeway.Persistence;

/// <summary>
/// One named filter per owned entity: the row is the organisation's, the network's or the person's, whichever the entity
/// declares; several ownerships widen (a membership is seen by its school and by its network). PostgreSQL repeats the
/// same rule as row-level security, so a forgotten filter shows nothing.
/// </summary>
public static class TenantFilter
{
    public const string Name = "tenant";

    /// <summary>Every ownership an entity can declare: interface, property, setting read by row-level security.</summary>
    public static readonly IReadOnlyList<(Type Ownership, string Property, string Setting)> Ownerships =
    [
        (typeof(IOwnedByOrganisation), nameof(IOwnedByOrganisation.OrganisationId), "app.org"),
        (typeof(IOwnedByNetwork), nameof(IOwnedByNetwork.NetworkId), "app.network"),
        (typeof(IOwnedByPerson), nameof(IOwnedByPerson.PersonId), "app.person"),
        (typeof(ILentByOrganisation), nameof(ILentByOrganisation.LenderId), "app.org"),
    ];

    /// <summary>Which of an entity's ownerships let a row be written: all of them, but of lent rows the lender's alone.</summary>
    public static bool MayWrite(Type ownership, Type entity) =>
        ownership == typeof(ILentByOrganisation) || !typeof(ILentByOrganisation).IsAssignableFrom(entity);

    public static bool IsTenantTable(IReadOnlyEntityType entity) =>
        Ownerships.Any(o => o.Ownership.IsAssignableFrom(entity.ClrType));

    internal static void Apply(ModelBuilder builder, AppDbContext context)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(IsTenantTable).ToList())
        {
            var row = Expression.Parameter(entity.ClrType, "row");
            var self = Expression.Constant(context);
            Expression rule = Expression.Property(self, nameof(AppDbContext.SeesEverything));
            foreach (var (ownership, property, _) in Ownerships.Where(o => o.Ownership.IsAssignableFrom(entity.ClrType)))
            {
                var mine = Expression.Property(self, "Scoped" + property);
                rule = Expression.OrElse(rule, Expression.Equal(Expression.Property(row, property), mine));
            }

            builder.Entity(entity.ClrType).HasQueryFilter(Name, Expression.Lambda(rule, row));
        }
    }
}
