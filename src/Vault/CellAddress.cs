using System.Text;
using Causeway.Kernel;

namespace Causeway.Vault;

/// <summary>
/// Where a sealed value lives. It is authenticated with the value, so a value moved to another row, column, case,
/// part or organisation never opens (K2). Only fixed-form ids take part: nothing a person typed.
/// </summary>
/// <param name="Table">1-63 characters A-Z a-z 0-9 _.</param>
/// <param name="Column">1-63 characters A-Z a-z 0-9 _.</param>
/// <param name="RowId">Known before the insert; never empty.</param>
/// <param name="CaseId">Null where the row belongs to no case.</param>
/// <param name="Part">Code of the case part (1-63 characters a-z 0-9 -); null where there is none.</param>
/// <param name="Org">Null where the row belongs to no organisation.</param>
/// <exception cref="ArgumentException">A part is not in fixed form, or an id is empty.</exception>
public sealed record CellAddress(string Table, string Column, Guid RowId, Guid? CaseId, string? Part, OrganisationId? Org)
{
    private const int MaxLength = 63;

    public string Table { get; } = Name(Table, nameof(Table));

    public string Column { get; } = Name(Column, nameof(Column));

    public Guid RowId { get; } = Id(RowId, nameof(RowId));

    public Guid? CaseId { get; } = CaseId is { } c ? Id(c, nameof(CaseId)) : null;

    public string? Part { get; } = Part is null ? null : Code(Part, nameof(Part));

    public OrganisationId? Org { get; } = Org is { } o ? new OrganisationId(Id(o.Value, nameof(Org))) : null;

    /// <summary><c>v1|table|column|rowId|caseId|part|org</c>; ids in 36-character form, an absent one is empty.</summary>
    public override string ToString() => $"v1|{Table}|{Column}|{RowId:D}|{CaseId:D}|{Part}|{Org?.Value:D}";

    internal byte[] ToBytes() => Encoding.ASCII.GetBytes(ToString());

    internal static string Code(string text, string name) =>
        IsShort(text) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? text
            : throw new ArgumentException("1-63 characters out of a-z, 0-9 and - are expected.", name);

    private static string Name(string text, string name) =>
        IsShort(text) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? text
            : throw new ArgumentException("1-63 characters out of A-Z, a-z, 0-9 and _ are expected.", name);

    private static bool IsShort(string? text) => text is { Length: >= 1 and <= MaxLength };

    private static Guid Id(Guid id, string name) =>
        id != Guid.Empty ? id : throw new ArgumentException("An id is expected, not the empty one.", name);
}
