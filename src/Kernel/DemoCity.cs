using System.Text.Json;

namespace Causeway.Kernel;

/// <summary>The made-up city of <c>samples/</c>, while it is being built into an empty database.</summary>
/// <param name="Folder">Holds <c>city.json</c> and the schools' lists.</param>
/// <param name="Today">Day offsets in the file count from here.</param>
public sealed record DemoCity(string Folder, JsonElement Description, DateOnly Today)
{
    /// <summary>Ids that earlier parts gave out, by the keys of <c>city.json</c>: <c>person:mara</c>, <c>organisation:lantern-hill</c>.</summary>
    public Dictionary<string, Guid> Ids { get; } = new(StringComparer.Ordinal);
}

/// <summary>One module's share of the made-up city. Runs once, in order, in scopes of its own.</summary>
public interface IDemoPart
{
    /// <summary>Accounts 10, Networks 20, ResourceDirectory 30, and so on along the arrows.</summary>
    int Order { get; }

    Task BuildAsync(DemoCity city, CancellationToken ct);
}
