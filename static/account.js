// The pages to sign in, to register and to reset a password.
import { api, apiInTurn, Refused } from "./api.js";
import { refresh } from "./captcha.js";
import "./password.js";
import { $, clear, next, onSubmit, queue, show, texts } from "./ui.js";

const SKIPPED = "welcome-skipped"; // in this browser: who has been asked for a name before is not asked again

for (const link of document.querySelectorAll("[data-keep-next]")) link.search = nextQuery();

function nextQuery() {
  const wanted = new URLSearchParams(location.search).get("next");
  return wanted === null ? "" : `?next=${encodeURIComponent(wanted)}`;
}

const ways = { password: $("#login"), sms: $("#login-sms") };
for (const form of ways.sms ? Object.values(ways) : []) {
  onSubmit(form, async (values) => {
    await apiInTurn("POST", "/sessions", values, queue(form));
    location.assign((await hasName()) ? next() : `/welcome${nextQuery()}`);
  });
}

// Users are asked for a name once; a name that is still the mobile number is none.
async function hasName() {
  if (localStorage.getItem(SKIPPED)) return true;
  const { name, mobile } = await api("GET", "/session").catch(() => ({}));
  return name !== mobile || !name;
}

// The tabs are links; with scripts, what was typed stays.
for (const tab of ways.sms ? document.querySelectorAll(".tabs a") : []) {
  tab.addEventListener("click", (event) => {
    event.preventDefault();
    const chosen = new URL(tab.href).searchParams.get("by");
    const other = ways[chosen === "sms" ? "password" : "sms"];
    ways[chosen].elements.mobile.value ||= other.elements.mobile.value;
    for (const [way, form] of Object.entries(ways)) form.hidden = way !== chosen;
    for (const each of document.querySelectorAll(".tabs a")) each.removeAttribute("aria-current");
    tab.setAttribute("aria-current", "page");
    history.replaceState(null, "", tab.href);
    if (chosen === "sms" && !ways.sms.elements.piccode_id.value) refresh(ways.sms);
    ways[chosen].elements.mobile.focus();
  });
}

onSubmit($("#register"), async (values, form) => {
  if (!values.terms_version) throw new Refused({ data: { fields: { terms_version: "" } } });
  await apiInTurn("POST", "/users", values, queue(form));
  location.assign(`/welcome${nextQuery()}`);
});

onSubmit($("#reset"), async (values, form) => {
  await apiInTurn("POST", "/password/reset", values, queue(form));
  location.assign(`/login${nextQuery()}`);
});

// A refusal of one field.
function wrong(name, text) {
  return Object.assign(new Refused({ errmsg: text }), { fields: { [name]: text } });
}

const send = $("[data-send]");
if (send) {
  const { form } = send;
  const label = send.textContent;
  if (!form.hidden) refresh(form);
  send.addEventListener("click", async () => {
    clear(form);
    send.disabled = true;
    try {
      const { mobile, piccode, piccode_id } = Object.fromEntries(new FormData(form));
      await api("POST", "/smscode", { mobile, piccode, piccode_id, purpose: send.dataset.send });
      count(send, label, Number(send.dataset.seconds));
      form.elements.sms_code.focus();
    } catch (refused) {
      const ofPicture = refused.errno === 4004 || refused.errno === 4002;
      show(form, ofPicture ? wrong("piccode", refused.message) : refused);
      refresh(form);
      send.disabled = false;
    }
  });
}

function count(button, label, seconds) {
  button.textContent = `${seconds} ${texts("resend")}`;
  if (seconds > 0) {
    setTimeout(() => count(button, label, seconds - 1), 1000);
  } else {
    button.textContent = label;
    button.disabled = false;
    refresh(button.form);
  }
}
