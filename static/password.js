// For the pages with a password: a button that shows it, and a hint how strong a new one is.
import { texts } from "./ui.js";

const word = (key) => texts(key, "password-texts");
const LONG = 14;

for (const button of document.querySelectorAll("[data-reveal]")) {
  const input = button.parentElement.querySelector("input");
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", shown);
    button.setAttribute("aria-label", word(shown ? "hide" : "show"));
  });
  // a password manager saves what is of type password
  input.form.addEventListener("submit", () => (input.type = "password"));
}

for (const hint of document.querySelectorAll("[data-strength]")) {
  const input = document.getElementById(hint.id.replace("-strength", ""));
  const plain = hint.textContent;
  const minimum = Number(hint.dataset.strength);
  hint.setAttribute("aria-live", "polite");
  input.addEventListener("input", () => {
    const [tone, text] = input.value ? judge(input.value, minimum) : ["", plain];
    hint.textContent = text;
    hint.dataset.tone = tone;
  });
}

// Only what is known of a password: its length, and whether it is common or of one row. The backend has the last word.
function judge(password, minimum) {
  const length = [...password.normalize("NFC")].length;
  if (length < minimum) return ["warn", word("short").replace("{n}", minimum - length)];
  if (word("passwords").includes(password.toLowerCase())) return ["bad", word("common")];
  if (isRow(password)) return ["warn", word("plain")];
  return ["good", word(length < LONG ? "fair" : "strong")];
}

// Whether nearly all characters repeat the one before, or follow it: 11111111, 12345678, abcdefgh.
function isRow(password) {
  const codes = [...password].map((character) => character.codePointAt(0));
  const steps = codes.slice(1).map((code, index) => Math.abs(code - codes[index]));
  return steps.filter((step) => step > 1).length < 2;
}
