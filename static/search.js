// The search page: more results while scrolling. They stay for the back button until the tab is closed.
import { api } from "./api.js";
import { $, card } from "./ui.js";

const results = $("#results");
const more = $("#more");
const state = $("#state");
const storageKey = `search:${location.search}`;
let loading = false;
const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), {
  rootMargin: "400px",
});

$("#filters").addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
});

async function load() {
  if (loading || !results.dataset.next) return;
  loading = true;
  state.textContent = "";
  more.setAttribute("aria-busy", "true");
  const query = new URLSearchParams(location.search);
  query.delete("p");
  query.set("after", results.dataset.next);
  try {
    show(await api("GET", `/houses?${query}`));
  } catch (refused) {
    state.textContent = refused.message;
  } finally {
    more.removeAttribute("aria-busy");
    loading = false;
  }
}

function show(page) {
  results.append(...page.houses.map((house) => card(house, results.dataset.stay)));
  loaded.push(...page.houses);
  results.dataset.next = page.next ?? "";
  more.hidden = !page.next;
  // the observer reports changes only, and the button may still be in view
  observer.unobserve(more);
  observer.observe(more);
}

const loaded = [];
const [arrival] = performance.getEntriesByType("navigation");
const before = JSON.parse(sessionStorage.getItem(storageKey) ?? "null");
if (arrival?.type === "back_forward" && before) {
  show(before);
  scrollTo(0, before.top);
}
addEventListener("pagehide", () => {
  sessionStorage.setItem(storageKey, JSON.stringify({ houses: loaded, next: results.dataset.next, top: scrollY }));
});
more.addEventListener("click", (event) => {
  event.preventDefault();
  load();
});
observer.observe(more);
