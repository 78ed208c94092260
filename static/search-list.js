// The search page: more results while scrolling. They stay for the back button until the tab is closed.
import { api } from "./api.js";
import { markHearts } from "./hearts.js";
import { $, card } from "./ui.js";

const SIZE = 18; // as on the first page

class ResultList {
  #loading = false;
  #loaded = { houses: [], totals: [] };
  #observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.load(), {
    rootMargin: "400px",
  });

  constructor() {
    this.#adopt();
    this.#restore();
    addEventListener("pagehide", () => this.#keep());
  }

  // The query of the search that is shown.
  get query() {
    return new URLSearchParams(this.results.dataset.query);
  }

  #adopt() {
    this.results = $("#results");
    this.more = $("#more");
    this.state = $("#state");
    this.more.addEventListener("click", (event) => {
      event.preventDefault();
      this.load();
    });
    this.#observer.disconnect();
    this.#observer.observe(this.more);
    markHearts(this.results);
  }

  // Shows the list of another search in place of this one, from its page.
  replace(page) {
    $(".search-list").replaceWith(page.querySelector(".search-list"));
    this.#loaded = { houses: [], totals: [] };
    this.#adopt();
  }

  async load() {
    const { next } = this.results.dataset;
    if (this.#loading || !next) return;
    this.#loading = true;
    this.state.textContent = "";
    this.more.setAttribute("aria-busy", "true");
    const { query, results } = this;
    query.set("size", SIZE);
    query.set("after", next);
    try {
      const page = await api("GET", `/houses?${query}`);
      if (results.isConnected) this.#show(page.houses, page.stay_totals, page.next);
    } catch (refused) {
      this.state.textContent = refused.message;
    } finally {
      this.more.removeAttribute("aria-busy");
      this.#loading = false;
    }
  }

  #show(houses, totals, next) {
    const shown = houses.map((house, number) => card(house, this.results.dataset.stay, totals?.[number] ?? null));
    this.results.append(...shown);
    this.#loaded.houses.push(...houses);
    this.#loaded.totals.push(...(totals ?? houses.map(() => null)));
    this.results.dataset.next = next ?? "";
    this.more.hidden = !next;
    markHearts(this.results);
    // the observer reports changes only, and the button may still be in view
    this.#observer.unobserve(this.more);
    this.#observer.observe(this.more);
  }

  #key() {
    return `search:${this.results.dataset.query}`;
  }

  #keep() {
    const kept = { ...this.#loaded, next: this.results.dataset.next, top: scrollY };
    try {
      sessionStorage.setItem(this.#key(), JSON.stringify(kept));
    } catch {
      // storage is blocked or full: the back button shows the first page
    }
  }

  #restore() {
    const [arrival] = performance.getEntriesByType("navigation");
    if (arrival?.type !== "back_forward") return;
    const kept = JSON.parse(sessionStorage.getItem(this.#key()) ?? "null");
    if (!kept) return;
    this.#show(kept.houses, kept.totals, kept.next);
    scrollTo(0, kept.top);
  }
}

export function startList() {
  return new ResultList();
}
