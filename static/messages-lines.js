// For the pages of messages: a message as an element, in its place among the others. Users' texts are textContent.
import { formatDay } from "./days.js";
import { $, texts } from "./ui.js";

const list = $("#lines");
export const word = (key) => texts(key, "messages-texts");

function make(name, className, text = "") {
  return Object.assign(document.createElement(name), { className, textContent: text });
}

// The text with the links that the backend names; each shows where it leads.
function textOf({ text, links }) {
  const made = make("p", "said-text");
  let rest = text;
  for (const link of links) {
    const start = rest.indexOf(link.text);
    const anchor = Object.assign(make("a", "", link.text), {
      href: link.text,
      target: "_blank",
      rel: "nofollow noopener noreferrer",
    });
    made.append(rest.slice(0, start), anchor, " ", make("small", "", `(${link.host})`));
    rest = rest.slice(start + link.text.length);
  }
  made.append(rest);
  return made;
}

function pictureOf({ sizes, width, height }) {
  const made = Object.assign(make("a", "said-picture"), { href: sizes[1600].jpeg, target: "_blank", rel: "noopener" });
  const image = Object.assign(new Image(width, height), { alt: word("picture"), src: sizes[320].jpeg });
  made.append(image);
  return made;
}

function warning() {
  const made = make("p", "said-warning");
  made.append($("#warning-sign").content.cloneNode(true), ` ${word("warning")}`);
  return made;
}

function footOf(message) {
  const made = make("p", "said-foot");
  if (!message.mine) {
    const button = Object.assign(make("button", "link", word("report")), { type: "button" });
    button.dataset.report = message.message_id;
    made.append(button);
  }
  made.append(Object.assign(make("time", "", message.time.slice(11, 16)), { dateTime: message.time }));
  return made;
}

function lineOf(message) {
  const made = make("li", "line");
  const link = Object.assign(make("a", "", message.text), { href: `/orders/${message.order_id}` });
  made.append(link, " ", Object.assign(make("time", "quiet", message.time.slice(11, 16)), { dateTime: message.time }));
  return made;
}

function saidOf(message) {
  const made = make("li", message.mine ? "said mine" : "said");
  made.append(...message.images.map(pictureOf), ...(message.text ? [textOf(message)] : []));
  if (message.warning) made.append(warning());
  made.append(footOf(message));
  return made;
}

// A message that waits to be sent; `state` says how far it is.
export function pending(message) {
  const made = make("li", "said mine");
  made.dataset.client = message.client_id;
  if (message.text) made.append(make("p", "said-text", message.text));
  else made.append(make("p", "said-text", `[${word("picture")}]`));
  made.append(make("p", "said-foot"));
  list.append(made);
  return made;
}

export function setState(item, key, problem, buttons = []) {
  const foot = $(".said-foot", item);
  foot.replaceChildren(
    problem || word(key),
    ...buttons.map(([label, press]) => {
      const button = Object.assign(make("button", "link", word(label)), { type: "button" });
      button.addEventListener("click", press);
      return button;
    }),
  );
  item.classList.toggle("is-failed", Boolean(problem));
}

const items = () => [...list.querySelectorAll("[data-id]")];
export const has = (id) => list.querySelector(`[data-id="${id}"]`) !== null;
export const lastId = () => Number(items().at(-1)?.dataset.id ?? 0);

// Puts a message where its id belongs; one that waited under its client_id gives way. Returns whether it is new.
export function place(message) {
  if (message.client_id) list.querySelector(`[data-client="${message.client_id}"]`)?.remove();
  if (has(message.message_id) || (message.kind === "system" && !message.text)) return false;
  const made = message.kind === "system" ? lineOf(message) : saidOf(message);
  made.dataset.id = message.message_id;
  made.dataset.time = message.time;
  const next = items().find((item) => Number(item.dataset.id) > message.message_id);
  list.insertBefore(made, next ?? list.querySelector("[data-client]"));
  return true;
}

// A line between two days, wherever the day changes.
export function separate() {
  for (const day of list.querySelectorAll(".day")) day.remove();
  let last = "";
  for (const item of items()) {
    const day = item.dataset.time.slice(0, 10);
    if (day !== last) item.before(make("li", "day", formatDay(day, { month: "short", day: "numeric" })));
    last = day;
  }
}

// Marks the last of one's own messages that the other one has read.
export function markRead(id) {
  for (const mark of list.querySelectorAll(".is-read")) mark.remove();
  const read = [...list.querySelectorAll(".mine[data-id]")].filter((item) => Number(item.dataset.id) <= id).at(-1);
  if (read) $(".said-foot", read).append(make("span", "is-read", word("read")));
}
