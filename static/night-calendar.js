// For the pages with a host's calendar: months in which a host chooses nights, with what takes them and what they cost.
import { formatDay } from "./days.js";
import { RangeCalendar } from "./range-calendar.js";

export class NightCalendar extends RangeCalendar {
  // As RangeCalendar, but `start` and `end` are the first and the last of the chosen nights. `rules` also has
  // `takenBy(night)`: "order", "host", "calendar" or "".
  press(day) {
    if (!day || day < this.rules.first || day > this.rules.last) return;
    this.focused = day;
    if (this.start && !this.end && day >= this.start) this.choose(this.start, day);
    else this.choose(day, null);
    this.paint();
  }

  clear() {
    Object.assign(this, { start: null, end: null, hovered: null });
    this.paint();
  }

  // The chosen nights as [first, last]; null before a choice.
  get chosen() {
    return this.start ? [this.start, this.end ?? this.start] : null;
  }

  paint() {
    const { start, rules } = this;
    const end = this.end ?? (this.start && this.hovered > this.start ? this.hovered : this.start);
    for (const button of this.grids.querySelectorAll("[data-day]")) {
      const { day } = button.dataset;
      const chosen = Boolean(start) && day >= start && day <= end;
      const outside = day < rules.first || day > rules.last;
      button.tabIndex = day === this.focused ? 0 : -1;
      button.setAttribute("aria-disabled", String(outside));
      button.lastChild.textContent = this.describe(day);
      button.closest("td").setAttribute("aria-selected", String(chosen));
      button.dataset.taken = outside ? "" : rules.takenBy(day);
      button.className = [
        chosen && "chosen",
        chosen && day === start && "first",
        chosen && day === end && "last",
        outside && "outside",
      ]
        .filter(Boolean)
        .join(" ");
    }
  }

  describe(day) {
    const price = this.rules.price(day);
    const taken = this.rules.takenBy(day);
    return [
      formatDay(day, { dateStyle: "full" }),
      this.words[taken || "free"],
      price !== null && `¥${Math.round(price / 100)}`,
    ]
      .filter(Boolean)
      .join(this.words.comma);
  }
}
