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

/// <summary>A step of the made-up city: it does what a person would have done, so a refusal is a fault of the city.</summary>
public static class DemoStep
{
    public static T Must<T>((T? Made, Refusal? Refusal) answer)
        where T : class => answer.Made ?? throw new InvalidOperationException(answer.Refusal!.Message);

    public static void Must(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }
}

/// <summary>The hour that it is now, on another day: for what the made-up city did then.</summary>
/// <param name="day">From today; negative: in the past.</param>
public sealed class DemoClock(TimeProvider now, int day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.GetUtcNow().AddDays(day);
}
