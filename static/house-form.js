// For the pages that publish or edit a house: its form as the API wants it, bedrooms, the map, and the usual price.
import { api } from "./api.js";
import { openMap } from "./open-map.js";
import { $, clone, fen, show, texts, yuan } from "./ui.js";

const word = (key) => texts(key, "house-texts");
const MONEY = ["price", "deposit", "cleaning_fee", "weekend_price"];
const WHOLE = ["area_id", "room_count", "acreage", "capacity", "min_days", "max_days"];

// What the host has typed, as texts by field: a draft's content.
export function typed(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) if (name !== "facility") values[name] = String(value);
  values.facility = [...form.querySelectorAll("[name=facility]:checked")].map((box) => box.value).join(",");
  return values;
}

// The body of a request that publishes or changes the house.
export function body(form) {
  const values = typed(form);
  const sent = { ...values, facility: values.facility.split(",").filter(Boolean).map(Number) };
  for (const name of MONEY) {
    if (!(name in sent)) continue;
    if (name === "weekend_price" && !sent[name].trim()) delete sent[name];
    else sent[name] = fen(sent[name]);
  }
  for (const name of WHOLE) if (/^\d+$/.test(sent[name])) sent[name] = Number(sent[name]);
  sent.bedrooms = JSON.parse(values.bedrooms || "[]");
  if (!sent.lat) [sent.lat, sent.lng] = [null, null];
  return sent;
}

// Shows what is wrong with the fields of a section; returns whether all is right.
export function check(form, section) {
  const fields = {};
  for (const field of section.querySelectorAll("input[name], select[name], textarea[name]")) {
    if (problem(field)) fields[field.name] = field.dataset.wrong;
  }
  if (Object.keys(fields).length) show(form, { fields });
  return Object.keys(fields).length === 0;
}

function problem({ value, required, dataset }) {
  const text = value.trim();
  if (!text) return required;
  if (dataset.least === undefined) return false;
  const number = "money" in dataset ? fen(text) : Number(text);
  return !Number.isInteger(number) || number < Number(dataset.least) || number > Number(dataset.most);
}

// Brings the parts of the form to life that are more than fields; each change fires `change` on the form.
export function openForm(form) {
  openChips(form);
  openBedrooms(form);
  openPlace(form).catch(() => say(form, "no_map"));
  openSuggestion(form);
}

const changed = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));

function openChips(form) {
  for (const chips of form.querySelectorAll("[data-fills]")) {
    const field = form.elements[chips.dataset.fills];
    const mark = () => {
      for (const chip of chips.children) chip.setAttribute("aria-pressed", String(chip.value === field.value));
    };
    chips.addEventListener("click", ({ target }) => {
      const chip = target.closest("button");
      if (!chip) return;
      field.value = chip.value;
      mark();
      changed(field);
    });
    field.addEventListener("input", mark);
    mark();
  }
}

// -- bedrooms

function openBedrooms(form) {
  const place = $("[data-bedrooms]", form);
  const list = $(".bedrooms", place);
  const field = form.elements.bedrooms;
  const write = () => {
    const before = summary(JSON.parse(field.value || "[]"));
    const rooms = [...list.children].map(readRoom);
    field.value = JSON.stringify(rooms);
    const { beds } = form.elements;
    if (!beds.value.trim() || beds.value === before) beds.value = summary(rooms);
    changed(field);
  };
  for (const room of JSON.parse(field.value || "[]")) list.append(makeRoom(room));
  const add = $("[data-add-room]", place);
  add.hidden = false;
  add.addEventListener("click", () => {
    const name = word("bedroom").replace("{n}", list.children.length + 1);
    const made = makeRoom({ name, beds: [{ kind: "double", count: 1 }] });
    list.append(made);
    $("[data-room-name]", made).focus();
    write();
  });
  list.addEventListener("change", (event) => {
    event.stopPropagation();
    write();
  });
  list.addEventListener("click", ({ target }) => {
    const room = target.closest(".bedrooms > li");
    if (target.closest("[data-add-bed]")) $(".bed-groups", room).append(makeBed({ kind: "single", count: 1 }));
    else if (target.closest("[data-remove-bed]")) target.closest(".bed-group").remove();
    else if (target.closest("[data-remove-room]")) {
      room.remove();
      add.focus();
    } else return;
    write();
  });
}

function makeRoom({ name, beds }) {
  const made = clone("bedroom");
  $("[data-room-name]", made).value = name;
  $(".bed-groups", made).append(...beds.map(makeBed));
  return made;
}

function makeBed({ kind, count }) {
  const made = clone("bed-group");
  $("[data-kind]", made).value = kind;
  $("[data-count]", made).value = count;
  return made;
}

function readRoom(room) {
  const beds = [...room.querySelectorAll(".bed-group")].map((bed) => ({
    kind: $("[data-kind]", bed).value,
    count: Math.min(20, Math.max(1, Number.parseInt($("[data-count]", bed).value, 10) || 1)),
  }));
  return { name: $("[data-room-name]", room).value.trim() || word("bedroom").replace("{n}", 1), beds };
}

// All beds in words, for lists of houses.
function summary(rooms) {
  const counts = new Map();
  for (const { kind, count } of rooms.flatMap(({ beds }) => beds)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const parts = [...counts].map(([kind, count]) =>
    word("bed_count").replace("{bed}", word("beds")[kind]).replace("{n}", count),
  );
  return parts.join(word("and")).slice(0, 64);
}

// -- the place on the map

const CITY = [39.93, 116.42];
const said = (form) => $("[data-place-said]", form);
const say = (form, key) => (said(form).textContent = word(key));

async function openPlace(form) {
  const { lat, lng } = form.elements;
  const known = lat.value ? [Number(lat.value), Number(lng.value)] : null;
  const map = await openMap($(".map", form), { center: known ?? CITY, zoom: known ? 15 : 10, interactive: true });
  const [pin, unpin] = [$("[data-pin]", form), $("[data-unpin]", form)];
  let marker = null;
  const note = (place) => {
    [lat.value, lng.value] = place ? [place.lat.toFixed(6), place.lng.toFixed(6)] : ["", ""];
    [pin.hidden, unpin.hidden] = [Boolean(place), !place];
    changed(lat);
  };
  const put = (north, east) => {
    marker = map.marker(north, east, { draggable: true, label: word("marker"), onMove: note });
    [pin.hidden, unpin.hidden] = [true, false];
  };
  if (known) put(...known);
  else pin.hidden = false;
  pin.addEventListener("click", () => {
    const { south, west, north, east } = map.bounds();
    const middle = { lat: (south + north) / 2, lng: (west + east) / 2 };
    put(middle.lat, middle.lng);
    note(middle);
    say(form, "placed");
    unpin.focus();
  });
  unpin.addEventListener("click", () => {
    marker.remove();
    note(null);
    say(form, "removed");
    pin.focus();
  });
}

// -- what similar homes cost

function openSuggestion(form) {
  const place = $("[data-suggestion]", form);
  let asked = "";
  const ask = async () => {
    const names = ["area_id", "room_count", "capacity"];
    const query = new URLSearchParams(names.map((name) => [name, form.elements[name].value])).toString();
    if (query === asked || names.some((name) => !form.elements[name].value)) return;
    asked = query;
    const found = await api("GET", `/user/price-suggestion?${query}`);
    place.hidden = false;
    place.textContent = found.low === null ? word("no_suggestion") : suggestion(found);
  };
  const shown = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) ask().catch(() => (place.hidden = true));
  });
  shown.observe(form.elements.price);
}

function suggestion({ low, high, house_count: count }) {
  return word("suggestion")
    .replace("{low}", `¥${yuan(low)}`)
    .replace("{high}", `¥${yuan(high)}`)
    .replace("{count}", count);
}

// Asks before the page is left while `unsaved()`.
export function guard(unsaved) {
  addEventListener("beforeunload", (event) => {
    if (unsaved()) event.preventDefault();
  });
}
