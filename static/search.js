// The search page: its parts, and on a phone the pill that opens the fields.
import "./dialog.js";
import "./search-filters.js";
import { startList } from "./search-list.js";
import { startMap } from "./search-map.js";
import { $ } from "./ui.js";

const pill = $(".search-pill");
pill.addEventListener("click", () => {
  const isOpen = pill.getAttribute("aria-expanded") === "true";
  pill.setAttribute("aria-expanded", String(!isOpen));
  if (!isOpen) $("#where").focus();
});

const list = startList();
startMap(list);

// The list of orders closes as a menu does.
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll(".sort[open]")) if (!menu.contains(target)) menu.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  const menu = key === "Escape" && $(".sort[open]");
  if (!menu) return;
  menu.open = false;
  $("summary", menu).focus();
});
