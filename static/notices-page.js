// The page of notices: marks those that this device has not shown before.
import { markSeen, seen } from "./notices.js";

const before = seen();
let newest = 0;
for (const line of document.querySelectorAll("[data-notice]")) {
  const id = Number(line.dataset.notice);
  newest = Math.max(newest, id);
  line.querySelector("[data-unread]").hidden = id <= before;
}
markSeen(newest);
