// For pages with cards of houses: the heart of each card. Who is not signed in is sent to sign in, and the heart that was
// pressed is set afterwards.
import { api } from "./api.js";
import { toast } from "./toast.js";
import { $ } from "./ui.js";

const PENDING = "heart";
const isGuest = $("[data-sign-in]") !== null; // the link to sign in
let saved = new Set();

// Marks the hearts of new cards.
export function markHearts(root = document) {
  for (const heart of root.querySelectorAll("[data-heart]")) draw(heart, saved.has(idOf(heart)));
}

export function draw(heart, isSaved) {
  heart.hidden = false;
  heart.setAttribute("aria-pressed", String(isSaved));
}

export const idOf = (heart) => Number(heart.closest("[data-house]").dataset.house);

// Saves a house, or removes it from the saved ones. Says what is refused.
export async function save(id, isSaved) {
  try {
    await api(isSaved ? "PUT" : "DELETE", `/user/favourites/${id}`);
  } catch (refused) {
    toast(refused.message);
    return false;
  }
  if (isSaved) saved.add(id);
  else saved.delete(id);
  return true;
}

async function press(heart) {
  const id = idOf(heart);
  if (isGuest) {
    sessionStorage.setItem(PENDING, id);
    location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    return;
  }
  await loaded; // what was saved before: its late answer would take the press back
  const isSaved = heart.getAttribute("aria-pressed") !== "true";
  draw(heart, isSaved);
  if (!(await save(id, isSaved))) draw(heart, !isSaved);
}

async function load() {
  const pending = Number(sessionStorage.getItem(PENDING));
  sessionStorage.removeItem(PENDING);
  if (pending) await save(pending, true);
  saved = new Set((await api("GET", "/user/favourites/ids")).house_ids);
}

document.addEventListener("click", (event) => {
  const heart = event.target.closest("[data-heart]");
  if (heart && !heart.dataset.own) press(heart);
});
markHearts();
const loaded = isGuest
  ? null
  : load()
      .then(() => markHearts())
      .catch(() => {}); // the hearts stay empty; a press says what is wrong
