// The first page: the arrows of its strips, and the houses that were looked at last.
import { api } from "./api.js";
import { markHearts } from "./hearts.js";
import { forget, recent } from "./recent.js";
import { $, card } from "./ui.js";

for (const strip of document.querySelectorAll("[data-strip]")) {
  const track = $(".carousel", strip);
  const turns = $(".strip-turns", strip);
  turns.hidden = false;
  const mark = () => {
    const end = track.scrollWidth - track.clientWidth - 1;
    $("[data-turn='-1']", turns).disabled = track.scrollLeft <= 0;
    $("[data-turn='1']", turns).disabled = track.scrollLeft >= end;
    turns.hidden = end <= 0;
  };
  turns.addEventListener("click", (event) => {
    const button = event.target.closest("[data-turn]");
    if (button) track.scrollBy({ left: track.clientWidth * 0.8 * Number(button.dataset.turn), behavior: motion() });
  });
  track.addEventListener("scroll", mark, { passive: true });
  new ResizeObserver(mark).observe(track);
}

function motion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

const place = $("#recent");

// A house that is gone is left out.
async function showRecent() {
  const found = await Promise.all(
    recent().map((id) =>
      api("GET", `/houses/${id}`)
        .then((page) => page.house)
        .catch(() => null),
    ),
  );
  const houses = found.filter(Boolean);
  $(".carousel", place).replaceChildren(...houses.map((house) => card(house)));
  place.hidden = houses.length === 0;
  markHearts(place);
}

$("[data-forget]", place).addEventListener("click", () => {
  forget();
  place.hidden = true;
});
showRecent();
