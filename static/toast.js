// For all pages: short messages at the foot that go away by themselves.
import { texts } from "./ui.js";

const SECONDS = 6;
let place;

// Says `text`. With `undo`, offers to undo it; resolves to whether that was pressed.
export function toast(text, { undo } = {}) {
  place ??= makePlace();
  const made = document.createElement("div");
  made.className = "toast";
  made.append(text);
  place.append(made);
  return new Promise((resolve) => {
    const leave = (pressed) => {
      made.remove();
      resolve(pressed);
    };
    const timer = setTimeout(leave, SECONDS * 1000, false);
    if (undo) made.append(undoButton(() => (clearTimeout(timer), leave(true))));
  });
}

function undoButton(press) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = texts("undo");
  button.addEventListener("click", press);
  return button;
}

function makePlace() {
  const made = document.createElement("div");
  made.className = "toasts";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}
