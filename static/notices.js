// For all pages of who is signed in: how much is unread, at the links with `data-count="notifications"` or "messages".
// `data-said` is what a screen reader is told then: "{n} unread".
import { api, send } from "./api.js";

const LINKS = "[data-count][data-said]";
const KEPT = "unread"; // in this tab: the last counts, and when they were asked for
const SECONDS = 60;
const SETTLED = 500; // ms: events often come together
const MAX_SHOWN = 99;

export function forget() {
  sessionStorage.removeItem(KEPT);
}

// Shows these counts; one that is left out stays as it was.
export function show(counts) {
  const all = { ...kept().counts, ...counts };
  sessionStorage.setItem(KEPT, JSON.stringify({ counts: all, at: Date.now() }));
  for (const link of document.querySelectorAll(LINKS)) {
    const count = all[link.dataset.count] ?? 0;
    link.dataset.label ??= link.getAttribute("aria-label") ?? link.textContent.trim();
    if (count) link.dataset.unread = count > MAX_SHOWN ? `${MAX_SHOWN}+` : count;
    else delete link.dataset.unread;
    const said = count ? `${link.dataset.label} · ${link.dataset.said.replace("{n}", link.dataset.unread)}` : "";
    link.setAttribute("aria-label", said || link.dataset.label);
  }
}

export async function refresh() {
  show(await api("GET", "/user/unread"));
}

function kept() {
  return JSON.parse(sessionStorage.getItem(KEPT) ?? '{ "counts": {}, "at": 0 }');
}

let waiting = 0;
document.addEventListener("ihome:event", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => refresh().catch(() => {}), SETTLED);
});

if (document.querySelector(LINKS)) {
  const { counts, at } = kept();
  if (Date.now() - at < SECONDS * 1000) show(counts);
  else refresh().catch(() => {}); // a page works without its counts
}

// The language that is chosen on a page is also that of mails and messages.
for (const link of document.querySelectorAll("[data-lang]")) {
  link.addEventListener("click", () => {
    send("PUT", "/user/notification-settings", { language: link.dataset.lang.slice(0, 2) });
  });
}
