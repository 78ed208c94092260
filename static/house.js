// The calendar with taken nights, the live quote, and the heart.
import "./cally.js";
import { api } from "./api.js";
import { bill } from "./bill.js";
import { $, onPress, texts } from "./ui.js";

const house = $("#house");
const path = `/houses/${house.dataset.id}`;
const form = $("#booking");
const dates = $("#dates");
const place = $("#quote");

const day = (date) => date.toISOString().slice(0, 10);
const before = (text) => {
  const date = new Date(`${text}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return day(date);
};

// A day can be chosen to arrive where its night is free, and to leave where the night before is.
const { taken } = await api("GET", `${path}/calendar`).catch(() => ({ taken: [] })); // the quote says so as well
const nights = new Set(taken);
dates.getDayParts = (date) => (nights.has(day(date)) ? "taken" : "");
dates.isDateDisallowed = (date) => nights.has(day(date)) && nights.has(before(day(date)));

let asked = 0;
async function quote() {
  const { sd, ed, guests } = Object.fromEntries(new FormData(form));
  if (!sd || !ed) return;
  const mine = ++asked;
  place.setAttribute("aria-busy", "true");
  try {
    const offer = await api("GET", `${path}/quote?${new URLSearchParams({ sd, ed, guests })}`);
    if (mine !== asked) return;
    const table = document.createElement("table");
    table.className = "bill";
    bill(table, offer.items, offer.total, offer.deposit);
    place.replaceChildren(table);
  } catch (refused) {
    if (mine !== asked) return;
    const problem = document.createElement("p");
    problem.className = "problem";
    problem.textContent = Object.values(refused.fields ?? {}).join("；") || refused.message;
    place.replaceChildren(problem);
  } finally {
    place.removeAttribute("aria-busy");
  }
}

dates.addEventListener("change", () => {
  const [start, end] = dates.value.split("/");
  form.elements.sd.value = start ?? "";
  form.elements.ed.value = end ?? "";
  quote();
});
form.addEventListener("change", () => {
  const { sd, ed } = Object.fromEntries(new FormData(form));
  if (sd && ed && sd < ed) dates.value = `${sd}/${ed}`;
  quote();
});
quote();

const heart = $("#favourite");
if (heart && house.dataset.signedIn) {
  const { houses } = await api("GET", "/user/favourites?size=50").catch(() => ({ houses: [] }));
  draw(houses.some((each) => String(each.house_id) === house.dataset.id));
}
onPress(heart, house, async () => {
  const kept = heart.getAttribute("aria-pressed") === "true";
  await api(kept ? "DELETE" : "PUT", `/user/favourites/${house.dataset.id}`);
  draw(!kept);
});

function draw(kept) {
  heart.setAttribute("aria-pressed", String(kept));
  heart.textContent = texts(kept ? "kept" : "keep", "house-texts");
}
