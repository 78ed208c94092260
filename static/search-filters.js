// The search page: the sheet of filters. It says how many houses they find before they are applied.
import { api } from "./api.js";
import { $, fen, texts } from "./ui.js";

const WAIT = 250; // milliseconds after the last change
const SVG = "http://www.w3.org/2000/svg";
const MANY = 1000; // the API counts so far
const word = (key) => texts(key, "search-texts");

const form = $("#search");
const sheet = $("#filters");
const show = $(".filters-show", sheet);
const range = $(".price-range", sheet);
const [low, high] = ["low", "high"].map((name) => $(`[data-range=${name}]`, range));
const [lowField, highField] = ["min_yuan", "max_yuan"].map((name) => form.elements[name]);
let timer;
let asked = 0;
let bars = [];

// Prices are sent as the API names them. What is no amount is sent as it is, and the page says what is wrong.
form.addEventListener("formdata", ({ formData }) => {
  for (const end of ["min", "max"]) {
    const amount = fen(formData.get(`${end}_yuan`) ?? "");
    if (amount < 0) continue;
    formData.delete(`${end}_yuan`);
    formData.set(`${end}_price`, amount);
  }
});

async function count() {
  const request = ++asked;
  show.setAttribute("aria-busy", "true");
  const facts = await api("GET", `/houses/facets?${new URLSearchParams(new FormData(form))}`).catch(() => null);
  if (request !== asked) return;
  show.removeAttribute("aria-busy");
  if (!facts) return; // the form says what is wrong when it is sent
  show.textContent = label(facts.house_count);
  drawBars(facts.price_histogram);
}

function label(found) {
  if (!found) return word("none");
  if (found >= MANY) return word("showMany");
  return word("show")[found === 1 ? 0 : 1].replace("{n}", found);
}

function drawBars(histogram) {
  bars = histogram;
  const most = Math.max(1, ...bars.map((bar) => bar.house_count));
  const width = 240 / bars.length;
  const drawn = bars.map((bar, number) => {
    const height = bar.house_count ? Math.max(2, (bar.house_count / most) * 60) : 0;
    const shape = document.createElementNS(SVG, "rect");
    const size = { x: number * width + 1, y: 64 - height, width: width - 2, height, rx: 1 };
    for (const [name, value] of Object.entries(size)) shape.setAttribute(name, value);
    return shape;
  });
  $("svg", range).replaceChildren(...drawn);
  const step = (bars[0].to - bars[0].from) / 100;
  for (const input of [low, high]) Object.assign(input, { min: 0, max: step * bars.length, step });
  range.hidden = false;
  takeFields();
}

// The handles follow the fields, and the other way round. At its end, a handle is no limit.
function takeFields() {
  low.value = Number(lowField.value) || 0;
  high.value = Number(highField.value) || high.max;
  mark();
}

function takeHandles(moved) {
  const step = Number(low.step);
  if (moved === low) low.value = Math.min(Number(low.value), Number(high.value) - step);
  else high.value = Math.max(Number(high.value), Number(low.value) + step);
  lowField.value = Number(low.value) ? low.value : "";
  highField.value = high.value === high.max ? "" : high.value;
  mark();
}

function mark() {
  low.setAttribute("aria-valuetext", `¥${low.value}`);
  high.setAttribute("aria-valuetext", high.value === high.max ? `¥${high.max}+` : `¥${high.value}`);
  [...$("svg", range).children].forEach((shape, number) => {
    const from = bars[number].from / 100;
    shape.classList.toggle("is-out", from < Number(low.value) || from >= Number(high.value));
  });
}

sheet.addEventListener("input", ({ target }) => {
  if (target === low || target === high) takeHandles(target);
  else if (target === lowField || target === highField) takeFields();
  clearTimeout(timer);
  timer = setTimeout(count, WAIT);
});
for (const opener of document.querySelectorAll("[data-opens=filters]")) opener.addEventListener("click", count);
