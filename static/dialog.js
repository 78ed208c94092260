// For all pages: dialogs and sheets. `[data-opens=ID]` opens one, `[data-closes]` inside closes it; so do Esc and a
// click outside. The browser keeps the focus inside, and gives it back to what opened the dialog.

document.addEventListener("click", ({ target }) => {
  const opener = target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  const dialog = target.closest("dialog");
  if (dialog && (target.closest("[data-closes]") || isOutside(target, dialog))) dialog.close();
});

// A click on the backdrop has the dialog itself as its target: all of its area is covered by its children.
const isOutside = (target, dialog) => target === dialog;

// Shows a dialog, and resolves to the `value` of the button that closed it; to "" after Esc.
export function ask(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}
