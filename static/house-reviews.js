// The page of a house: more reviews, and only those with so many stars, without leaving the page.
import { api } from "./api.js";
import { formatDay } from "./days.js";
import { $, clone, fill, texts } from "./ui.js";

const list = $("#review-list");
const more = $("#more-reviews");
const problem = $("#reviews-problem");
const stars = [...document.querySelectorAll("#reviews [data-stars]")];
const path = `/houses/${$("#house").dataset.id}/reviews`;
let chosen = "";
let after = "";

function review(said) {
  const made = clone("review");
  const time = formatDay(said.time.slice(0, 10), { year: "numeric", month: "short", day: "numeric" });
  fill(made, { name: said.user_name, content: said.content, reply: said.reply, time });
  $("time", made).dateTime = said.time;
  $("[data-part=reply]", made).hidden = !said.reply;
  drawStars($(".stars", made), said.rating);
  if (said.user_avatar) avatar(made, said);
  else $(".avatar", made).textContent = said.user_name.slice(0, 1);
  return made;
}

function drawStars(place, rating) {
  place.hidden = !rating;
  place.setAttribute("aria-label", texts("stars", "house-texts")[rating === 1 ? 0 : 1].replace("{n}", rating));
  for (const star of [...place.querySelectorAll("svg")].slice(rating ?? 0)) star.remove();
}

function avatar(made, said) {
  const image = Object.assign(new Image(96, 96), { className: "avatar small", alt: "", loading: "lazy" });
  image.src = said.user_avatar;
  $(".avatar", made).replaceWith(image);
}

async function load(replaces) {
  problem.hidden = true;
  list.setAttribute("aria-busy", "true");
  try {
    const page = await api("GET", `${path}?${new URLSearchParams({ after: replaces ? "" : after, rating: chosen })}`);
    const made = page.reviews.map(review);
    if (replaces) list.replaceChildren(...made);
    else list.append(...made);
    after = page.next ?? "";
    if (more) more.hidden = !after;
  } catch (refused) {
    problem.textContent = refused.message;
    problem.hidden = false;
  } finally {
    list.removeAttribute("aria-busy");
  }
}

// The page has the first few reviews: the first press loads them again with those that follow.
more?.addEventListener("click", async (event) => {
  event.preventDefault();
  const known = list.childElementCount;
  await load(!after);
  list.children[known]?.querySelector("strong")?.focus();
});

for (const link of stars) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    chosen = chosen === link.dataset.stars ? "" : link.dataset.stars;
    for (const each of stars) each.toggleAttribute("aria-current", each.dataset.stars === chosen);
    for (const each of stars) if (each.dataset.stars === chosen) each.setAttribute("aria-current", "true");
    load(true);
  });
}
