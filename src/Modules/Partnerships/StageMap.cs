namespace Causeway.Partnerships;

/// <summary>Which stage may follow which. Active is entered through the gate only, wherever one comes from.</summary>
internal static class StageMap
{
    public static IReadOnlyList<Stage> From(Stage stage) => stage switch
    {
        Stage.Exploring => [Stage.Preparing, Stage.Ended],
        Stage.Preparing => [Stage.Exploring, Stage.Active, Stage.Ended],
        Stage.Active => [Stage.Slipping, Stage.Dormant, Stage.Ending],
        Stage.Slipping => [Stage.Active, Stage.Dormant, Stage.Ending],
        Stage.Dormant => [Stage.Active, Stage.Ending, Stage.Ended],
        Stage.Ending => [Stage.Active, Stage.Ended],
        Stage.Ended => [],
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public static bool Allows(Stage from, Stage to) => From(from).Contains(to);

    /// <summary>Has passed the gate and has not come to its end.</summary>
    public static bool IsAtWork(Stage stage) => stage is Stage.Active or Stage.Slipping;

    public static bool IsRunning(Stage stage) => stage is not (Stage.Ended or Stage.Dormant);
}
