// The page of a user's favourite houses.
import { api } from "./api.js";
import { $, card, onPress, say } from "./ui.js";

const results = $("#results");
const more = $("#more");
let after = "";

async function load() {
  const data = await api("GET", `/user/favourites?size=24${after && `&after=${after}`}`);
  results.append(...data.houses.map((house) => card(house)));
  after = data.next ?? "";
  more.hidden = !after;
  $("#none").hidden = results.childElementCount > 0;
  results.removeAttribute("aria-busy");
}

onPress(more, document, load);
load().catch((refused) => {
  say(document, refused);
  results.removeAttribute("aria-busy");
});
