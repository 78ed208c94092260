// For all pages of who is signed in: a mark in the navigation where there are notices that this device has not shown.
import { api } from "./api.js";

const SEEN = "notices-seen"; // on this device: the id of the newest notice that was shown
const NEWEST = "notices-newest"; // in this tab: the id of the newest notice, and when it was asked for
const SECONDS = 60;

// The id of the newest notice that this device has shown; 0 before the first one.
export const seen = () => Number(localStorage.getItem(SEEN) ?? 0);

export function markSeen(id) {
  if (id > seen()) localStorage.setItem(SEEN, id);
  mark(0);
}

export function forget() {
  localStorage.removeItem(SEEN);
  sessionStorage.removeItem(NEWEST);
}

function mark(newest) {
  const unread = newest > seen();
  for (const link of document.querySelectorAll("[data-notices]")) {
    link.toggleAttribute("data-unread", unread);
    if (unread) link.setAttribute("aria-label", `${link.textContent.trim()} · ${link.dataset.notices}`);
    else link.removeAttribute("aria-label");
  }
}

async function newest() {
  const [id, asked] = (sessionStorage.getItem(NEWEST) ?? "0 0").split(" ").map(Number);
  if (Date.now() - asked < SECONDS * 1000) return id;
  const { notices } = await api("GET", "/user/notices?size=1");
  const found = notices[0]?.notice_id ?? 0;
  sessionStorage.setItem(NEWEST, `${found} ${Date.now()}`);
  return found;
}

if (document.querySelector("[data-notices]") && location.pathname !== "/notices") {
  newest().then(mark, () => {}); // a page works without its mark
}
