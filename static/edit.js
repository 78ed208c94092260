// The host's page to edit a house: a bar to save appears when something has changed.
import { api } from "./api.js";
import { body, check, guard, openForm, typed } from "./house-form.js";
import "./pictures.js";
import { toast } from "./toast.js";
import { $, clear, onPress, onSubmit, texts } from "./ui.js";

const form = $("#house");
const bar = $(".save-bar", form);
const path = `/houses/${form.dataset.house}`;

openForm(form);
let stored = JSON.stringify(typed(form));
const isUnsaved = () => JSON.stringify(typed(form)) !== stored;
const mark = () => (bar.hidden = !isUnsaved());

for (const kind of ["input", "change"]) form.addEventListener(kind, mark);
guard(isUnsaved);
$("[data-discard]", form).addEventListener("click", () => {
  stored = JSON.stringify(typed(form)); // the host has decided: the browser does not ask again
  location.reload();
});

onSubmit(form, async () => {
  clear(form);
  if (![...form.querySelectorAll(".step")].every((step) => check(form, step))) return;
  const sent = JSON.stringify(typed(form));
  await api("PUT", path, body(form));
  stored = sent;
  mark();
  toast(texts("saved"));
});

const above = $("#house-actions").parentElement;
const online = $("#online");
onPress(online, above, async () => {
  await api("PUT", `${path}/status`, { online: !online.dataset.online });
  location.reload();
});
const asked = $("#delete-house");
onPress($("#delete"), asked, async () => {
  await api("DELETE", path);
  stored = JSON.stringify(typed(form));
  location.assign("/host");
});
