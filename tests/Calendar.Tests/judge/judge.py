# Reads calendar objects with Debian's python3-icalendar, expands rules with python3-dateutil, and takes zones twice: from the
# VTIMEZONE in the object (to_tz) and, where "tables" is asked for, from the machine's own tables.
# Same lines in and out as judge.mjs: { id, ics, from, to, tables } -> { id, events: { uid: [[start, seconds], ...] }, texts: [...] }
import datetime
import json
import sys
from calendar import timegm

import icalendar
import pytz
from dateutil.rrule import rrulestr


def moment(zone, local):
    return int(zone.localize(local).timestamp())


def zone_of(prop, zones, tables):
    name = prop.params["TZID"]
    return pytz.timezone(name) if tables else zones[name]


def local(prop):
    return prop.dt.replace(tzinfo=None)


def master_dates(event, zone):
    start = local(event["DTSTART"])
    if "RRULE" not in event:
        return [start]
    rule = event["RRULE"].to_ical().decode()
    until = event["RRULE"].get("UNTIL")
    parts = [p for p in rule.split(";") if not p.startswith("UNTIL=")]
    dates = rrulestr(";".join(parts), dtstart=start)
    dropped = set()
    if "EXDATE" in event:
        lists = event["EXDATE"] if isinstance(event["EXDATE"], list) else [event["EXDATE"]]
        dropped = {d.dt.replace(tzinfo=None) for one in lists for d in one.dts}
    result = []
    for number, date in enumerate(dates):
        if number > 4000 or (until and moment(zone, date) > until[0].timestamp()):
            break
        if date not in dropped:
            result.append(date)
    return result


def read(question):
    calendar = icalendar.Calendar.from_ical(question["ics"])
    tables = question.get("tables", False)
    zones = {str(z["TZID"]): z.to_tz() for z in calendar.walk("VTIMEZONE")}
    found, changed, texts = {}, {}, []
    events = calendar.walk("VEVENT")
    for event in events:
        texts.append({"summary": str(event.get("SUMMARY", "")), "location": str(event.get("LOCATION", ""))})
        if "RECURRENCE-ID" in event:
            changed.setdefault(str(event["UID"]), {})[local(event["RECURRENCE-ID"])] = event
    for event in events:
        uid = str(event["UID"])
        if "RECURRENCE-ID" in event and any(str(e["UID"]) == uid and "RECURRENCE-ID" not in e for e in events):
            continue
        dates = found.setdefault(uid, [])
        if not isinstance(event["DTSTART"].dt, datetime.datetime):
            # A day is a day everywhere: told as if it were in UTC.
            begin, end = (timegm(event[name].dt.timetuple()) for name in ("DTSTART", "DTEND"))
            dates.append([begin, end - begin])
            continue
        zone = zone_of(event["DTSTART"], zones, tables)
        if "RECURRENCE-ID" in event:
            dates.append([moment(zone, local(event["DTSTART"])), int(event["DURATION"].dt.total_seconds())])
            continue
        for date in master_dates(event, zone):
            actual = changed.get(uid, {}).get(date, event)
            at = moment(zone, local(actual["DTSTART"]) if actual is not event else date)
            if question["from"] <= at < question["to"] and str(actual.get("STATUS", "")) != "CANCELLED":
                dates.append([at, int(actual["DURATION"].dt.total_seconds())])
        dates.sort()
    return {"id": question["id"], "method": str(calendar.get("METHOD", "")), "events": found, "texts": texts}


for line in sys.stdin:
    question = json.loads(line)
    try:
        answer = read(question)
    except Exception as error:
        answer = {"id": question["id"], "error": repr(error)}
    print(json.dumps(answer), flush=True)
