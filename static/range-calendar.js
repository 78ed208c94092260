// For pages with a stay picker: a calendar of one or two months in which a guest chooses a stay. Its keys are those of
// https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog/
import { addDays, addMonths, firstOfMonth, formatDay, weekday } from "./days.js";

let made = 0;

const element = (name, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
};

// Screen readers get the whole of a day's button in words.
const hidden = (name, textContent) => element(name, { textContent, ariaHidden: "true" });
const yuan = (price) => `¥${Math.round(price / 100)}`;

const KEYS = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: (day) => addDays(day, -weekday(day)),
  End: (day) => addDays(day, 6 - weekday(day)),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
};

export class RangeCalendar {
  // `words` are the texts of the stay picker; `onChange(start, end)` hears every choice, `end` null after the first.
  constructor(root, { rules, words, onChange }) {
    Object.assign(this, { root, rules, words, onChange });
    this.months = 1;
    this.start = this.end = this.hovered = null;
    this.view = firstOfMonth(rules.first);
    this.focused = rules.first;
    [this.previous, this.next] = root.querySelectorAll("[data-turn]");
    this.grids = root.querySelector("[data-months]");
    this.previous.addEventListener("click", () => this.turn(-1));
    this.next.addEventListener("click", () => this.turn(1));
    this.grids.addEventListener("click", ({ target }) => this.press(target.closest("[data-day]")?.dataset.day));
    this.grids.addEventListener("keydown", (event) => this.key(event));
    this.grids.addEventListener("pointerover", ({ target }) => this.hover(target.closest("[data-day]")?.dataset.day));
    this.grids.addEventListener("pointerleave", () => this.hover(null));
  }

  // Shows this many months, and this stay.
  show(months, start, end) {
    Object.assign(this, { months, start, end });
    this.focused = start ?? this.rules.first;
    this.view = firstOfMonth(this.focused);
    this.draw();
  }

  setRules(rules) {
    this.rules = rules;
    this.draw();
  }

  turn(count) {
    const view = addMonths(this.view, count);
    if (view < firstOfMonth(this.rules.first) || view > firstOfMonth(this.rules.last)) return;
    this.view = view;
    if (!this.isShown(this.focused)) this.focused = this.within(count < 0 ? addDays(addMonths(view, 1), -1) : view);
    this.draw();
  }

  isShown(day) {
    return day >= this.view && day < addMonths(this.view, this.months);
  }

  within(day) {
    return [this.rules.first, day, this.rules.last].sort()[1];
  }

  focus(day = this.focused) {
    this.focused = this.within(day);
    if (!this.isShown(this.focused)) {
      const later = this.focused > this.view;
      this.view = later ? addMonths(firstOfMonth(this.focused), 1 - this.months) : firstOfMonth(this.focused);
      this.draw();
    }
    this.paint();
    this.grids.querySelector(`[data-day="${this.focused}"]`).focus();
  }

  key(event) {
    const move = KEYS[event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.hovered = this.within(move(this.focused));
    this.focus(this.hovered);
  }

  hover(day) {
    this.hovered = day ?? null;
    if (this.start && !this.end) this.paint();
  }

  press(day) {
    if (!day) return;
    this.focused = day;
    if (this.start && !this.end && day > this.start) {
      if (!this.rules.endProblem(this.start, day)) this.choose(this.start, day);
    } else if (!this.rules.startProblem(day)) this.choose(day, null);
    this.paint();
  }

  choose(start, end) {
    Object.assign(this, { start, end, hovered: null });
    this.paint();
    this.onChange(start, end);
  }

  draw() {
    const views = Array.from({ length: this.months }, (_, number) => addMonths(this.view, number));
    this.grids.replaceChildren(...views.map((view) => this.month(view)));
    this.previous.setAttribute("aria-disabled", String(this.view <= firstOfMonth(this.rules.first)));
    this.next.setAttribute("aria-disabled", String(views.at(-1) >= firstOfMonth(this.rules.last)));
    this.paint();
  }

  month(view) {
    const id = `month-${++made}`;
    const head = element("h3", { id, textContent: formatDay(view, { year: "numeric", month: "long" }) });
    head.setAttribute("aria-live", "polite");
    const grid = element("table", {}, element("thead", {}, weekdays()), element("tbody", {}, ...this.weeks(view)));
    grid.setAttribute("role", "grid");
    grid.setAttribute("aria-labelledby", id);
    return element("section", { className: "month" }, head, grid);
  }

  weeks(view) {
    const end = addMonths(view, 1);
    const rows = [];
    for (let sunday = addDays(view, -weekday(view)); sunday < end; sunday = addDays(sunday, 7)) {
      const days = Array.from({ length: 7 }, (_, number) => addDays(sunday, number));
      rows.push(element("tr", {}, ...days.map((day) => this.cell(day >= view && day < end ? day : null))));
    }
    return rows;
  }

  cell(day) {
    if (!day) return element("td");
    const button = element("button", { type: "button" }, hidden("span", Number(day.slice(8))));
    button.dataset.day = day;
    const price = this.rules.price(day);
    if (price !== null && day >= this.rules.first && !this.rules.isTaken(day))
      button.append(hidden("small", yuan(price)));
    button.append(element("span", { className: "visually-hidden" }));
    return element("td", {}, button);
  }

  // Gives each day its look and its words, from the choice so far.
  paint() {
    const { start, rules } = this;
    const choosing = Boolean(start) && !this.end;
    const end =
      this.end ?? (choosing && this.hovered > start && !rules.endProblem(start, this.hovered) ? this.hovered : null);
    for (const button of this.grids.querySelectorAll("[data-day]")) {
      const { day } = button.dataset;
      const problem = choosing && day > start ? rules.endProblem(start, day) : rules.startProblem(day);
      const crossed = rules.isTaken(day) && problem === "taken";
      const chosen = day === start || day === end || Boolean(end && day > start && day < end);
      button.tabIndex = day === this.focused ? 0 : -1;
      button.setAttribute("aria-disabled", String(problem !== "" && day !== start));
      button.lastChild.textContent = this.describe(day, crossed ? "taken" : problem);
      button.closest("td").setAttribute("aria-selected", String(chosen));
      button.className = [
        ["taken", crossed],
        ["start", day === start],
        ["end", day === end],
        ["between", chosen && day !== start && day !== end],
        ["open", day === start && !end],
      ]
        .filter(([, applies]) => applies)
        .map(([name]) => name)
        .join(" ");
    }
  }

  describe(day, problem) {
    const role = { [this.start]: "start", [this.end]: "end" }[day];
    const price = problem === "" ? this.rules.price(day) : null;
    return [
      formatDay(day, { dateStyle: "full" }),
      role && this.words[role],
      this.words[`not_${problem}`],
      price !== null && yuan(price),
    ]
      .filter(Boolean)
      .join(", ");
  }
}

function weekdays() {
  const sunday = "2026-11-01";
  return element(
    "tr",
    {},
    ...Array.from({ length: 7 }, (_, number) => {
      const day = addDays(sunday, number);
      return element("th", {
        scope: "col",
        abbr: formatDay(day, { weekday: "long" }),
        textContent: formatDay(day, { weekday: "narrow" }),
      });
    }),
  );
}
