// The page of a house: its calendar, the price of the chosen stay, and the favourite button.
import "./cally.js";
import { api } from "./api.js";
import { bill } from "./bill.js";
import { announceTaken, Nights } from "./nights.js";
import { $, onPress, texts } from "./ui.js";

const house = $("#house");
const path = `/houses/${house.dataset.id}`;
const form = $("#booking");
const dates = $("#dates");
const place = $("#quote");
const note = $("#shortened");
const word = (key) => texts(key, "house-texts");

// The address holds the stay that the guest searched for. Each field fires its change event before the next one is
// filled: so an end before its start stays as typed, and the quote says what is wrong.
const asked = new URLSearchParams(location.search);
for (const name of ["sd", "ed", "guests"]) {
  const field = form.elements[name];
  if (asked.has(name)) field.value = asked.get(name);
  field.value ||= field.defaultValue;
  field.dispatchEvent(new Event("change"));
}

const stay = () => Object.fromEntries(new FormData(form));
const { taken } = await api("GET", `${path}/calendar`).catch(() => ({ taken: [] })); // the quote names a booked night as well
const nights = new Nights(taken);
dates.getDayParts = (date) => (nights.isTaken(date) ? "taken" : "");
announceTaken(dates, word("taken"));

// After the first click, the other end of the stay cannot lie behind a booked night.
const offer = (start) => {
  dates.isDateDisallowed = (date) => (start ? nights.isBetween(start, date) : nights.isUseless(date));
};
dates.addEventListener("rangestart", (event) => offer(event.detail.toISOString().slice(0, 10)));
dates.addEventListener("rangeend", () => offer());
offer();

let latest = 0;
async function quote() {
  const { sd, ed, guests } = stay();
  if (!sd || !ed) return;
  const request = ++latest;
  place.setAttribute("aria-busy", "true");
  try {
    const offered = await api("GET", `${path}/quote?${new URLSearchParams({ sd, ed, guests })}`);
    if (request !== latest) return;
    const table = document.createElement("table");
    table.className = "bill";
    bill(table, offered.items, offered.total, offered.deposit);
    place.replaceChildren(table);
  } catch (refused) {
    if (request !== latest) return;
    const problem = document.createElement("p");
    problem.className = "problem";
    problem.textContent = Object.values(refused.fields ?? {}).join("；") || refused.message;
    place.replaceChildren(problem);
  } finally {
    place.removeAttribute("aria-busy");
  }
}

// Ends a typed stay at its first booked night.
function shorten() {
  const { sd, ed } = stay();
  const last = sd && nights.lastEnd(sd);
  const cut = last && sd < last && last < ed;
  if (cut) form.elements.ed.value = last;
  note.textContent = cut ? word("shortened").replace("{day}", last) : "";
}

function changed() {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", `?${new URLSearchParams(chosen)}`);
  quote();
}

function mark() {
  const { sd, ed } = stay();
  if (sd && ed && sd < ed) dates.value = `${sd}/${ed}`;
}

dates.addEventListener("change", () => {
  const [start, end] = dates.value.split("/");
  form.elements.sd.value = start ?? "";
  form.elements.ed.value = end ?? "";
  note.textContent = "";
  changed();
});
form.addEventListener("change", () => {
  shorten();
  mark();
  changed();
});
mark();
quote();

const favouriteButton = $("#favourite");
if (favouriteButton && house.dataset.signedIn) {
  const { favourite } = await api("GET", `/user/favourites/${house.dataset.id}`).catch(() => ({ favourite: false }));
  draw(favourite);
}
onPress(favouriteButton, house, async () => {
  const isFavourite = favouriteButton.getAttribute("aria-pressed") === "true";
  await api(isFavourite ? "DELETE" : "PUT", `/user/favourites/${house.dataset.id}`);
  draw(!isFavourite);
});

function draw(isFavourite) {
  favouriteButton.setAttribute("aria-pressed", String(isFavourite));
  favouriteButton.textContent = word(isFavourite ? "favourite" : "add");
}
