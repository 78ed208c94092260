// The host's page of one calendar over all houses: nights of one house are chosen by two presses, or by keys.
import { NightActions } from "./night-actions.js";
import { $ } from "./ui.js";

const dialog = $("#night-dialog");
const table = $(".nights-table");

if (dialog) {
  const actions = new NightActions($("#nights"), redraw);
  const days = $(".days-list");
  let start = null; // the button of the first night

  const cells = () => [...table.querySelectorAll("[data-night]")];
  const row = (button) => button.closest("tr");
  const mark = (buttons) => {
    for (const cell of cells()) cell.closest("td").classList.toggle("chosen", buttons.includes(cell));
  };
  const between = (one, other) => {
    const [from, to] = [one.dataset.night, other.dataset.night].sort();
    return [...row(one).querySelectorAll("[data-night]")].filter(
      ({ dataset }) => dataset.night >= from && dataset.night <= to,
    );
  };
  const open = (house, title, nights) => {
    actions.choose(house, nights, title);
    dialog.showModal();
  };

  // After a change: the calendars as the server now has them, scrolled and focused as they were.
  async function redraw() {
    dialog.close();
    const { night } = document.activeElement.dataset;
    const house = document.activeElement.closest("[data-house]")?.dataset.house;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) {
      location.reload();
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    $("tbody", table).replaceWith($(".nights-table tbody", fresh));
    days.replaceChildren(...$(".days-list", fresh).children);
    cells()[0].tabIndex = 0;
    const cell = $(`[data-house="${house}"] [data-night="${night}"]`, table);
    if (cell?.checkVisibility()) focus(cell);
    else $(`[data-house="${house}"][data-night="${night}"]`, days)?.focus();
  }

  const press = (button) => {
    if (!start || row(start) !== row(button)) {
      start = button;
      mark([button]);
      return;
    }
    const chosen = between(start, button);
    mark(chosen);
    const { house, title } = row(button).dataset;
    open(house, title, [chosen[0].dataset.night, chosen.at(-1).dataset.night]);
    start = null;
  };

  // -- one cell is reached by Tab, the others by arrows

  const focus = (button) => {
    for (const cell of cells()) cell.tabIndex = cell === button ? 0 : -1;
    button.focus();
    if (start && row(start) === row(button)) mark(between(start, button));
  };
  const KEYS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  table.addEventListener("keydown", (event) => {
    const button = event.target.closest("[data-night]");
    if (!button) return;
    if (event.key === "Escape" && start) {
      start = null;
      mark([]);
    }
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    const rows = [...table.querySelectorAll("tbody tr")];
    const to = rows[rows.indexOf(row(button)) + step[0]];
    const nights = [...(to?.querySelectorAll("[data-night]") ?? [])];
    const index = [...row(button).querySelectorAll("[data-night]")].indexOf(button) + step[1];
    if (nights[index]) focus(nights[index]);
  });
  table.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-night]");
    if (!button) return;
    focus(button);
    press(button);
  });
  if (cells()[0]) cells()[0].tabIndex = 0;

  days.addEventListener("click", ({ target }) => {
    const button = target.closest(".day-house");
    if (button) open(button.dataset.house, button.dataset.title, [button.dataset.night, button.dataset.night]);
  });

  dialog.addEventListener("close", () => {
    mark([]);
    start = null;
  });
}
