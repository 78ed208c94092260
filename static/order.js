// The page of an order: its actions. The server draws the page; after an action, what it draws anew takes its place.
import { api, fetchPage } from "./api.js";
import "./dialog.js";
import { openMap } from "./open-map.js";
import { toast } from "./toast.js";
import { $, clear, onPress, onSubmit, say, texts, yuan } from "./ui.js";

let root = $("#order");
const path = `/orders/${root.dataset.id}`;
const word = (key) => texts(key, "order-texts");

// the version shown here: the backend refuses a decision on an older one
const send = (what, values) => api("PUT", `${path}/${what}`, { ...values, version: Number(root.dataset.version) });

const TEXTS = ["comment", "review"];
// The stars are numbers; a side without stars is left out.
const withStars = (values) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => [name, TEXTS.includes(name) ? value : Number(value)]),
  );

async function redraw() {
  const drawn = (await fetchPage(location.pathname + location.search)).getElementById("order");
  if (!drawn) return location.reload();
  root.replaceWith(drawn);
  root = drawn;
  bind();
  $("#status").focus();
}

function bind() {
  $("#steps")?.addEventListener("submit", (event) => {
    event.preventDefault();
    act(event.submitter);
  });
  $("#offer")?.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(event.submitter);
  });
  onSubmit($("#comment"), async (values) => {
    await send("comment", withStars(values));
    await redraw();
  });
  onSubmit($("#review-guest"), async (values) => {
    await send("review", withStars(values));
    await redraw();
  });
  onSubmit($("#reply"), async (values) => {
    await send("reply", values);
    await redraw();
  });
  onSubmit($("#reject-form"), async ({ reason }) => {
    await send("status", { action: "reject", reason });
    await redraw();
  });
  onSubmit($("#cancel form"), cancel);
  showMap();
  for (const button of root.querySelectorAll("[data-copy]")) offerToCopy(button);
  const print = $("[data-print]");
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// Only where the browser can copy: over https, or on this machine.
function offerToCopy(button) {
  button.hidden = !navigator.clipboard;
  onPress(button, root, async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    toast(word("copied"));
  });
}

async function act(button) {
  const action = button.value;
  clear(root);
  if (action === "reject") return $("#reject").showModal();
  if (action === "cancel") return askToCancel().catch((refused) => say(root, refused));
  button.disabled = true;
  try {
    const data = await send("status", { action, phone: matchMedia("(width < 600px)").matches });
    if (data.pay_url) location.assign(data.pay_url);
    else await redraw();
  } catch (refused) {
    await redraw().catch(() => {}); // the order may have changed meanwhile
    say(root, refused);
  } finally {
    button.disabled = false;
  }
}

// Answers the open change of the stay, or pays its difference.
async function answer(button) {
  const form = $("#offer");
  clear(form);
  button.disabled = true;
  try {
    const values = { action: button.value, phone: matchMedia("(width < 600px)").matches };
    const data = await api("PUT", `${path}/changes/${form.dataset.change}`, values);
    if (data.pay_url) location.assign(data.pay_url);
    else await redraw();
  } catch (refused) {
    await redraw().catch(() => {}); // the change may have ended meanwhile
    say($("#offer") ?? root, refused);
  } finally {
    button.disabled = false;
  }
}

// Shows what is paid back today: at midnight it may become less. The button stays enabled, to get the focus back.
async function askToCancel() {
  await showRefund();
  $("#cancel").showModal();
}

let refund = 0;
async function showRefund() {
  const { order } = await api("GET", path);
  refund = order.refund_today ?? 0;
  const text = order.refund_today === null ? word("unpaid") : refund ? word("refund") : word("none");
  $("#cancel [data-refund]").textContent = text.replace("{amount}", `¥${yuan(refund)}`);
}

async function cancel() {
  try {
    await send("status", { action: "cancel", refund });
  } catch (refused) {
    const before = refund;
    await showRefund();
    if (refund !== before) throw new Error(word("changed"), { cause: refused });
    throw refused;
  }
  await redraw();
}

// The exact place, once the viewer may know it.
async function showMap() {
  const place = $(".place-map");
  if (!place) return;
  const center = [Number(place.dataset.lat), Number(place.dataset.lng)];
  const frame = $(".map", place);
  // without the streets of a provider, the district is what there is to see
  const map = await openMap(frame, { center, zoom: frame.dataset.tiles ? 16 : 12 });
  map.marker(...center);
}

bind();
// back from the payment page, load the order anew
addEventListener("pageshow", (event) => event.persisted && location.reload());
