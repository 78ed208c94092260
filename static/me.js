// The pages of the user's own account: welcome, profile, identity and devices.
import { api, apiInTurn, upload } from "./api.js";
import { forget } from "./notices.js";
import { forgetMessages } from "./messages-outbox.js";
import "./password.js";
import { expire } from "./push.js";
import { $, next, onPress, onSubmit, queue } from "./ui.js";

onSubmit($("#name"), (values) => api("PUT", "/user/name", values));
onSubmit($("#welcome"), async (values) => {
  await api("PUT", "/user/name", values);
  location.assign(next());
});
onSubmit($("#password"), async (values, form) => {
  await apiInTurn("PUT", "/user/password", values, queue(form));
  form.reset();
});
onSubmit($("#mail"), async (values, form) => {
  const { pending } = await api("PUT", "/user/mail", values);
  const sent = $("#mail-sent");
  if (!pending) return location.reload();
  sent.textContent = sent.dataset.text.replace("{address}", pending);
  form.reset();
});
onPress($("#mail-forget"), $("#mail"), async () => {
  await api("DELETE", "/user/mail");
  location.reload();
});
onSubmit($("#identity"), async (values) => {
  await api("POST", "/user/auth", values);
  location.assign(next("/me/identity"));
});

const later = $("[data-next]");
if (later) {
  later.href = next();
  later.addEventListener("click", () => localStorage.setItem("welcome-skipped", "1"));
}

const avatar = $("#avatar");
if (avatar) {
  const preview = $("#preview");
  const bar = $("progress", avatar);
  avatar.elements.avatar.addEventListener("change", () => {
    const [file] = avatar.elements.avatar.files;
    if (file) preview.src = URL.createObjectURL(file);
  });
  onSubmit(avatar, async () => {
    bar.hidden = false;
    try {
      const data = await upload(
        "/user/avatar",
        "avatar",
        avatar.elements.avatar.files[0],
        (share) => (bar.value = share),
      );
      preview.src = data.avatar_url;
    } finally {
      bar.hidden = true;
    }
  });
}

onPress($("#logout"), document, async () => {
  await api("DELETE", "/session");
  forget();
  expire();
  forgetMessages();
  location.assign("/");
});

for (const button of document.querySelectorAll("[data-session]")) {
  onPress(button, document, async () => {
    await api("DELETE", `/user/sessions/${button.dataset.session}`);
    if ("current" in button.dataset) location.assign("/login");
    else button.closest("li").remove();
  });
}
