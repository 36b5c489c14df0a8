using Causeway.Ui;

namespace Causeway.Cases;

internal static class SlipWords
{
    public static (StateKind Kind, string Text) Of(SlipState state) => state switch
    {
        SlipState.Received => (StateKind.New, "Received"),
        SlipState.InHand => (StateKind.Wait, "In hand"),
        SlipState.Closed => (StateKind.Ok, "Closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
