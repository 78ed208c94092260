// For pages with calendars: days as texts, "2026-12-24", which compare as texts do.
// All reckoning is in UTC, so no clock change loses a day.

const date = (day) => new Date(`${day}T00:00:00Z`);
const text = (moment) => moment.toISOString().slice(0, 10);

export function addDays(day, count) {
  const moved = date(day);
  moved.setUTCDate(moved.getUTCDate() + count);
  return text(moved);
}

// The same day of another month; the last one of a month that is too short.
export function addMonths(day, count) {
  const moved = date(firstOfMonth(day));
  moved.setUTCMonth(moved.getUTCMonth() + count);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(Number(day.slice(8)), last));
  return text(moved);
}

export const firstOfMonth = (day) => `${day.slice(0, 7)}-01`;
export const nightsBetween = (start, end) => Math.round((date(end) - date(start)) / 86_400_000);

// 0 for Sunday to 6 for Saturday.
export const weekday = (day) => date(day).getUTCDay();

export const isDay = (value) => /^\d{4}-\d\d-\d\d$/.test(value ?? "") && !Number.isNaN(date(value).getTime());

// The pages' English writes the day before the month.
export const locale = () => (document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang);

const formats = new Map();

// A day in the reader's language; `options` as for Intl.DateTimeFormat.
export function formatDay(day, options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { ...options, timeZone: "UTC" }));
  return formats.get(key).format(date(day));
}
