// For the pages with a host's calendar: blocking nights and setting their price, for one house. Nights are [first, last].
import { api } from "./api.js";
import { addDays, nightsBetween } from "./days.js";

export const nightsOf = ([first, last]) =>
  Array.from({ length: nightsBetween(first, last) + 1 }, (_, number) => addDays(first, number));

// Reads, and writes what is to be. Where another page has written meanwhile, that is read and kept.
async function change(read, write) {
  for (let tries = 3; ; tries--) {
    const before = await read();
    try {
      await write(before);
      return before;
    } catch (refused) {
      if (tries === 1 || refused.reason !== "changed_meanwhile") throw refused;
    }
  }
}

// Blocks nights that are free, or frees those that the host has blocked. Returns what undoes it.
export async function setBlocked(house, nights, blocked) {
  const chosen = new Set(nightsOf(nights));
  const before = await changeBlocked(house, chosen, blocked);
  const changed = blocked
    ? [...chosen].filter((night) => !before.taken.includes(night))
    : before.blocked.filter((night) => chosen.has(night));
  return () => changeBlocked(house, new Set(changed), !blocked);
}

function changeBlocked(house, chosen, blocked) {
  const path = `/houses/${house}/calendar`;
  return change(
    () => api("GET", path),
    ({ taken, blocked: expected }) => {
      const free = [...chosen].filter((night) => !taken.includes(night));
      const after = blocked ? [...expected, ...free] : expected.filter((night) => !chosen.has(night));
      return api("PUT", path, { blocked: after, expected });
    },
  );
}

// Gives these nights a price in fen, or their usual one with null. Returns what undoes it.
export async function setPrice(house, nights, price) {
  const [first, last] = nights;
  const end = addDays(last, 1);
  const range = { start_date: first, end_date: end, price };
  const { ranges } = await changePrices(house, range, price === null ? [] : [range]);
  return () => changePrices(house, range, within(ranges, first, end));
}

// Replaces the dated prices of the nights of `range`.
function changePrices(house, { start_date, end_date }, instead) {
  const path = `/houses/${house}/prices`;
  return change(
    () => api("GET", path),
    ({ ranges: expected }) => {
      const kept = [...within(expected, "", start_date), ...within(expected, end_date, "9999")];
      return api("PUT", path, { ranges: [...kept, ...instead], expected_ranges: expected });
    },
  );
}

// The parts of dated prices from one day on and before another.
function within(ranges, from, end) {
  const parts = ranges.map((range) => ({
    ...range,
    start_date: range.start_date > from ? range.start_date : from,
    end_date: range.end_date < end ? range.end_date : end,
  }));
  return parts.filter((range) => range.start_date < range.end_date);
}
