// The pages to sign in, to register and to reset a password.
import { api, apiInTurn, Refused } from "./api.js";
import { refresh } from "./captcha.js";
import { $, clear, next, onSubmit, queue, show, texts } from "./ui.js";

for (const link of document.querySelectorAll("[data-keep-next]")) link.search = location.search;

for (const form of document.querySelectorAll("#login, #login-sms")) {
  onSubmit(form, async (values) => {
    await apiInTurn("POST", "/sessions", values, queue(form));
    location.assign(next());
  });
}

onSubmit($("#register"), async (values, form) => {
  if (!values.terms_version) throw new Refused({ data: { fields: { terms_version: "" } } });
  await apiInTurn("POST", "/users", values, queue(form));
  location.assign(next("/me/identity"));
});

onSubmit($("#reset"), async (values, form) => {
  await apiInTurn("POST", "/password/reset", values, queue(form));
  location.assign(`/login${location.search}`);
});

const send = $("[data-send]");
if (send) {
  const { form } = send;
  const label = send.textContent;
  const folded = form.closest("details");
  if (folded) folded.addEventListener("toggle", () => folded.open && refresh(form));
  else refresh(form);
  send.addEventListener("click", async () => {
    clear(form);
    send.disabled = true;
    try {
      const { mobile, piccode, piccode_id } = Object.fromEntries(new FormData(form));
      await api("POST", "/smscode", { mobile, piccode, piccode_id, purpose: send.dataset.send });
      count(send, label, Number(send.dataset.seconds));
      form.elements.sms_code.focus();
    } catch (refused) {
      const wrong = refused.errno === 4004 || refused.errno === 4002;
      show(
        form,
        wrong
          ? Object.assign(new Refused({ errmsg: refused.message }), { fields: { piccode: refused.message } })
          : refused,
      );
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
