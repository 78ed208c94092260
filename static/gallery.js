// The page of a house: its pictures. A strip with a count on a phone; a press opens all of them, one beside the other.
import { texts } from "./ui.js";

const word = (key) => texts(key, "house-texts");
const strip = document.querySelector(".gallery-grid");
const dialog = document.querySelector("#lightbox");
const slides = dialog.querySelector(".slides");
const place = dialog.querySelector("[data-place]");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const links = [...(strip?.querySelectorAll("a") ?? [])];

// The number of the child that is in view, from 0.
const inView = (row) => Math.round(row.scrollLeft / row.clientWidth);

function slide(link, number) {
  const figure = document.createElement("figure");
  const picture = document.createElement("picture");
  const source = Object.assign(document.createElement("source"), { type: "image/webp", srcset: link.dataset.webp });
  const image = Object.assign(new Image(Number(link.dataset.width), Number(link.dataset.height)), {
    loading: "lazy",
    alt: link.querySelector("img").alt,
  });
  image.src = link.href;
  picture.append(source, image);
  const caption = document.createElement("figcaption");
  caption.textContent = word("picture")
    .replace("{title}", document.querySelector("h1").textContent)
    .replace("{n}", number + 1)
    .replace("{count}", links.length);
  figure.append(picture, caption);
  return figure;
}

let shown = 0;
function mark() {
  shown = Math.min(links.length - 1, inView(slides));
  place.textContent = `${shown + 1} / ${links.length}`;
  for (const button of dialog.querySelectorAll("[data-move]")) {
    const target = shown + Number(button.dataset.move);
    button.setAttribute("aria-disabled", String(target < 0 || target >= links.length));
  }
}

function show(number, behavior = calm.matches ? "instant" : "smooth") {
  slides.scrollTo({ left: Math.max(0, Math.min(links.length - 1, number)) * slides.clientWidth, behavior });
}

function open(number) {
  if (!slides.childElementCount) slides.append(...links.map(slide));
  dialog.showModal();
  show(number, "instant");
  mark();
  slides.focus();
}

const KEYS = {
  ArrowLeft: () => shown - 1,
  ArrowRight: () => shown + 1,
  Home: () => 0,
  End: () => links.length - 1,
};

for (const opener of document.querySelectorAll(".gallery [data-picture]")) {
  opener.hidden = false;
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    open(Number(opener.dataset.picture) - 1);
  });
}
for (const button of dialog.querySelectorAll("[data-move]"))
  button.addEventListener("click", () => show(shown + Number(button.dataset.move)));
dialog.addEventListener("keydown", (event) => {
  if (!KEYS[event.key]) return;
  event.preventDefault();
  show(KEYS[event.key]());
});
slides.addEventListener("scroll", mark);
function count() {
  document.querySelector("[data-shown]").textContent = inView(strip) + 1;
}
if (strip) {
  strip.addEventListener("scroll", count);
  count(); // it may have been scrolled before this script came
}
addEventListener("resize", () => dialog.open && show(shown, "instant"));
