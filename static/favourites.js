// The page of a user's favourite houses. A house that is removed can be put back for some seconds.
import { api } from "./api.js";
import { draw, idOf, save } from "./hearts.js";
import { toast } from "./toast.js";
import { $, card, onPress, say, texts } from "./ui.js";

const results = $("#results");
const more = $("#more");
const word = (key) => texts(key, "favourite-texts");
let after = "";

async function load() {
  const data = await api("GET", `/user/favourites?size=24${after && `&after=${after}`}`);
  const cards = data.houses.map(own);
  if (after) results.append(...cards);
  else results.replaceChildren(...cards);
  after = data.next ?? "";
  more.hidden = !after;
  settle();
}

function own(house) {
  const made = card(house);
  const heart = $("[data-heart]", made);
  heart.dataset.own = "here"; // hearts.js leaves it alone
  draw(heart, true);
  return made;
}

function settle() {
  $("#none").hidden = results.childElementCount > 0;
  results.removeAttribute("aria-busy");
}

async function remove(heart) {
  const id = idOf(heart);
  const shown = heart.closest("[data-house]");
  if (!(await save(id, false))) return;
  const next = shown.nextElementSibling;
  ($("[data-heart]", next ?? document) ?? $("h1")).focus();
  shown.remove();
  settle();
  const isUndone = await toast(word("removed"), { undo: true });
  if (!isUndone || !(await save(id, true))) return;
  results.insertBefore(shown, next?.isConnected ? next : null);
  settle();
  heart.focus();
}

results.addEventListener("click", (event) => {
  const heart = event.target.closest("[data-heart]");
  if (heart) remove(heart);
});
onPress(more, document, load);
load().catch((refused) => {
  results.replaceChildren();
  say(document, refused);
  results.removeAttribute("aria-busy");
});
