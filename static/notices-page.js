// The page of notifications: marks as read what is opened, or all of them; shows new ones as they come.
import { api, fetchPage, send } from "./api.js";
import { forget, show } from "./notices.js";
import { $, onPress } from "./ui.js";

const list = $("#notices");
const all = $("#read-all");
const lines = () => [...list.querySelectorAll("[data-notice]")];

function markRead(line) {
  delete line.dataset.unread;
  $(".badge", line)?.remove();
}

list.addEventListener("click", ({ target }) => {
  const line = target.closest("[data-notice][data-unread]");
  if (!line) return;
  markRead(line);
  forget();
  send("PUT", "/user/notifications/read", { ids: [Number(line.dataset.notice)] });
});

onPress(all, document, async () => {
  const newest = Math.max(...lines().map((line) => Number(line.dataset.notice)));
  show(await api("PUT", "/user/notifications/read", { up_to: newest }));
  lines().forEach(markRead);
  all.hidden = true;
});

document.addEventListener("ihome:event", async () => {
  if (location.search) return; // an older page does not change
  const page = await fetchPage(location.pathname).catch(() => null);
  if (!page) return; // the next event, or the reader, loads it again
  list.replaceChildren(...$("#notices", page).children);
  all.hidden = $("#read-all", page).hidden;
});
