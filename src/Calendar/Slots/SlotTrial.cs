using NodaTime;

namespace Causeway.Calendar;

/// <summary>One candidate on its real dates: either the limit it breaks, or what it costs everybody.</summary>
internal sealed class SlotTrial
{
    private readonly SlotQuestion _question;
    private readonly IReadOnlyList<SlotSitePlace> _sites;
    private readonly List<Occurrence> _dates = [];
    private readonly List<LocalDateTime>[] _locals;
    private readonly List<LocalDate>[] _leftOut;
    private SeriesTime _time;

    public SlotTrial(SlotQuestion question, IReadOnlyList<SlotSitePlace> sites, SeriesTime time)
    {
        _question = question;
        _sites = sites;
        _time = time;
        _locals = [.. sites.Select(_ => new List<LocalDateTime>(question.Occurrences))];
        _leftOut = [.. sites.Select(_ => new List<LocalDate>())];
        Refused = Try();
    }

    public RefusedSlot? Refused { get; }

    public Slot ToSlot(SlotOddWeeks odd)
    {
        var views = new List<SlotSiteView>(_sites.Count);
        for (var i = 0; i < _sites.Count; i++)
        {
            views.Add(View(i));
        }

        var shares = views.ConvertAll(v => v.Outside + v.Site.OutsideSoFar);
        var cost = new SlotCost(
            views.Sum(v => v.Outside),
            views.Sum(v => _dates.Count - v.Clock.Times[0].Times),
            shares.Max() - shares.Min(),
            views.Count(v => v.IsRepresented));
        return new(_time, _dates, cost, views, [.. _dates.SelectMany(odd.On)]);
    }

    private RefusedSlot? Try()
    {
        // Holidays are gone around by taking later dates, but not for ever.
        foreach (var date in _time.Dates(_time.Start.Date).Take(2 * _question.Occurrences))
        {
            var local = _time.At(date);
            if (_time.Zone.MapLocal(local).Count != 1)
            {
                return No(SlotLimit.ClockChange, null, date);
            }

            var start = _time.Zone.AtStrictly(local).ToInstant();
            if (Look(date, start) is { } no)
            {
                return no;
            }

            if (_dates.Count == _question.Occurrences)
            {
                return null;
            }
        }

        var worst = Array.IndexOf(_leftOut, _leftOut.MaxBy(l => l.Count));
        return No(SlotLimit.Holidays, _sites[worst].Site, _leftOut[worst][0]);
    }

    private RefusedSlot? Look(LocalDate date, Instant start)
    {
        var isHoliday = false;
        var last = start + Duration.FromMinutes(_question.Minutes - 1);
        for (var i = 0; i < _sites.Count; i++)
        {
            var from = start.InZone(_sites[i].Zone).LocalDateTime;
            var to = last.InZone(_sites[i].Zone).LocalDateTime;
            if (_sites[i].IsWeekend(from, to))
            {
                return No(SlotLimit.Weekend, _sites[i].Site, date);
            }

            if (_question.WithPupils && !_sites[i].Site.Day.Covers(from, _question.Minutes))
            {
                return No(SlotLimit.OutsideSchoolDay, _sites[i].Site, date);
            }

            if (_sites[i].IsHoliday(from, to))
            {
                isHoliday = true;
                _leftOut[i].Add(date);
            }

            _locals[i].Add(from);
        }

        if (isHoliday)
        {
            Array.ForEach(_locals, l => l.RemoveAt(l.Count - 1));
            _time = _time.Drop(date);
        }
        else
        {
            _dates.Add(new(date, _time.At(date), start, _question.Minutes, IsMoved: false));
        }

        return null;
    }

    private SlotSiteView View(int at)
    {
        var place = _sites[at];
        var outside = 0;
        var inside = new int[place.Hours.Length];
        var missing = new List<LocalDate>();
        for (var i = 0; i < _dates.Count; i++)
        {
            var somebody = false;
            for (var person = 0; person < inside.Length; person++)
            {
                var minutes = place.Hours[person].Outside(_locals[at][i], _question.Minutes);
                outside += minutes;
                inside[person] += minutes == 0 ? 1 : 0;
                somebody |= minutes == 0;
            }

            if (!somebody)
            {
                missing.Add(_dates[i].Original);
            }
        }

        var clock = ClockTimes.Of(place.Site.ZoneId, [.. _dates.Zip(_locals[at])]);
        return new(place.Site, outside, clock, missing.Count == 0, missing, _leftOut[at])
        {
            Inside = place.Site.People.Select((p, i) => (p.Key, inside[i])).ToDictionary(p => p.Key, p => p.Item2, StringComparer.Ordinal),
        };
    }

    private RefusedSlot No(SlotLimit limit, SlotSite? site, LocalDate on) => new(_time.Rule!, _time.Start.TimeOfDay, limit, site, on);
}
