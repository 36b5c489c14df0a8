// Reads calendar objects with ical.js, which expands rules itself and takes zones from the VTIMEZONE in the object: a judge that
// shares nothing with us. Run it in a zone that is neither UTC nor the object's (TZ=Asia/Tokyo), for a time without zone is read there.
// In:  one JSON object a line: { id, ics, from, to, brief }   (seconds since 1970; brief: digests instead of lists)
// Out: one a line: { id, events: { uid: [[start, seconds], ...] } } or { id, digests: { uid: "count:hash" } } or { id, error }
import { createInterface } from 'node:readline';
import ICAL from 'ical.js';

function occurrences(master, exceptions, from, to) {
  const event = new ICAL.Event(master, { exceptions });
  const found = [];
  if (event.startDate.isDate) {
    // A day is a day everywhere: told as if it were in UTC.
    const day = date => Date.UTC(date.year, date.month - 1, date.day) / 1000;
    return [[day(event.startDate), day(event.endDate) - day(event.startDate)]];
  }
  const add = (item, start, end) => {
    const at = start.toUnixTime();
    if (item.component.getFirstPropertyValue('status') !== 'CANCELLED' && at >= from && at < to) found.push([at, end.toUnixTime() - at]);
  };
  if (!event.isRecurring()) {
    add(event, event.startDate, event.endDate);
    return found;
  }
  const dates = event.iterator();
  for (let date; (date = dates.next());) {
    const at = date.toUnixTime();
    // A date may have been moved back from beyond the span.
    if (at >= to + 400 * 86400 || (exceptions.length === 0 && at >= to)) break;
    if (exceptions.length === 0) {
      if (at >= from) found.push([at, event.duration.toSeconds()]);
    } else {
      const details = event.getOccurrenceDetails(date);
      add(details.item, details.startDate, details.endDate);
    }
  }
  if (event.component.getFirstPropertyValue('status') === 'CANCELLED') return [];
  return found.sort((a, b) => a[0] - b[0]);
}

function digest(found) {
  let hash = 17;
  for (const [start] of found) hash = (Math.imul(hash, 1000003) ^ (start | 0)) | 0;
  return `${found.length}:${hash}`;
}

function read({ id, ics, from, to, brief }) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const byUid = new Map();
  for (const event of calendar.getAllSubcomponents('vevent')) {
    const uid = event.getFirstPropertyValue('uid');
    if (!byUid.has(uid)) byUid.set(uid, { master: null, exceptions: [] });
    if (event.hasProperty('recurrence-id')) byUid.get(uid).exceptions.push(event);
    else byUid.get(uid).master = event;
  }
  const answer = { id, method: calendar.getFirstPropertyValue('method') };
  const result = (answer[brief ? 'digests' : 'events'] = {});
  for (const [uid, { master, exceptions }] of byUid) {
    const found = master
      ? occurrences(master, exceptions, from, to)
      : exceptions.flatMap(e => occurrences(e, [], from, to));
    result[uid] = brief ? digest(found) : found;
  }
  if (!brief) {
    answer.texts = calendar.getAllSubcomponents('vevent').map(e => ({
      summary: e.getFirstPropertyValue('summary'),
      location: e.getFirstPropertyValue('location'),
      names: e.getAllProperties('attendee').map(a => a.getParameter('cn')),
      mails: e.getAllProperties('attendee').map(a => a.getFirstValue()),
    }));
  }
  return answer;
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const question = JSON.parse(line);
  let answer;
  try {
    answer = read(question);
  } catch (error) {
    answer = { id: question.id, error: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
