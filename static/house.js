// The page of a house: the price of the chosen stay, the favourite button, sharing, the map, and the place in the page.
import { api } from "./api.js";
import { bill } from "./bill.js";
import { formatDay } from "./days.js";
import "./house-reviews.js";
import { openMap } from "./open-map.js";
import { pickerOf } from "./stay-picker.js";
import { $, onPress, plural, texts, yuan } from "./ui.js";

const house = $("#house");
const path = `/houses/${house.dataset.id}`;
const form = $("#booking");
const picker = pickerOf($(".stay-picker", form));
const place = $("#quote");
const bar = Object.fromEntries([...document.querySelectorAll("[data-bar]")].map((part) => [part.dataset.bar, part]));
const word = (key) => texts(key, "house-texts");
const short = (day) => formatDay(day, { month: "short", day: "numeric" });
const price = [...(bar.price?.childNodes ?? [])]; // as the server wrote it

const stay = () => Object.fromEntries(new FormData(form));

let latest = 0;
async function quote() {
  const { sd, ed, guests } = stay();
  const request = ++latest;
  if (!sd || !ed) return show(null);
  place.setAttribute("aria-busy", "true");
  try {
    const offered = await api("GET", `${path}/quote?${new URLSearchParams({ sd, ed, guests })}`);
    if (request === latest) show(offered);
  } catch (refused) {
    if (request === latest) show(null, Object.values(refused.fields ?? {}).join("；") || refused.message);
  } finally {
    if (request === latest) place.removeAttribute("aria-busy");
  }
}

// Shows the bill of the stay; or what is wrong with it; or neither.
function show(offered, wrong = "") {
  place.replaceChildren(...(offered ? [table(offered)] : []), ...(wrong ? [problem(wrong)] : []));
  $("#refunds").replaceChildren(...(offered ? refunds(offered.refunds).map(line) : []));
  house.classList.toggle("has-dates", Boolean(offered));
  if (bar.act) showInBar(offered);
}

function table({ items, total, deposit }) {
  const made = document.createElement("table");
  made.className = "bill";
  bill(made, items, total, deposit);
  return made;
}

function line(textContent) {
  return Object.assign(document.createElement("p"), { textContent });
}

function problem(text) {
  return Object.assign(document.createElement("p"), { className: "problem", textContent: text });
}

function refunds(list) {
  if (!list.length) return [word("noRefund")];
  return list.map(({ until, percent, amount }) =>
    word("refund")
      .replace("{day}", short(until))
      .replace("{percent}", percent)
      .replace("{amount}", `¥${yuan(amount)}`),
  );
}

function showInBar(offered) {
  if (offered) bar.price.textContent = word("total").replace("{total}", `¥${yuan(offered.total)}`);
  else bar.price.replaceChildren(...price);
  const { sd, ed } = stay();
  bar.stay.hidden = !offered;
  if (offered) bar.stay.textContent = `${short(sd)} – ${short(ed)} · ${plural(offered.days, "nights")}`;
  bar.act.textContent = word(offered ? "book" : "dates");
}

form.addEventListener("change", () => {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", `?${new URLSearchParams(chosen)}`);
  quote();
});
bar.act?.addEventListener("click", (event) => {
  event.preventDefault();
  if (house.classList.contains("has-dates")) form.requestSubmit();
  else picker.open();
});
bar.stay?.addEventListener("click", (event) => {
  event.preventDefault();
  picker.open();
});
quote();

const favouriteButton = $("#favourite");
function draw(isFavourite) {
  favouriteButton.setAttribute("aria-pressed", String(isFavourite));
  $("span", favouriteButton).textContent = word(isFavourite ? "favourite" : "add");
}
// What is known of it: a press waits for that, so that a late answer takes nothing back.
const known =
  favouriteButton && house.dataset.signedIn
    ? api("GET", `/user/favourites/${house.dataset.id}`).then(
        ({ favourite }) => draw(favourite),
        () => {}, // the heart stays empty; a press says what is wrong
      )
    : null;
onPress(favouriteButton, house, async () => {
  await known;
  const isFavourite = favouriteButton.getAttribute("aria-pressed") === "true";
  await api(isFavourite ? "DELETE" : "PUT", `/user/favourites/${house.dataset.id}`);
  draw(!isFavourite);
});

// A phone has its own way to share; elsewhere the address can be copied.
const share = $("#share");
share.hidden = false;
share.addEventListener("click", () => {
  const shared = { title: document.title, url: $("link[rel=canonical]")?.href ?? location.href };
  if (navigator.share)
    navigator.share(shared).catch(() => {}); // the reader has changed their mind
  else $("#sharing").showModal();
});
$("#copy-address").addEventListener("click", async () => {
  const field = $("#share-address");
  field.select();
  await navigator.clipboard.writeText(field.value);
  $("#sharing .done").textContent = word("copied");
});

// A long description shows its beginning.
const story = $("[data-clamp]");
if (story && story.scrollHeight > 220) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet-button" });
  const fold = (closed) => {
    story.classList.toggle("clamped", closed);
    button.setAttribute("aria-expanded", String(!closed));
    button.textContent = word(closed ? "more" : "less");
  };
  button.addEventListener("click", () => fold(!story.classList.contains("clamped")));
  fold(true);
  story.after(button);
}

// The link of the part that is being read is marked.
const anchors = new Map([...document.querySelectorAll(".house-anchors a")].map((link) => [link.hash.slice(1), link]));
const watcher = new IntersectionObserver(
  (entries) => {
    const seen = entries.find((entry) => entry.isIntersecting);
    if (!seen) return;
    for (const link of anchors.values()) link.removeAttribute("aria-current");
    anchors.get(seen.target.id).setAttribute("aria-current", "true");
  },
  { rootMargin: "-20% 0px -70%" },
);
for (const id of anchors.keys()) watcher.observe(document.getElementById(id));

const frame = $(".house-map");
if (frame) {
  const { lat, lng, exact } = frame.dataset;
  const centre = [Number(lat), Number(lng)];
  const map = $(".map", frame);
  const zoom = map.dataset.tiles ? 14 : 12; // without streets, the district is the context
  openMap(map, { center: centre, zoom })
    .then((opened) => (exact ? opened.marker(...centre) : opened.circle(...centre, 400)))
    .catch(() => {}); // the address is above the map
}
