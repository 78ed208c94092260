// The pages of the user's own account: notices, profile, identity and devices.
import { api, apiInTurn, upload } from "./api.js";
import { $, clone, fill, local, next, onPress, onSubmit, queue, say, texts } from "./ui.js";

onSubmit($("#name"), (values) => api("PUT", "/user/name", values));
onSubmit($("#password"), async (values, form) => {
  await apiInTurn("PUT", "/user/password", values, queue(form));
  form.reset();
});
onSubmit($("#identity"), async (values) => {
  await api("POST", "/user/auth", values);
  location.assign(next("/me/identity"));
});

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
  location.assign("/");
});

const notices = $("#notices");
function tell(path, text, time) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = path;
  link.textContent = text;
  const when = document.createElement("small");
  when.className = "quiet";
  when.textContent = ` ${local(time)}`;
  line.append(link, when);
  notices.append(line);
}
if (notices) {
  const data = await api("GET", "/user/notices?size=10").catch((refused) => {
    say(document, refused);
    return { notices: [], calendars: [] };
  });
  for (const feed of data.calendars)
    tell(`/host/houses/${feed.house_id}/calendar`, `${texts(feed.state, "notice-texts")} · ${feed.title}`, feed.time);
  for (const notice of data.notices)
    tell(`/orders/${notice.order_id}`, `${texts(notice.action, "notice-texts")} · ${notice.title}`, notice.time);
  $("#no-notices").hidden = notices.childElementCount > 0;
  notices.removeAttribute("aria-busy");
}

const devices = $("#devices");
if (devices) {
  try {
    const data = await api("GET", "/user/sessions");
    for (const session of data.sessions) {
      const line = fill(clone("device"), {
        device: session.device || "—",
        address: session.address,
        seen: local(session.last_seen),
      });
      $('[data-f="current"]', line).hidden = !session.current;
      onPress($("button", line), document, async () => {
        await api("DELETE", `/user/sessions/${session.id}`);
        if (session.current) location.assign("/login");
        else line.remove();
      });
      devices.append(line);
    }
  } catch (refused) {
    say(document, refused);
  }
  devices.removeAttribute("aria-busy");
}
