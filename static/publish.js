// The host's page to publish a house: one step at a time, with a draft that the server keeps.
import { api } from "./api.js";
import { body, check, guard, openForm, typed } from "./house-form.js";
import { $, clear, say, show, texts } from "./ui.js";

const form = $("#house");
const word = (key) => texts(key, "draft-texts");

// Saves one after the other: the version that an answer brings is the one that the next change has to name.
class Draft {
  constructor(id, version) {
    Object.assign(this, { id, version, stored: JSON.stringify(typed(form)), running: null });
  }

  get isUnsaved() {
    return JSON.stringify(typed(form)) !== this.stored;
  }

  // Stores what is typed now. Throws what the API refuses.
  async save() {
    while (this.running) await this.running.catch(() => {});
    if (this.id && !this.isUnsaved) return;
    this.running = this.send(typed(form));
    try {
      await this.running;
    } finally {
      this.running = null;
    }
  }

  async send(content) {
    const sent = this.id
      ? await api("PUT", `/user/house-drafts/${this.id}`, { content, version: this.version })
      : await api("POST", "/user/house-drafts", { content });
    if (!this.id) history.replaceState(null, "", `/host/new?draft=${sent.draft_id}${location.hash}`);
    [this.id, this.version, this.stored] = [sent.draft_id, sent.version, JSON.stringify(content)];
  }
}

if (form) {
  const draft = new Draft(form.dataset.draft, Number(form.dataset.version) || 1);
  const steps = [...form.querySelectorAll(".step")];
  const [back, next, saved] = ["[data-back]", "[data-next]", "[data-saved]"].map((selector) => $(selector, form));
  let current = 1;
  let published = false;

  let latest = 0;

  // Of several at a time, the last one says that all is saved.
  const keep = async () => {
    const number = ++latest;
    saved.textContent = word("saving");
    try {
      await draft.save();
      if (number === latest) saved.textContent = word("saved");
    } catch (refused) {
      saved.textContent = `${word("unsaved")}${refused.message}`;
      throw refused;
    }
  };

  const address = () => `/host/new${draft.id ? `?draft=${draft.id}` : ""}#step-${current}`;

  // Each step is a place in the history, so that the browser's back button leads to the step before.
  const go = (number, { focus = true, isNew = false } = {}) => {
    current = Math.min(Math.max(number, 1), steps.length);
    for (const step of steps) step.hidden = Number(step.dataset.step) !== current;
    for (const item of document.querySelectorAll("[data-step-name]")) {
      const at = Number(item.dataset.stepName);
      item.classList.toggle("is-done", at < current);
      if (at === current) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
    back.hidden = current === 1;
    next.textContent = word(current === steps.length ? "create" : "next");
    if (focus) {
      if (isNew) history.pushState(null, "", address());
      else history.replaceState(null, "", address());
      scrollTo({ top: 0 });
      $("h2", steps[current - 1]).focus({ preventScroll: true });
    }
  };

  const leave = (number, { isNew = true } = {}) => {
    clear(form);
    if (number > current && !steps.slice(current - 1, number - 1).every((step) => checkStep(step))) return;
    go(number, { isNew });
    keep().catch(() => {});
  };
  const checkStep = (step) => {
    if (check(form, step)) return true;
    if (step.hidden) {
      go(Number(step.dataset.step), { focus: false });
      check(form, step);
    }
    return false;
  };

  const publish = async () => {
    clear(form);
    if (!steps.every(checkStep)) return;
    next.disabled = true;
    next.setAttribute("aria-busy", "true");
    try {
      await keep();
      const { house_id } = await api("POST", `/user/house-drafts/${draft.id}/house`, body(form));
      published = true;
      location.assign(`/host/houses/${house_id}?step=photos`);
    } catch (refused) {
      const wrong = Object.keys(refused.fields).map((name) => form.querySelector(`[name="${name}"]`)?.closest(".step"));
      const first = steps.find((step) => wrong.includes(step));
      if (first) go(Number(first.dataset.step), { focus: false });
      if (first) show(form, refused);
      else say(form, refused);
    } finally {
      next.disabled = false;
      next.removeAttribute("aria-busy");
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (current === steps.length) publish();
    else leave(current + 1);
  });
  back.addEventListener("click", () => leave(current - 1));
  form.addEventListener("change", () => keep().catch(() => {}));
  addEventListener("hashchange", () => {
    const wanted = location.hash ? Number(/^#step-([1-5])$/.exec(location.hash)?.[1]) : 1;
    if (wanted && wanted !== current) leave(wanted, { isNew: false });
  });
  guard(() => !published && draft.isUnsaved);
  openForm(form);
  go(Number(/^#step-([1-5])$/.exec(location.hash)?.[1]) || 1, { focus: false });
  addEventListener("load", () => scrollTo({ top: 0 })); // not to the heading that the address names
}
