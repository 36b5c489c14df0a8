using Causeway.Kernel;

namespace Causeway.Partnerships;

/// <summary>Whether a typed value fits its field, in plans and projects alike.</summary>
internal static class PlanFieldCheck
{
    public static Refusal? Of(PlanField field, string value, IReadOnlyList<Party> parties)
    {
        var row = new PlanRow(0, [new("v", value)]);
        return value.Length > field.Longest ? FormText.TooLong with { Values = [field.Longest] } : field.Type switch
        {
            PlanFieldType.Date => row.Day("v") is null ? KeepPlanHandler.NotADate : null,
            PlanFieldType.Time => row.Time("v") is null ? KeepPlanHandler.NotATime : null,
            PlanFieldType.Number => row.Number("v") is >= 0 and <= 1000 ? null : KeepPlanHandler.NotANumber,
            PlanFieldType.Choice => field.Choices.Any(c => c.Key == value) ? null : KeepPlanHandler.NoChoice,
            PlanFieldType.Side => row.Side("v") is { } n && parties.Any(p => p.Number == n) ? null : KeepPlanHandler.NoChoice,
            PlanFieldType.Line or PlanFieldType.Text => null,
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }
}
