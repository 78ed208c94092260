// For the pages with the pictures of a house: uploading, ordering by pointer and keys, removing with a moment to undo.
import { api, upload } from "./api.js";
import { toast } from "./toast.js";
import { $, clear, clone, fill, say, texts } from "./ui.js";

const place = $("#pictures");
const list = $(".photos", place);
const path = `/houses/${place.dataset.house}/images`;
const word = (key) => texts(key, "picture-texts");
const announce = (text) => ($("[data-said]", place).textContent = text);
const photos = () => [...list.children].filter((photo) => !photo.hidden);

function number() {
  for (const [index, photo] of photos().entries()) {
    photo.classList.toggle("is-cover", index === 0);
    $("img", photo).alt = word("photo").replace("{n}", index + 1);
    $("[data-move='-1']", photo).disabled = index === 0;
    $("[data-move='1']", photo).disabled = index === photos().length - 1;
    $("[data-first]", photo).disabled = index === 0;
  }
  const note = $("[data-missing]");
  if (!note) return;
  const missing = Number(note.dataset.missing) - photos().length;
  note.textContent = missing > 0 ? word("missing")[missing === 1 ? 0 : 1].replace("{n}", missing) : word("enough");
}

// -- order: the server hears of the last one only, one request after the other

let sending = null;
let again = false;

async function store() {
  if (sending) {
    again = true;
    return;
  }
  sending = api("PUT", path, { images: [...list.children].map((photo) => Number(photo.dataset.id)) });
  try {
    await sending;
  } catch (refused) {
    say(place, refused);
  } finally {
    sending = null;
  }
  if (again) {
    again = false;
    await store();
  }
}

function move(photo, to) {
  const others = photos().filter((each) => each !== photo);
  const index = Math.min(Math.max(to, 0), others.length);
  if (photos().indexOf(photo) === index) return;
  if (index === others.length) others.at(-1).after(photo);
  else others[index].before(photo);
  number();
  const text = word("moved")
    .replace("{n}", index + 1)
    .replace("{count}", photos().length);
  announce(index === 0 ? `${text} · ${word("first")}` : text);
  clear(place);
  store();
}

list.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  const photo = target.closest(".photo");
  if (!button || !photo) return;
  const index = photos().indexOf(photo);
  if (button.dataset.move) move(photo, index + Number(button.dataset.move));
  else if ("first" in button.dataset) move(photo, 0);
  else remove(photo);
  if (button.disabled) $("button:not(:disabled)", photo)?.focus();
  else if (!photo.hidden) button.focus();
});

const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
list.addEventListener("keydown", (event) => {
  const photo = event.target.closest(".photo");
  if (!photo || !(event.key in STEPS)) return;
  event.preventDefault();
  const { activeElement } = document;
  move(photo, photos().indexOf(photo) + STEPS[event.key]);
  (activeElement.disabled ? $("button:not(:disabled)", photo) : activeElement).focus();
});

let dragged = null;
list.addEventListener("dragstart", (event) => {
  dragged = event.target.closest(".photo");
  dragged.classList.add("is-dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
});
list.addEventListener("dragover", (event) => {
  if (!dragged) return;
  event.preventDefault();
  const over = event.target.closest(".photo");
  if (!over || over === dragged) return;
  const { left, width } = over.getBoundingClientRect();
  if (event.clientX < left + width / 2) over.before(dragged);
  else over.after(dragged);
});
list.addEventListener("dragend", () => {
  dragged?.classList.remove("is-dragged");
  if (dragged) {
    number();
    const text = word("moved").replace("{n}", photos().indexOf(dragged) + 1);
    announce(text.replace("{count}", photos().length));
    store();
  }
  dragged = null;
});

// -- removing: the picture is hidden at once, and removed when nobody has undone it

const hidden = new Set();

// Whoever leaves the page before the moment has passed has removed the picture as well.
addEventListener("pagehide", () => {
  for (const photo of hidden) fetch(`/api/v1.0${path}/${photo.dataset.id}`, { method: "DELETE", keepalive: true });
  hidden.clear();
});

async function remove(photo) {
  clear(place);
  hidden.add(photo);
  const following = photo.nextElementSibling ?? photo.previousElementSibling;
  photo.hidden = true;
  number();
  $("button:not(:disabled)", following ?? place)?.focus();
  const undone = await toast(word("removed"), { undo: true });
  if (!hidden.delete(photo)) return;
  if (undone) photo.hidden = false;
  else {
    try {
      await api("DELETE", `${path}/${photo.dataset.id}`);
      photo.remove();
    } catch (refused) {
      photo.hidden = false;
      say(place, refused);
    }
  }
  number();
}

// -- uploading, one file after the other

const input = $("input[type=file]", place);
let queue = Promise.resolve();
let waiting = 0;

// Whoever leaves the page now would lose the pictures that are not up yet.
addEventListener("beforeunload", (event) => {
  if (waiting) event.preventDefault();
});

function send(files) {
  clear(place);
  for (const file of files) {
    const line = fill(clone("upload"), { name: file.name });
    $(".uploads", place).append(line);
    waiting++;
    queue = queue.then(() => sendOne(file, line)).finally(() => waiting--);
  }
  input.value = "";
}

async function sendOne(file, line) {
  const bar = $("progress", line);
  bar.setAttribute("aria-label", file.name);
  try {
    const image = await upload(path, "house_image", file, (share) => (bar.value = share));
    line.remove();
    const photo = clone("photo");
    photo.dataset.id = image.image_id;
    $("img", photo).src = image.sizes["320"].jpeg;
    list.append(photo);
    watch(photo);
    number();
  } catch (refused) {
    bar.hidden = true;
    fill(line, { error: refused.fields?.house_image ?? refused.message });
  }
}

function watch(photo) {
  const image = $("img", photo);
  const loaded = () => $(".frame", photo).classList.remove("skeleton");
  if (image.complete) loaded();
  else image.addEventListener("load", loaded, { once: true });
}

input.addEventListener("change", () => send([...input.files]));
const drop = $(".drop", place);
const isFile = (event) => event.dataTransfer?.types.includes("Files");
for (const kind of ["dragenter", "dragover"]) {
  place.addEventListener(kind, (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    drop.classList.add("is-over");
  });
}
place.addEventListener("dragleave", () => drop.classList.remove("is-over"));
place.addEventListener("drop", (event) => {
  drop.classList.remove("is-over");
  if (!isFile(event)) return;
  event.preventDefault();
  send([...event.dataTransfer.files]);
});

for (const photo of list.children) watch(photo);
number();
