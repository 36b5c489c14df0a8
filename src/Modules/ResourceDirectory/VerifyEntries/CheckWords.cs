namespace Causeway.ResourceDirectory;

/// <summary>Words of answers and states, in English; pages look them up.</summary>
internal static class CheckWords
{
    public static string Of(CheckAnswer answer) => answer switch
    {
        CheckAnswer.Right => "Confirmed",
        CheckAnswer.Changed => "Changed",
        CheckAnswer.NotKnown => "Not known",
        CheckAnswer.Gone => "Gone",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    public static string Of(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Open => "Open",
        CheckOutcome.Confirmed => "Confirmed",
        CheckOutcome.Changed => "Changed",
        CheckOutcome.NotKnown => "Not known",
        CheckOutcome.Gone => "Gone",
        CheckOutcome.Silent => "Silent",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static Ui.StateKind KindOf(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Confirmed or CheckOutcome.Changed => Ui.StateKind.Ok,
        CheckOutcome.Gone => Ui.StateKind.Stop,
        CheckOutcome.NotKnown => Ui.StateKind.Unknown,
        _ => Ui.StateKind.Wait,
    };

    public static string Of(CheckWay way) => way switch
    {
        CheckWay.Link => "by the link in a mail",
        CheckWay.Phone => "by phone",
        CheckWay.Visit => "on a visit",
        CheckWay.Register => "from a public register",
        CheckWay.Page => "from what the school knows",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    public static string Of(DepartureReason reason) => reason switch
    {
        DepartureReason.Left => "Left",
        DepartureReason.Withdrew => "Asked to be taken off the list",
        DepartureReason.Gone => "Nobody is there any more",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
