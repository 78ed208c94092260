// The page that offers another stay: shows the difference in price before the offer is sent.
import { api } from "./api.js";
import "./stay-picker.js";
import { $, clear, onSubmit, say, texts, yuan } from "./ui.js";

const form = $("#change");
const shown = $("#difference");
const button = form && $("button:not([type=button])", form);
const path = `/orders/${form?.dataset.order}/changes`;
const word = (key, fen) => texts(key, "change-texts").replace("{amount}", `¥${yuan(fen)}`);
let quoted = null;
let latest = 0;

const asked = () => ({
  start_date: $("[name=sd]", form).value,
  end_date: $("[name=ed]", form).value,
  guests: Number($("[name=guests]", form).value),
});

function line(text, tag) {
  const made = document.createElement(tag);
  made.textContent = text;
  const paragraph = document.createElement("p");
  paragraph.append(made);
  return paragraph;
}

function show({ total, difference }) {
  const kind = difference > 0 ? "dearer" : difference < 0 ? "cheaper" : "same";
  shown.replaceChildren(line(word("total", total), "span"), line(word(kind, Math.abs(difference)), "b"));
}

// Of several requests the latest counts.
async function refresh() {
  const number = ++latest;
  quoted = null;
  button.disabled = true;
  clear(form);
  const stay = asked();
  if (!stay.start_date || !stay.end_date) return;
  try {
    const found = await api("GET", `${path}/quote?${new URLSearchParams(stay)}`);
    if (number !== latest) return;
    quoted = { ...stay, difference: found.difference };
    show(found);
    button.disabled = false;
  } catch (refused) {
    if (number !== latest) return;
    shown.replaceChildren();
    say(form, refused);
  }
}

if (form) {
  form.addEventListener("stay", refresh);
  $("[name=guests]", form).addEventListener("change", refresh);
  onSubmit(form, async () => {
    await api("POST", path, { ...quoted, version: Number(form.dataset.version) });
    location.assign(`/orders/${form.dataset.order}`);
  });
}
