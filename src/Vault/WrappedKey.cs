namespace Causeway.Vault;

/// <summary>A data key as it is stored: 66 bytes that only the root key of that version opens.</summary>
/// <param name="Kind">See <see cref="DataKey.Kind"/>.</param>
/// <param name="Owner">Organisation, person or case.</param>
/// <param name="Version">Of the data key.</param>
/// <param name="RootVersion">Of the root key that wraps it. Rotation is over when no row names the old one.</param>
/// <param name="Bytes">Sealed form; additional data <c>wrap|v1|kind|owner|id|version</c>.</param>
public sealed record WrappedKey(Guid Id, string Kind, Guid Owner, int Version, int RootVersion, byte[] Bytes);

/// <summary>One person's way into one part of one case: the part's key, wrapped for that person.</summary>
/// <param name="Part">Code of the case part, as in <see cref="CellAddress.Part"/>.</param>
/// <param name="Version">Of the part key.</param>
/// <param name="Person">The only person this row opens for.</param>
/// <param name="WrappedBy">Id of the wrapping key: the person's school, or an outsider's own.</param>
/// <param name="WrapperVersion">Version of that key.</param>
/// <param name="Bytes">Sealed form; additional data <c>grant|v1|case|part|version|person|wrapper</c>.</param>
public sealed record PartKeyGrant(
    Guid CaseId, string Part, int Version, Guid Person, Guid WrappedBy, int WrapperVersion, byte[] Bytes);
