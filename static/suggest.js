// For pages with a search: suggestions while typing a place, as a combobox (WAI-ARIA APG, "list autocomplete").
import { api } from "./api.js";
import { $ } from "./ui.js";

const WAIT = 150; // milliseconds after the last key

class Suggestions {
  #timer;
  #asked = 0;
  #chosen = null; // what the field stands for: { text, query }

  constructor(input) {
    this.input = input;
    this.list = this.#makeList();
    Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id }).forEach((pair) =>
      input.setAttribute(...pair),
    );
    this.#startWithPlace();
    this.close();
    input.addEventListener("input", () => this.#typed());
    input.addEventListener("focus", () => input.select());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close());
    input.form.addEventListener("formdata", (event) => this.#send(event.formData));
  }

  // A district is a filter of its own: the field shows its name, and sends nothing while it stays as it is.
  #startWithPlace() {
    const { place } = this.input.closest("[data-place]").dataset;
    if (!place) return;
    this.input.value = place;
    this.#chosen = { text: place, query: null };
  }

  #makeList() {
    const list = document.createElement("ul");
    list.id = `${this.input.id}-suggestions`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.input.dataset.suggestions);
    list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the field keeps the focus
      const option = event.target.closest("[role=option]");
      if (option) this.#choose(option);
    });
    this.input.parentElement.append(list);
    return list;
  }

  #typed() {
    this.#chosen = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), WAIT);
  }

  async #ask() {
    const request = ++this.#asked;
    const text = this.input.value.trim();
    if (!text) return this.close();
    const answer = await api("GET", `/suggestions?${new URLSearchParams({ q: text })}`).catch(() => null);
    if (request !== this.#asked || document.activeElement !== this.input) return;
    this.list.replaceChildren(...(answer?.suggestions ?? []).map((each, number) => this.#option(each, number)));
    this.#mark(null);
    this.list.hidden = this.list.childElementCount === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  #option({ kind, text, detail, query }, number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${number}`;
    option.className = `suggestion is-${kind}`;
    option.setAttribute("role", "option");
    Object.assign(option.dataset, { text, query });
    const name = document.createElement("strong");
    name.textContent = text;
    const more = document.createElement("small");
    more.textContent = detail ?? "";
    option.append(name, more);
    return option;
  }

  #key(event) {
    if (event.key === "Escape") {
      if (!this.list.hidden) event.preventDefault();
      this.close();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && !this.list.hidden) {
      event.preventDefault();
      this.#step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && this.#active()) {
      event.preventDefault();
      this.#choose(this.#active());
    }
  }

  #step(change) {
    const options = [...this.list.children];
    const from = options.indexOf(this.#active());
    this.#mark(options.at(from < 0 && change < 0 ? -1 : (from + change) % options.length));
  }

  #mark(option) {
    this.#active()?.removeAttribute("aria-selected");
    option?.setAttribute("aria-selected", "true");
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  #active() {
    return $("[aria-selected=true]", this.list);
  }

  #choose({ dataset: { text, query } }) {
    this.input.value = text;
    this.#chosen = { text, query };
    this.close();
    this.input.dispatchEvent(new CustomEvent("suggestion", { bubbles: true, detail: { query } }));
  }

  // Sends what was chosen in place of its text. A new place replaces the old one.
  #send(data) {
    const isChosen = this.#chosen && this.#chosen.text === this.input.value;
    if (isChosen) data.delete("q");
    if (isChosen && this.#chosen.query === null) return;
    if (isChosen || this.input.value !== this.input.defaultValue)
      for (const name of ["aid", "bounds"]) data.delete(name);
    if (isChosen) for (const [name, value] of new URLSearchParams(this.#chosen.query)) data.set(name, value);
  }

  // An answer that is still to come opens nothing.
  close() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.#mark(null);
  }
}

for (const input of document.querySelectorAll("[data-suggestions]")) new Suggestions(input);

// An empty field is no filter: addresses stay short.
for (const form of document.querySelectorAll("#search")) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name);
  });
}
