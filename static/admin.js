// The admins' page: a queue of houses, and the chosen one with what changed since the last approval.
import { api } from "./api.js";
import { openMap } from "./open-map.js";
import { $, clone, fill, onPress, onSubmit, say, texts, yuan } from "./ui.js";

const CONFLICT = 4004;
const place = $("#review");
const { status } = place.dataset;
const list = $("#waiting");
const word = (key) => texts(key, "admin-texts");
const counted = (key, count) => texts("counted")[key][count === 1 ? 0 : 1].replace("{n}", count);
const money = (amount) => (amount === null ? "—" : `¥${yuan(amount)}`);
const position = ({ lat, lng }) => (lat === null ? "—" : `${lat}, ${lng}`);
const area = (id) => word("areas")[id] ?? id;
const rooms = (bedrooms) =>
  bedrooms
    .map(
      ({ name, beds }) =>
        `${name}: ${beds.map(({ kind, count }) => `${word("bed_names")[kind]} ×${count}`).join(", ")}`,
    )
    .join("\n") || "—";

let houses = [];

async function load() {
  const found = await api("GET", `/admin/houses?status=${status}`);
  houses = found.houses;
  for (const badge of document.querySelectorAll(".tabs [data-count]")) {
    badge.textContent = found.counts[badge.dataset.count];
    badge.hidden = false;
  }
  list.replaceChildren(...houses.map(entry));
  place.removeAttribute("aria-busy");
  show(0);
}

// -- the queue

function entry(house, index) {
  const made = fill(clone("entry"), {
    title: house.title,
    kind: [area(house.area_id), kind(house)].filter(Boolean).join(" · "),
  });
  $("button", made).addEventListener("click", () => show(index, { focus: true }));
  return made;
}

const kind = ({ changes }) => (status === "pending" ? word(changes ? "changed" : "first") : "");

list.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll("button")];
  const to = buttons[buttons.indexOf(document.activeElement) + step];
  to?.focus();
  if (to) show(buttons.indexOf(to));
});

// Shows the house at that place of the queue; the last one where there is none.
function show(index, { focus = false } = {}) {
  const at = Math.min(index, houses.length - 1);
  place.hidden = houses.length === 0;
  $("#none").hidden = houses.length > 0;
  for (const [number, button] of [...list.querySelectorAll("button")].entries())
    button.toggleAttribute("aria-current", number === at);
  $("#candidate").replaceChildren(...(houses.length ? [candidate(houses[at], at)] : []));
  if (!focus || !houses.length) return;
  $("#candidate h2").focus({ preventScroll: true });
  $("#candidate article").scrollIntoView();
}

// -- one house

function candidate(house, index) {
  const { changes } = house;
  const removed = changes?.images_removed ?? 0;
  const made = fill(clone("row"), {
    title: house.title,
    kind: kind(house),
    removed: removed ? word("removed")[removed === 1 ? 0 : 1].replace("{n}", removed) : "",
  });
  $("[data-images]", made).replaceChildren(...house.images.map((image, number) => picture(image, number, changes)));
  $("[data-facts]", made).replaceChildren(...facts(house).map(([name, now, before]) => fact(name, now, before)));
  $("[data-facilities]", made).replaceChildren(...house.facilities.map(({ name }) => facility(name)));
  decisions($("form", made), house, index);
  if (house.lat !== null) showMap($("[data-map]", made), house);
  return made;
}

function facility(name) {
  return Object.assign(document.createElement("li"), { className: "badge", textContent: texts("names")[name] ?? name });
}

async function showMap(section, { lat, lng }) {
  section.hidden = false;
  const map = await openMap($(".map", section), { center: [lat, lng], zoom: 14, interactive: true });
  map.marker(lat, lng, { label: word("marker") });
}

function picture(image, number, changes) {
  const made = clone("picture");
  $("a", made).href = image.sizes["1600"].jpeg;
  const shown = $("img", made);
  shown.src = image.sizes["320"].webp;
  shown.alt = `${word("picture")} ${number + 1}`;
  $("mark", made).hidden = !changes?.images_added.includes(image.image_id);
  return made;
}

// The facts of a house: name, present value, and the approved value where it differs.
function facts(house) {
  const { prices } = house;
  const before = house.changes?.before ?? {};
  const moved = "lat" in before || "lng" in before;
  const size = [counted("rooms", house.room_count), `${house.acreage} m²`, counted("guests", house.capacity)];
  return [
    ["title", house.title, before.title],
    ["area", area(house.area_id), "area_id" in before ? area(before.area_id) : undefined],
    ["address", house.address, before.address],
    ["address_detail", house.address_detail || "—", before.address_detail],
    ["place", position(house), moved ? position({ lat: house.lat, lng: house.lng, ...before }) : undefined],
    ["unit", house.unit, before.unit],
    ["size", size.join(" · ")],
    ["beds", house.beds, before.beds],
    ["bedrooms", rooms(house.bedrooms), before.bedrooms && rooms(before.bedrooms)],
    ["description", house.description || "—", before.description],
    ["rules", house.rules || "—", before.rules],
    ["times", `${house.check_in_from} – ${house.check_out_until}`],
    [
      "price",
      `${money(prices.price)} · ${word("weekend")} ${money(prices.weekend_price)} · ${word("cleaning")} ${money(prices.cleaning_fee)}`,
    ],
    ["discounts", `${prices.weekly_discount}% · ${prices.monthly_discount}%`],
    ["cancellation", word("policies")[prices.cancellation]],
    ["deposit", money(house.deposit)],
    ["nights", `${house.min_days}–${house.max_days || "∞"}`],
    ["host", house.user_name],
    ...(house.review_reason ? [["reason", house.review_reason]] : []),
  ];
}

function fact(name, now, before) {
  const made = fill(clone("fact"), { label: word(name), now, before: before || "—" });
  made.classList.toggle("changed", before !== undefined);
  $(".before", made).hidden = before === undefined;
  return made;
}

// -- deciding

function decisions(form, house, index) {
  const decide = async (decision) => {
    try {
      await api("PUT", `/admin/houses/${house.house_id}/review`, { ...decision, revision: house.revision });
    } catch (refused) {
      if (refused.errno !== CONFLICT) throw refused;
      await load();
      say($("#page-problem"), refused);
      return;
    }
    await load();
    show(index, { focus: true });
  };
  const approve = $("[data-approve]", form);
  approve.hidden = status === "approved";
  onSubmit(form, ({ reason }) => decide({ approve: false, ...(reason && { reason }) }));
  onPress(approve, form, () => decide({ approve: true }));
  form.closest("article").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.ctrlKey) return;
    event.preventDefault();
    approve.click();
  });
  $("[data-reasons]", form).addEventListener("click", ({ target }) => {
    const chip = target.closest("button");
    if (!chip) return;
    form.elements.reason.value = chip.textContent.trim();
    form.elements.reason.focus();
  });
}

load().catch((refused) => {
  say($("#page-problem"), refused);
  place.removeAttribute("aria-busy");
});
