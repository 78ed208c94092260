// For pages with a stay picker: which stays a guest may choose, as the calendar of the house says (docs/stay-rules.md), and
// what each night costs.
import { addDays, nightsBetween, weekday } from "./days.js";

export const MAX_NIGHTS = 90; // of any stay
const WEEKEND = [5, 6]; // the nights of Friday and Saturday

export class StayRules {
  // `first` is the first night that can be booked, `last` the last day to leave. `calendar` is what /calendar answers,
  // `prices` what /prices answers; until they are known, `minDays` and `maxDays` bound every stay.
  constructor({ first, last, minDays = 1, maxDays = 0, calendar = null, prices = null }) {
    this.first = first;
    this.last = last;
    this.usual = { min_nights: minDays, max_nights: maxDays || MAX_NIGHTS };
    this.prices = prices;
    const { taken, arrivals, no_departure, last_departure, fills_gaps } = calendar ?? {};
    this.sorted = [...(taken ?? [])].sort();
    this.taken = new Set(this.sorted);
    this.arrivals = arrivals ?? [{ first_day: first, last_day: last, ...this.usual }];
    this.noDeparture = new Set(no_departure);
    this.lastDeparture = last_departure ?? last;
    this.fillsGaps = fills_gaps ?? false;
  }

  isTaken(day) {
    return this.taken.has(day);
  }

  // The price of the night that begins on this day, in fen; null if it is not known.
  price(night) {
    if (!this.prices) return null;
    const dated = this.prices.ranges.find((range) => range.start_date <= night && night < range.end_date);
    if (dated) return dated.price;
    const weekend = WEEKEND.includes(weekday(night)) ? this.prices.weekend_price : null;
    return weekend ?? this.prices.price;
  }

  // How long a guest stays who arrives on this day, { min_nights, max_nights }; undefined if nobody arrives.
  bounds(day) {
    return this.arrivals.find(({ first_day, last_day }) => first_day <= day && day <= last_day);
  }

  // The first taken night from this day on; undefined if there is none.
  nextTaken(day) {
    return this.sorted.find((night) => night >= day);
  }

  // The last day to leave for a stay from `start`, if guests may leave on it.
  lastEnd(start) {
    const longest = addDays(start, (this.bounds(start) ?? this.usual).max_nights);
    return [longest, this.nextTaken(start), this.lastDeparture].filter(Boolean).sort()[0];
  }

  // Whether the nights from `start` to `end` lie between two taken ones, or between today and a taken one.
  isGap(start, end) {
    return this.isTaken(end) && (start === this.first || this.isTaken(addDays(start, -1)));
  }

  // Whether a stay from `start` may end on this day.
  isEnd(start, day) {
    const bounds = this.bounds(start);
    if (!bounds || day <= start || day > this.lastEnd(start) || this.noDeparture.has(day)) return false;
    return nightsBetween(start, day) >= bounds.min_nights || (this.fillsGaps && this.isGap(start, day));
  }

  // Why a stay cannot begin on this day: "past", "taken", "closed", "short" (no stay from it may end on any day), or "".
  startProblem(day) {
    if (day < this.first || day >= this.last) return "past";
    if (this.isTaken(day)) return "taken";
    if (!this.bounds(day)) return "closed";
    for (let end = addDays(day, 1); end <= this.lastEnd(day); end = addDays(end, 1))
      if (this.isEnd(day, end)) return "";
    return "short";
  }

  // Why a stay from `start` cannot end on this day: "short", "taken" (a taken night lies between), "long", "open" (nobody
  // leaves), or "".
  endProblem(start, day) {
    if (this.isEnd(start, day)) return "";
    if (day < addDays(start, (this.bounds(start) ?? this.usual).min_nights)) return "short";
    if (day <= this.lastEnd(start)) return "open";
    return day > (this.nextTaken(start) ?? day) ? "taken" : "long";
  }

  isStay(start, end) {
    return start >= this.first && !this.isTaken(start) && this.isEnd(start, end);
  }
}
