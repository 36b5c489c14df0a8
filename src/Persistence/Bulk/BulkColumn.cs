using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Causeway.Persistence;

/// <summary>One column of a table and how its value is read from a row, by the same conversions as the change tracker uses.</summary>
public sealed class BulkColumn
{
    private readonly Func<object, object?> _read;
    private readonly Func<object?, object?>? _convert;

    internal BulkColumn(IProperty property, StoreObjectIdentifier table)
    {
        Mapping = property.GetRelationalTypeMapping();
        Name = property.GetColumnName(table) ?? throw new NotSupportedException($"{property.Name} has no column in {table.Name}.");
        Property = property.Name;
        Type = Mapping.Converter?.ProviderClrType ?? property.ClrType;
        Type = Nullable.GetUnderlyingType(Type) ?? Type;
        _convert = Mapping.Converter?.ConvertToProvider;
        _read = Reader(property);
    }

    public string Name { get; }

    /// <summary>What the database is given: the converted type, without its "nullable".</summary>
    public Type Type { get; }

    public RelationalTypeMapping Mapping { get; }

    internal string Property { get; }

    public object? ValueOf(object row)
    {
        var value = _read(row);
        return value is null || _convert is null ? value : _convert(value);
    }

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.PropertyInfo ?? throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name} is no property that can be read.");
        var row = Expression.Parameter(typeof(object), "row");
        var value = Expression.Property(Expression.Convert(row, getter.DeclaringType!), getter);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
    }
}

/// <summary>Many rows on their way into one table.</summary>
/// <param name="Columns">What is written.</param>
/// <param name="Where">Empty: the rows are new. Else the columns by which a row that is there is found, its owner among them.</param>
public sealed record BulkWrite(string Table, IReadOnlyList<BulkColumn> Columns, IReadOnlyList<BulkColumn> Where, IReadOnlyCollection<object> Rows);
