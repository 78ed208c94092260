// For all pages: texts in the reader's language, forms that show errors beside their fields, and lists.
import { dismiss, renew, values } from "./captcha.js";

const blocks = new Map();

export function texts(key, block = "texts") {
  if (!blocks.has(block)) blocks.set(block, JSON.parse(document.getElementById(block)?.textContent ?? "{}"));
  return blocks.get(block)[key] ?? key;
}

export const $ = (selector, within = document) => within.querySelector(selector);

const whole = new Intl.NumberFormat("en");
const exact = new Intl.NumberFormat("en", { minimumFractionDigits: 2 });

export function yuan(fen) {
  return (fen % 100 ? exact : whole).format(fen / 100);
}

// Typed yuan as fen; -1, which the backend refuses, where the text is no amount.
export function fen(text) {
  const match = /^\s*(\d{1,12})(?:\.(\d{1,2}))?\s*$/.exec(text);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : -1;
}

// A number with its noun in the reader's language: the page's texts have `key` as [singular, plural].
export function plural(number, key) {
  const [singular, other] = texts("counted")[key];
  return (number === 1 ? singular : other).replace("{n}", number);
}

// The name of a district or a facility, which the API has in Chinese.
export const areaName = (name) => texts("names")[name] ?? name;

export function fill(root, values) {
  for (const [name, value] of Object.entries(values)) {
    for (const place of root.querySelectorAll(`[data-f="${name}"]`)) place.textContent = value ?? "";
  }
  return root;
}

export function clone(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

export function say(root, refused) {
  const place = $(".problem:not(#unsent)", root);
  place.textContent = refused.message;
  place.hidden = false;
}

export function clear(root) {
  for (const place of root.querySelectorAll(".problem:not(#unsent)")) place.hidden = true;
  for (const place of root.querySelectorAll(".wrong")) place.remove();
  for (const field of root.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

// Shows a refusal in its form: beside each wrong field, else above the button.
export function show(form, refused) {
  let first = null;
  for (const [name, text] of Object.entries(refused.fields ?? {})) {
    const field = [form.elements[name]].flat()[0];
    if (!(field instanceof HTMLElement)) continue;
    const note = document.createElement("small");
    note.className = "wrong";
    note.id = `${form.id}-${name}-wrong`;
    note.textContent = field.dataset.wrong ?? text; // the API counts in fen where the page counts in yuan
    if (field.matches("input, select, textarea")) field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", note.id);
    (field.closest("label, .field") ?? field).append(note);
    untilChanged(field, note);
    first ??= field;
  }
  if (first) first.focus();
  else
    say(
      form,
      Object.keys(refused.fields ?? {}).length ? { message: Object.values(refused.fields).join("；") } : refused,
    );
}

// What was wrong with a field is not said of what is typed next.
function untilChanged(field, note) {
  const changed = new AbortController();
  for (const kind of ["input", "change"]) {
    field.addEventListener(
      kind,
      () => {
        changed.abort();
        field.removeAttribute("aria-invalid");
        note.remove();
      },
      { signal: changed.signal },
    );
  }
}

// On submit, runs `work` with the form's values; the button is busy meanwhile.
export function onSubmit(form, work) {
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.submitter ?? $("button:not([type=button])", form);
    clear(form);
    const done = $(".done", form);
    if (done) done.textContent = "";
    button.setAttribute("aria-busy", "true");
    button.disabled = true;
    try {
      await work(values(form), form);
      dismiss(form);
      if (done) done.textContent = texts("saved");
    } catch (refused) {
      show(form, refused);
      renew(form, refused);
    } finally {
      button.removeAttribute("aria-busy");
      button.disabled = false;
    }
  });
}

// Returns a function that shows on the form's button for how many seconds the request still waits.
export function queue(form) {
  const button = $("button:not([type=button])", form);
  const label = button.textContent;
  return (seconds) => {
    button.textContent = seconds ? texts("queued").replace("%d", seconds) : label;
  };
}

// On a click, runs `work`; shows a refusal within `root`.
export function onPress(button, root, work) {
  button?.addEventListener("click", async () => {
    clear(root);
    button.disabled = true;
    try {
      await work();
    } catch (refused) {
      say(root, refused);
    } finally {
      button.disabled = false;
    }
  });
}

// A house in a list; `stay` is the query for the link to its page, `total` the price of that stay in fen.
export function card(house, stay = "", total = null) {
  const made = clone("card");
  const frame = $(".frame", made);
  made.dataset.house = house.house_id;
  fill(made, {
    title: house.title,
    facts: [areaName(house.area_name), plural(house.room_count, "rooms"), plural(house.capacity, "guests")].join(" · "),
    price: yuan(house.price),
    rating: house.rating,
    reviews: house.review_count,
    total: total === null ? "" : yuan(total),
  });
  $("[data-part=rating]", made).hidden = !house.rating;
  $("[data-part=total]", made).hidden = total === null;
  $("[data-heart]", made).setAttribute("aria-label", `${texts("save")} ${house.title}`);
  $("a", made).href = `/houses/${house.house_id}${stay}`;
  if (house.image_url) {
    const image = new Image(320, 213);
    image.alt = "";
    image.loading = "lazy";
    image.src = house.image_url;
    frame.append(image);
  }
  return made;
}

export function local(moment) {
  return new Date(moment).toLocaleString(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Shanghai", // where the houses are
  });
}

// The address to open after signing in: of this site, or `otherwise`.
export function next(otherwise = "/") {
  const wanted = new URLSearchParams(location.search).get("next") ?? "";
  return wanted && own(wanted) ? new URL(wanted, location.origin).href : otherwise;
}

// Whether an address is of this site. A path that begins with // would name another site.
function own(address) {
  if (!URL.canParse(address, location.origin)) return false;
  const { origin, pathname } = new URL(address, location.origin);
  return origin === location.origin && !pathname.startsWith("//");
}
