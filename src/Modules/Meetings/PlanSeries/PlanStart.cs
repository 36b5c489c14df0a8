using System.Globalization;

namespace Causeway.Meetings;

/// <summary>What another page fills the plan with: the slot finder, and a poll that was closed. All of it is in the address.</summary>
internal sealed class PlanStart
{
    public string? Title { get; set; }

    public MeetingKind? Kind { get; set; }

    public MeetingAudience? Audience { get; set; }

    public string? Zone { get; set; }

    public DateOnly? Day { get; set; }

    public string? Time { get; set; }

    public int? Minutes { get; set; }

    public Rhythm? Rhythm { get; set; }

    public int? Interval { get; set; }

    public string Url
    {
        get
        {
            var parts = new (string Name, string? Value)[]
            {
                (nameof(Title), Title), (nameof(Kind), Kind?.ToString()), (nameof(Audience), Audience?.ToString()), (nameof(Zone), Zone),
                (nameof(Day), Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (nameof(Time), Time), (nameof(Minutes), Minutes?.ToString(CultureInfo.InvariantCulture)),
                (nameof(Rhythm), Rhythm?.ToString()), (nameof(Interval), Interval?.ToString(CultureInfo.InvariantCulture)),
            };
            return "/meetings/new?" + string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"Start.{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        }
    }

    public void Fill(SeriesForm form)
    {
        (form.Title, form.Zone) = (Title ?? form.Title, Zone ?? form.Zone);
        (form.FirstDay, form.Time, form.Minutes) = (Day ?? form.FirstDay, Time ?? form.Time, Minutes ?? form.Minutes);
        (form.Rhythm, form.Interval, form.Audience) = (Rhythm ?? form.Rhythm, Interval ?? form.Interval, Audience ?? form.Audience);
    }
}
