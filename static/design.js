// The page of components: what makes their examples work.
import "./dialog.js";
import "./stepper.js";
import { toast } from "./toast.js";
import { $ } from "./ui.js";

for (const button of document.querySelectorAll("[data-toast]")) {
  button.addEventListener("click", () => toast(button.dataset.toast, { undo: button.hasAttribute("data-undo") }));
}
for (const form of document.querySelectorAll("#design-fields")) {
  form.addEventListener("submit", (event) => event.preventDefault());
}
$("#main").dataset.ready = "yes";
