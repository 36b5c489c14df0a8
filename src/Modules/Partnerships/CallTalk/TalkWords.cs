using System.Globalization;
using Causeway.Ui;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <summary>English words of talks and answers; the localizer's keys.</summary>
internal static class TalkWords
{
    public static IReadOnlyList<SideAnswer> ForTalk { get; } = [SideAnswer.Comes, SideAnswer.CannotCome];

    public static (string Text, StateKind Kind) Of(SideAnswer answer) => answer switch
    {
        SideAnswer.Waiting => ("No answer yet", StateKind.Wait),
        SideAnswer.Comes => ("We come", StateKind.Ok),
        SideAnswer.CannotCome => ("We cannot come", StateKind.Stop),
        SideAnswer.Answered => ("Answered", StateKind.Ok),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    /// <summary>By the clock of this zone.</summary>
    public static string When(Talk talk, string zone, IStringLocalizer t)
    {
        var found = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
        return TimeZoneInfo.ConvertTime(talk.StartsAt, found).ToString(t["d MMMM yyyy, HH:mm"], CultureInfo.CurrentCulture);
    }
}
