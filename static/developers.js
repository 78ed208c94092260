// The pages of API keys and webhooks. A secret is shown once, in a dialog, before the page is loaded again.
import { api } from "./api.js";
import "./dialog.js";
import { $, onPress, onSubmit } from "./ui.js";

const dialog = $("#secret");

function reveal(text, then) {
  $("#secret-text").textContent = text;
  $("#secret-copied").textContent = "";
  dialog.addEventListener(
    "close",
    () => {
      $("#secret-text").textContent = "";
      then();
    },
    { once: true },
  );
  dialog.showModal();
}

$("#secret-copy")?.addEventListener("click", async () => {
  const copied = $("#secret-copied");
  try {
    await navigator.clipboard.writeText($("#secret-text").textContent);
    copied.textContent = copied.dataset.text;
  } catch {
    getSelection().selectAllChildren($("#secret-text")); // without the permission, people copy it themselves
  }
});

const chosen = (form, name) => new FormData(form).getAll(name);

// The first press asks, the second one does it.
function onSecondPress(button, root, work) {
  onPress(button, root, async () => {
    if (button.dataset.asked) return work();
    button.dataset.asked = "yes";
    button.textContent = button.dataset.sure;
    button.removeAttribute("aria-label");
  });
}

onSubmit($("#key"), async ({ name, days }, form) => {
  const { key } = await api("POST", "/user/api-keys", { name, days, scopes: chosen(form, "scopes") });
  reveal(key, () => location.reload());
});

for (const button of document.querySelectorAll("[data-key]")) {
  onSecondPress(button, $("#key") ?? document, async () => {
    await api("DELETE", `/user/api-keys/${button.dataset.key}`);
    location.reload();
  });
}

onSubmit($("#hook"), async ({ url }, form) => {
  const { id, secret } = await api("POST", "/user/webhooks", { url, types: chosen(form, "types") });
  reveal(secret, () => location.assign(`/me/developers/webhooks/${id}`));
});

const change = $("#change-hook");
if (change) {
  const path = `/user/webhooks/${change.dataset.hook}`;
  let toggles = false;
  change.addEventListener("click", ({ target }) => (toggles = target.closest("button")?.value === "toggle"), true);
  onSubmit(change, async ({ url }, form) => {
    const enabled = (change.dataset.enabled === "true") !== toggles;
    await api("PUT", path, { url, types: chosen(form, "types"), enabled });
    location.reload();
  });
  onPress($("#renew"), $("#hook-secret"), async () => {
    const { secret } = await api("POST", `${path}/secret`);
    reveal(secret, () => {});
  });
  onSecondPress($("#remove-hook"), $("#hook-secret"), async () => {
    await api("DELETE", path);
    location.assign("/me/developers");
  });
  onPress($("#test"), $("#log"), async () => {
    await api("POST", `${path}/test`);
    location.assign(location.pathname);
  });
  const again = $("[data-again]");
  onPress(again, $("#log"), async () => {
    await api("POST", `${path}/deliveries/${again.dataset.again}/redeliver`);
    location.reload();
  });
}
