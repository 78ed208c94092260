// The page of a house: the price of the chosen stay, and the favourite button.
import { api } from "./api.js";
import { bill } from "./bill.js";
import { isDay } from "./days.js";
import { pickerOf } from "./stay-picker.js";
import { $, onPress, texts } from "./ui.js";

const house = $("#house");
const path = `/houses/${house.dataset.id}`;
const form = $("#booking");
const picker = pickerOf($(".stay-picker", form));
const place = $("#quote");
const word = (key) => texts(key, "house-texts");

// The address holds the stay that the guest searched for.
const asked = new URLSearchParams(location.search);
picker.set(...["sd", "ed"].map((name) => (isDay(asked.get(name)) ? asked.get(name) : "")));
const guests = form.elements.guests;
if (asked.has("guests")) guests.value = asked.get("guests");
guests.value ||= guests.defaultValue;

const stay = () => Object.fromEntries(new FormData(form));

let latest = 0;
async function quote() {
  const { sd, ed, guests } = stay();
  if (!sd || !ed) return place.replaceChildren();
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

function changed() {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", `?${new URLSearchParams(chosen)}`);
  quote();
}

form.addEventListener("change", changed);
$("#choose")?.addEventListener("click", (event) => {
  event.preventDefault();
  picker.open();
});
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
