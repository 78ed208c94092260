// The page of an order: what it says, and what the user may do with it now.
import { api } from "./api.js";
import { bill } from "./bill.js";
import { $, clear, fill, local, onSubmit, say, texts, yuan } from "./ui.js";

const root = $("#order");
const path = `/orders/${root.dataset.id}`;
const word = (key) => texts(key, "order-texts");
const forms = { reject: $("#reject"), comment: $("#comment"), reply: $("#reply") };

// the version shown here: the backend refuses a decision on an older one
const send = (what, values) => api("PUT", `${path}/${what}`, { ...values, version: Number(root.dataset.version) });

async function load() {
  draw((await api("GET", path)).order);
  root.removeAttribute("aria-busy");
}

function draw(order) {
  fill(root, {
    status: word(order.status),
    stay: `${order.start_date} → ${order.end_date} · ${order.days} ${word("night")} · ${order.guests} ${word("people")}`,
    guest: order.guest_name,
    host: order.host_name,
    rating: order.rating ? "★".repeat(order.rating) : "",
    comment: order.comment,
    reply: order.reply,
  });
  root.dataset.status = order.status;
  root.dataset.version = order.version;
  optional("contact", order.contact);
  optional("address", order.address && `${order.area_name} ${order.address}`);
  optional("due", order.due && ["WAIT_ACCEPT", "WAIT_PAYMENT"].includes(order.status) ? local(order.due) : null);
  optional("reason", order.reject_reason);
  optional("refund", order.refund ? `¥${yuan(order.refund)}` : null);
  optional(
    "refund_today",
    order.role === "custom" && order.refund_today !== null ? `¥${yuan(order.refund_today)}` : null,
  );
  bill($("#bill"), order.items, order.amount, order.deposit);
  $("#review").hidden = !order.comment;
  $("#review .reply").hidden = !order.reply;
  $("#actions").replaceChildren(...order.actions.filter((action) => !forms[action] || action === "reject").map(button));
  forms.comment.hidden = !order.actions.includes("comment");
  forms.reply.hidden = !order.actions.includes("reply");
  forms.reject.hidden = true;
}

function optional(name, value) {
  const place = $(`[data-f="${name}"]`, root);
  place.textContent = value ?? "";
  place.parentElement.hidden = !value;
}

function button(action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = word(action);
  made.dataset.action = action;
  if (action === "cancel" || action === "reject") made.className = "secondary";
  made.addEventListener("click", () => act(action, made));
  return made;
}

async function act(action, pressed) {
  if (action === "reject") {
    forms.reject.hidden = false;
    forms.reject.elements.reason.focus();
    return;
  }
  if (action === "cancel" && !confirm(texts("sure"))) return;
  clear(document);
  pressed.disabled = true;
  try {
    const data = await send("status", { action, phone: matchMedia("(max-width: 576px)").matches });
    if (data.pay_url) location.assign(data.pay_url);
    else await load();
  } catch (refused) {
    await load().catch(() => {}); // the order may have changed meanwhile
    say(document, refused);
  } finally {
    pressed.disabled = false;
  }
}

onSubmit(forms.reject, async ({ reason }) => {
  await send("status", { action: "reject", reason });
  await load();
});
onSubmit(forms.comment, async ({ comment, rating }) => {
  await send("comment", { comment, rating: Number(rating) });
  await load();
});
onSubmit(forms.reply, async (values) => {
  await send("reply", values);
  await load();
});

load().catch((refused) => {
  say(document, refused);
  root.removeAttribute("aria-busy");
});
// back from the payment page, load the order anew
addEventListener("pageshow", (event) => event.persisted && location.reload());
