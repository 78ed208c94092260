// For pages with a stay picker: two fields for the dates of a stay. On a press they open one calendar, below the fields
// or as a sheet on a phone.
// Without this script they are plain date inputs. Each choice fires `change` on the inputs, then `stay` on the picker.
import { api } from "./api.js";
import { formatDay, isDay, nightsBetween } from "./days.js";
import { RangeCalendar } from "./range-calendar.js";
import { MAX_NIGHTS, StayRules } from "./stay-rules.js";
import { $ } from "./ui.js";

const wide = matchMedia("(width >= 800px)");
const pickers = new WeakMap();

// The picker of a `.stay-picker` element.
export const pickerOf = (root) => pickers.get(root);

const count = (words, nights) => words.nights[nights === 1 ? 0 : 1].replace("{n}", nights);
const short = (day) => formatDay(day, { month: "short", day: "numeric", weekday: "short" });

class StayPicker {
  constructor(root) {
    this.root = root;
    this.words = JSON.parse($("script", root).textContent);
    this.dialog = $("dialog", root);
    this.hint = $("[data-hint]", root);
    this.inputs = [$("[name=sd]", root), $("[name=ed]", root)];
    this.fields = this.inputs.map((input, number) => this.field(input, number));
    this.calendar = new RangeCalendar($(".calendar", root), {
      rules: new StayRules(this.limits()),
      words: this.words,
      onChange: (start, end) => this.choose(start, end),
    });
    $("[data-clear]", root).addEventListener("click", () => this.clear());
    for (const button of root.querySelectorAll("[data-closes]")) button.addEventListener("click", () => this.close());
    this.dialog.addEventListener("click", ({ target }) => target === this.dialog && this.close());
    wide.addEventListener("change", () => this.close());
    this.inputs[0].form?.addEventListener("submit", (event) => this.demand(event));
    this.inputs[0].form?.addEventListener("reset", () => queueMicrotask(() => this.draw()));
    this.draw();
  }

  get stay() {
    const [sd, ed] = this.inputs.map(({ value }) => value);
    return { sd, ed };
  }

  // Shows other dates, without an event; empty texts clear the fields.
  set(sd, ed) {
    [this.inputs[0].value, this.inputs[1].value] = [sd ?? "", ed ?? ""];
    this.draw();
  }

  limits() {
    const { first, last, minDays, maxDays } = this.root.dataset;
    return { first, last, minDays: Number(minDays) || 1, maxDays: Number(maxDays) || 0 };
  }

  field(input, number) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "stay-field";
    button.setAttribute("aria-haspopup", "dialog");
    for (const name of ["aria-invalid", "aria-describedby"])
      if (input.hasAttribute(name)) button.setAttribute(name, input.getAttribute(name));
    button.addEventListener("click", () => this.open(number));
    input.closest("label").replaceWith(button);
    input.type = "hidden";
    button.after(input);
    if (input.autofocus) button.focus();
    return button;
  }

  draw() {
    const labels = [this.words.start, this.words.end];
    this.fields.forEach((button, number) => {
      const day = this.inputs[number].value;
      const label = document.createElement("small");
      label.textContent = labels[number];
      const value = document.createElement("span");
      value.textContent = isDay(day) ? short(day) : this.words.choose;
      value.className = isDay(day) ? "" : "quiet";
      button.replaceChildren(label, " ", value);
    });
  }

  // `from` is 1 where the guest wants to change the day of leaving.
  async open(from = 0) {
    if (this.dialog.open) return;
    const { sd, ed } = this.stay;
    const known = isDay(sd) && isDay(ed) && this.calendar.rules.isStay(sd, ed);
    const keepsStart = from === 1 && isDay(sd) && !this.calendar.rules.startProblem(sd);
    this.calendar.show(wide.matches ? 2 : 1, known || keepsStart ? sd : null, known && !keepsStart ? ed : null);
    this.say();
    this.dialog.showModal();
    this.place();
    this.calendar.focus();
    await this.load();
  }

  // Below the fields, or as far up as it must be to fit the window.
  place() {
    this.dialog.style.left = this.dialog.style.top = "";
    if (!wide.matches) return;
    const fields = this.fields[0].parentElement.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.dialog;
    const left = Math.max(16, Math.min(fields.left, document.documentElement.clientWidth - offsetWidth - 16));
    const top = Math.max(16, Math.min(fields.bottom + 8, innerHeight - offsetHeight - 16));
    this.dialog.style.left = `${left + scrollX}px`;
    this.dialog.style.top = `${top + scrollY}px`;
  }

  // Calendar and prices of the house, once.
  load() {
    const { house } = this.root.dataset;
    if (!house) return Promise.resolve();
    this.loaded ??= Promise.all([api("GET", `/houses/${house}/calendar`), api("GET", `/houses/${house}/prices`)])
      .then(([calendar, prices]) => this.know(calendar, prices))
      .catch((refused) => {
        this.loaded = null;
        this.hint.textContent = refused.message;
      });
    return this.loaded;
  }

  // Of a stay that is changed (its form has the first day and the check-out date), the own nights are free, and the
  // rules of the house for bookings do not bind.
  know(all, prices) {
    const { start, end } = this.inputs[0].form?.dataset ?? {};
    const calendar = start && end ? { taken: all.taken.filter((night) => night < start || night >= end) } : all;
    const within = this.dialog.contains(document.activeElement) && document.activeElement.dataset.day;
    this.calendar.setRules(new StayRules({ ...this.limits(), calendar, prices }));
    if (within) this.calendar.focus();
    this.say();
  }

  say() {
    const { start, end, rules } = this.calendar;
    const { words } = this;
    const parts = [];
    if (start && end) parts.push(`${short(start)} – ${short(end)}`, count(words, nightsBetween(start, end)));
    else {
      parts.push(words[start ? "choose_end" : "choose_start"]);
      const { min_nights, max_nights } = rules.bounds(start) ?? rules.usual;
      if (min_nights > 1) parts.push(words.min.replace("{nights}", count(words, min_nights)));
      if (max_nights < MAX_NIGHTS) parts.push(words.max.replace("{nights}", count(words, max_nights)));
      if (start && rules.nextTaken(start) === rules.lastEnd(start))
        parts.push(words.until.replace("{day}", short(rules.lastEnd(start))));
    }
    this.hint.textContent = parts.join(" · ");
  }

  choose(start, end) {
    this.say();
    if (!end) return;
    this.keep(start, end);
    if (wide.matches) this.close();
  }

  clear() {
    this.calendar.show(this.calendar.months, null, null);
    this.keep("", "");
    this.say();
  }

  keep(sd, ed) {
    this.set(sd, ed);
    for (const input of this.inputs) input.dispatchEvent(new Event("change", { bubbles: true }));
    this.root.dispatchEvent(new CustomEvent("stay", { bubbles: true, detail: { sd, ed } }));
  }

  close() {
    if (this.dialog.open) this.dialog.close();
  }

  // Opens the calendar where a form is sent without the dates that it needs.
  demand(event) {
    if (!this.inputs[0].required || this.inputs.every(({ value }) => value)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.open();
  }
}

for (const root of document.querySelectorAll(".stay-picker")) pickers.set(root, new StayPicker(root));
