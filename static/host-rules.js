// The host's page for the rules of a house: which stays it accepts, and what further guests pay.
import { api } from "./api.js";
import { toast } from "./toast.js";
import { $, clone, fen, onSubmit, texts } from "./ui.js";

const form = $("#rules");
const NUMBERS = ["notice_days", "notice_hour", "window_days", "included_guests"];
const all = (selector) => [...form.querySelectorAll(selector)];

// -- rows that a host adds and removes

function addRow(list, values = {}) {
  const row = clone(`${list.dataset.rows}-row`);
  for (const [name, value] of Object.entries(values)) $(`[data-part=${name}]`, row).value = value;
  $("[data-remove]", row).addEventListener("click", () => {
    row.remove();
    $(`[data-add=${list.dataset.rows}]`).focus();
  });
  list.append(row);
  return row;
}

for (const list of all("[data-rows]")) {
  for (const known of JSON.parse(list.dataset.known)) addRow(list, known);
  const add = $(`[data-add=${list.dataset.rows}]`);
  add.hidden = false;
  add.addEventListener("click", () => $("input", addRow(list)).focus());
}

const rows = (kind) =>
  all(`[data-rows=${kind}] > li`).map((row) =>
    Object.fromEntries([...row.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part.value])),
  );

// -- what is sent

const weekdays = (kind) => all(`[data-closed=${kind}]:checked`).map((box) => Number(box.value));
const nights = (kind) => all(`[data-week=${kind}]`).map((field) => Number(field.value));

function rules() {
  const dates = rows("date");
  const on = (kind) => dates.filter((row) => [kind, "both"].includes(row.kind)).map((row) => row.day);
  const { elements } = form;
  return {
    ...Object.fromEntries(NUMBERS.map((name) => [name, Number(elements[name].value)])),
    weekday_min_nights: nights("min"),
    weekday_max_nights: nights("max"),
    seasons: rows("season").map((row) => ({
      ...row,
      min_nights: Number(row.min_nights),
      max_nights: Number(row.max_nights),
    })),
    no_arrival_weekdays: weekdays("arrival"),
    no_departure_weekdays: weekdays("departure"),
    no_arrival_dates: on("arrival"),
    no_departure_dates: on("departure"),
    fills_gaps: elements.fills_gaps.checked,
    extra_guest_price: fen(elements.extra_guest_price.value || "0"),
  };
}

// The page arrives again with the rules in words.
onSubmit(form, async () => {
  await api("PUT", `/houses/${form.dataset.house}/rules`, rules());
  history.replaceState(null, "", "#saved");
  location.reload();
});
if (location.hash === "#saved") {
  history.replaceState(null, "", location.pathname);
  toast(texts("saved"));
}
