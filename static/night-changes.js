// For the pages with a host's calendar: blocking nights and setting their price, for one house. Nights are [first, last].
import { api } from "./api.js";
import { addDays, nightsBetween } from "./days.js";

export const nightsOf = ([first, last]) =>
  Array.from({ length: nightsBetween(first, last) + 1 }, (_, number) => addDays(first, number));

// Dated prices with another price for these nights; `price` null removes theirs.
export function withPrice(ranges, [first, last], price) {
  const end = addDays(last, 1);
  const kept = ranges.flatMap((range) => [
    { ...range, end_date: range.end_date < first ? range.end_date : first },
    { ...range, start_date: range.start_date > end ? range.start_date : end },
  ]);
  const changed = price === null ? [] : [{ start_date: first, end_date: end, price }];
  return [...kept.filter((range) => range.start_date < range.end_date), ...changed].sort((one, other) =>
    one.start_date < other.start_date ? -1 : 1,
  );
}

// Blocks nights that are free, or frees those that the host has blocked. Returns the nights blocked before.
export async function setBlocked(house, nights, blocked) {
  const path = `/houses/${house}/calendar`;
  const { taken, blocked: before } = await api("GET", path);
  const chosen = nightsOf(nights);
  const others = new Set(taken.filter((night) => !before.includes(night)));
  const after = blocked
    ? [...new Set([...before, ...chosen.filter((night) => !others.has(night))])]
    : before.filter((night) => !chosen.includes(night));
  await api("PUT", path, { blocked: after });
  return before;
}

// Gives these nights a price in fen, or their usual one with null. Returns the dated prices before.
export async function setPrice(house, nights, price) {
  const path = `/houses/${house}/prices`;
  const { ranges } = await api("GET", path);
  await api("PUT", path, { ranges: withPrice(ranges, nights, price) });
  return ranges;
}

export const restoreBlocked = (house, blocked) => api("PUT", `/houses/${house}/calendar`, { blocked });
export const restorePrices = (house, ranges) => api("PUT", `/houses/${house}/prices`, { ranges });
