// For pages with a stay picker: which stays a guest may choose, from the taken nights and the shortest and longest stay,
// and what each night costs.
import { addDays, weekday } from "./days.js";

const MAX_NIGHTS = 90; // of any stay
const WEEKEND = [5, 6]; // the nights of Friday and Saturday

export class StayRules {
  // `first` is the first night that can be booked, `last` the last day to leave. `prices` is what /prices answers.
  constructor({ first, last, minDays = 1, maxDays = 0, taken = [], prices = null }) {
    this.first = first;
    this.last = last;
    this.minDays = minDays;
    this.maxDays = maxDays;
    this.taken = new Set(taken);
    this.sorted = [...taken].sort();
    this.prices = prices;
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

  // The first taken night from this day on; undefined if there is none.
  nextTaken(day) {
    return this.sorted.find((night) => night >= day);
  }

  // The last day to leave for a stay from `start`.
  lastEnd(start) {
    const longest = addDays(start, Math.min(this.maxDays || MAX_NIGHTS, MAX_NIGHTS));
    return [longest, this.nextTaken(start), this.last].filter(Boolean).sort()[0];
  }

  // Why a stay cannot begin on this day: "past", "taken", "short" (too few free nights follow), or "".
  startProblem(day) {
    if (day < this.first || day >= this.last) return "past";
    if (this.isTaken(day)) return "taken";
    return this.lastEnd(day) < addDays(day, this.minDays) ? "short" : "";
  }

  // Why a stay from `start` cannot end on this day: "short", "taken" (a taken night lies between), "long", or "".
  endProblem(start, day) {
    if (day < addDays(start, this.minDays)) return "short";
    if (day <= this.lastEnd(start)) return "";
    return day > (this.nextTaken(start) ?? day) ? "taken" : "long";
  }

  isStay(start, end) {
    return this.startProblem(start) === "" && this.endProblem(start, end) === "";
  }
}
