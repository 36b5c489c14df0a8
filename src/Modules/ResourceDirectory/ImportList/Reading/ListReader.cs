namespace Causeway.ResourceDirectory;

internal static class ListReader
{
    public static Task<ListOpening> OpenAsync(Stream content, string fileName, CancellationToken ct) => throw new NotSupportedException();
}
