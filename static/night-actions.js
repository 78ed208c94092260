// For the pages with a host's calendar: what can be done with the chosen nights, and undone for a moment.
import { formatDay } from "./days.js";
import { nightsOf, setBlocked, setPrice } from "./night-changes.js";
import { toast } from "./toast.js";
import { $, clear, fen, say, show, texts } from "./ui.js";

export const word = (key) => texts(key, "night-texts");
const short = (day) => formatDay(day, { month: "short", day: "numeric", weekday: "short" });

// The form of templates/parts/night_actions.html. `onDone` is called after each change, `title` names the house.
export class NightActions {
  constructor(form, onDone) {
    Object.assign(this, { form, onDone, house: null, nights: null });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.act("price");
    });
    for (const button of form.querySelectorAll("button[type=button][data-act]"))
      button.addEventListener("click", () => this.act(button.dataset.act));
  }

  // Chooses nights [first, last] of a house; null chooses none.
  choose(house, nights, title = "") {
    Object.assign(this, { house, nights });
    clear(this.form);
    for (const button of this.form.querySelectorAll("[data-act]")) button.disabled = !nights;
    $("[data-chosen]", this.form).textContent = nights
      ? [title, this.describe()].filter(Boolean).join(" · ")
      : word("choose");
  }

  describe() {
    const [first, last] = this.nights;
    const count = nightsOf(this.nights).length;
    const nights = word("nights")[count === 1 ? 0 : 1].replace("{n}", count);
    return first === last ? `${short(first)} · ${nights}` : `${short(first)} – ${short(last)} · ${nights}`;
  }

  async act(name) {
    const { form, house, nights } = this;
    if (!nights) return;
    clear(form);
    const button = $(`[data-act=${name}]`, form);
    button.setAttribute("aria-busy", "true");
    try {
      const undo = await this[name](house, nights);
      if (undo) this.offerUndo(name, undo);
    } catch (refused) {
      say(form, refused);
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  async offerUndo(name, undo) {
    await this.onDone();
    const said = { block: "blocked", free: "freed", price: "priced", usual: "usual" }[name];
    if (!(await toast(word(said), { undo: true }))) return;
    try {
      await undo();
      await this.onDone();
    } catch (refused) {
      say(this.form, refused);
    }
  }

  block(house, nights) {
    return setBlocked(house, nights, true);
  }

  free(house, nights) {
    return setBlocked(house, nights, false);
  }

  async price(house, nights) {
    const field = this.form.elements.night_price;
    const amount = fen(field.value);
    if (amount < Number(field.dataset.least) || amount > Number(field.dataset.most)) {
      show(this.form, { fields: { night_price: field.dataset.wrong } });
      return null;
    }
    return setPrice(house, nights, amount);
  }

  usual(house, nights) {
    return setPrice(house, nights, null);
  }
}
