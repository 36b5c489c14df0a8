namespace Causeway.Vault;

/// <summary>
/// The HKDF labels, all in one place so that no two uses share a key. A label never changes its meaning; a new
/// meaning gets a new version.
/// </summary>
internal static class Label
{
    public const string Wrap = "causeway/v1/wrap";
    public const string Field = "causeway/v1/field";
    public const string BlindIndex = "causeway/v1/bidx";
    public const string RootCheck = "causeway/v1/root-check";

    public static string File(Guid file) => $"causeway/v1/file/{file:D}";

    public static string RootUse(string use) => $"causeway/v1/root-use/{CellAddress.Code(use, nameof(use))}";

    public static string RootSeal(string use) => $"causeway/v1/root-seal/{CellAddress.Code(use, nameof(use))}";
}
