// For the pages of messages: the composer. Enter sends where there is a keyboard; a draft stays until it is sent.
import { upload } from "./api.js";
import { word } from "./messages-lines.js";
import { draft, keepDraft } from "./messages-outbox.js";
import { $, clear, say } from "./ui.js";

const keyboard = matchMedia("(hover: hover) and (pointer: fine)");

// Calls `send({text, images})` for each message. `threadId()` resolves to the thread, which pictures need.
export function openComposer(form, { user, thread, most, threadId, send }) {
  const field = form.elements.text;
  const shelf = $("#pictures");
  const images = new Map(); // item → id, or null while it is uploaded

  field.value ||= draft(user, thread);
  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight + 2, 144)}px`;
  };
  field.addEventListener("input", () => {
    keepDraft(user, thread, field.value);
    grow();
  });
  grow();
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !keyboard.matches) return;
    event.preventDefault();
    form.requestSubmit();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clear(form);
    if ([...images.values()].includes(null)) return say(form, { message: word("uploading") });
    const text = field.value.trim();
    if (!text && !images.size) return field.focus();
    send({ text, images: [...images.values()] });
    field.value = "";
    keepDraft(user, thread, "");
    for (const item of images.keys()) drop(item);
    grow();
    field.focus();
  });

  for (const button of form.querySelectorAll("[data-reply]")) {
    button.addEventListener("click", () => {
      field.value = field.value ? `${field.value}\n${button.dataset.reply}` : button.dataset.reply;
      field.dispatchEvent(new Event("input"));
      field.focus();
    });
  }

  function drop(item) {
    URL.revokeObjectURL($("img", item).src);
    images.delete(item);
    item.remove();
    shelf.hidden = !images.size;
  }

  async function add(file) {
    const item = document.createElement("li");
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "icon-button";
    remove.setAttribute("aria-label", word("remove"));
    remove.append($("#remove-sign").content.cloneNode(true));
    remove.addEventListener("click", () => drop(item));
    item.append(Object.assign(new Image(80, 80), { alt: file.name, src: URL.createObjectURL(file) }), remove);
    images.set(item, null);
    shelf.append(item);
    shelf.hidden = false;
    item.setAttribute("aria-busy", "true");
    try {
      const { image_id } = await upload(`/threads/${await threadId()}/images`, "image", file, () => {});
      if (images.has(item)) images.set(item, image_id);
      item.removeAttribute("aria-busy");
    } catch (refused) {
      drop(item);
      say(form, { message: Object.values(refused.fields ?? {})[0] ?? refused.message });
    }
  }

  $("#add-picture").hidden = false;
  form.elements.image.addEventListener("change", async ({ target }) => {
    clear(form);
    const files = [...target.files];
    if (files.length + images.size > most) say(form, { message: word("many") });
    for (const file of files.slice(0, most - images.size)) await add(file);
    target.value = "";
  });
}
