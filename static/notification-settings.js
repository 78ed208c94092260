// The page of how one is notified: each box is saved as it is switched, the quiet hours with their button.
import { api } from "./api.js";
import { toast } from "./toast.js";
import { $, clear, onSubmit, say, texts } from "./ui.js";

const PATH = "/user/notification-settings";
const quiet = $("#quiet");
const choices = $("#choices");

onSubmit(quiet, async ({ quiet_from, quiet_until, language }) => {
  const on = quiet.elements.quiet.checked;
  await api("PUT", PATH, on ? { quiet_from, quiet_until, language } : { quiet: false, language });
});

function followSwitch() {
  for (const name of ["quiet_from", "quiet_until"]) quiet.elements[name].disabled = !quiet.elements.quiet.checked;
}
quiet.elements.quiet.addEventListener("change", followSwitch);
followSwitch();

choices.addEventListener("submit", (event) => event.preventDefault());
choices.addEventListener("change", async ({ target: box }) => {
  const { kind, channel } = box.dataset;
  clear(choices);
  try {
    await api("PUT", PATH, { choices: [{ kind, channel, on: box.checked }] });
    toast(texts("saved"));
  } catch (refused) {
    box.checked = !box.checked;
    say(choices, refused);
  }
});
