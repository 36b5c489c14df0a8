using Causeway.Ui;

namespace Causeway.Partnerships;

/// <summary>English words of a project's states; the localizer's keys.</summary>
internal static class ProjectWords
{
    public static (string Text, StateKind Kind) Of(ProjectState state) => state switch
    {
        ProjectState.Draft => ("Draft", StateKind.Wait),
        ProjectState.Running => ("Running", StateKind.Ok),
        ProjectState.Finished => ("Finished, kept as it was", StateKind.Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
