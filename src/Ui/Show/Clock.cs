using System.Globalization;
using Causeway.Kernel;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Causeway.Ui;

/// <summary>Writes moments the way the reader's clock and language say them.</summary>
internal sealed class Clock(TimeProvider time, string zoneId, IStringLocalizer texts)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out var zone) ? zone : TimeZoneInfo.Utc;

    public static Clock Of(ViewContext view)
    {
        var services = view.HttpContext.RequestServices;
        var zone = services.GetService<ICurrentActor>()?.Actor.Zone ?? "UTC";
        return new(services.GetService<TimeProvider>() ?? TimeProvider.System, zone, services.GetRequiredService<IStringLocalizer>());
    }

    public Markup Moment(DateTimeOffset at) =>
        Markup.Of($"<time datetime=\"{Machine(at)}\">{Local(at).ToString(texts["d MMMM yyyy, HH:mm"], CultureInfo.CurrentCulture)}</time>");

    public Markup Date(DateTimeOffset at) =>
        Markup.Of($"<time datetime=\"{Machine(at)}\">{Local(at).ToString(texts["d MMMM yyyy"], CultureInfo.CurrentCulture)}</time>");

    public Markup Day(DateOnly day) =>
        Markup.Of($"<time datetime=\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\">{day.ToString(texts["d MMMM yyyy"], CultureInfo.CurrentCulture)}</time>");

    /// <summary>"3 weeks ago".</summary>
    public Markup Relative(DateTimeOffset at) =>
        Markup.Of($"<time datetime=\"{Machine(at)}\">{Words(at - time.GetUtcNow())}</time>");

    public string Words(TimeSpan away)
    {
        var (past, size) = (away < TimeSpan.Zero, away.Duration());
        return size switch
        {
            { TotalMinutes: < 1 } => texts["just now"],
            { TotalHours: < 1 } => Span(past, (int)size.TotalMinutes, "{0} minute ago", "{0} minutes ago", "in {0} minute", "in {0} minutes"),
            { TotalDays: < 1 } => Span(past, (int)size.TotalHours, "{0} hour ago", "{0} hours ago", "in {0} hour", "in {0} hours"),
            { TotalDays: < 14 } => Span(past, (int)size.TotalDays, "{0} day ago", "{0} days ago", "in {0} day", "in {0} days"),
            { TotalDays: < 61 } => Span(past, (int)(size.TotalDays / 7), "{0} week ago", "{0} weeks ago", "in {0} week", "in {0} weeks"),
            { TotalDays: < 730 } => Span(past, (int)(size.TotalDays / 30.44), "{0} month ago", "{0} months ago", "in {0} month", "in {0} months"),
            _ => Span(past, (int)(size.TotalDays / 365.25), "{0} year ago", "{0} years ago", "in {0} year", "in {0} years"),
        };
    }

    private string Span(bool past, int count, string oneAgo, string manyAgo, string inOne, string inMany) =>
        past ? texts.Count(count, oneAgo, manyAgo) : texts.Count(count, inOne, inMany);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    private static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>
/// <c>&lt;cw-time at="@moment" /&gt;</c> in the reader's zone; <c>relative</c> for "3 weeks ago", <c>date-only</c> without the
/// clock; <c>on="@day"</c> for a school day that has no clock.
/// </summary>
[HtmlTargetElement("cw-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTagHelper : UiTagHelper
{
    public DateTimeOffset? At { get; set; }

    public DateOnly? On { get; set; }

    public bool Relative { get; set; }

    public bool DateOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var clock = Clock.Of(ViewContext);
        Replace(output, (At, On) switch
        {
            ({ } at, _) when Relative => clock.Relative(at),
            ({ } at, _) when DateOnly => clock.Date(at),
            ({ } at, _) => clock.Moment(at),
            (null, { } on) => clock.Day(on),
            _ => Markup.Nothing,
        });
    }
}
