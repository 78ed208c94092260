// For the pages with a picture code: it appears when an answer asks for one, and changes on a click or after use.

for (const button of document.querySelectorAll("[data-refresh]")) {
  const [image, unshown] = button.children;
  button.addEventListener("click", () => refresh(button.form));
  // beyond the limit, the backend sends no picture for a while
  image.addEventListener("error", () => ((image.hidden = true), (unshown.hidden = false)));
  image.addEventListener("load", () => ((image.hidden = false), (unshown.hidden = true)));
}

export function refresh(form) {
  const { piccode, piccode_id: id } = form.elements;
  const previous = id.value;
  id.value = crypto.randomUUID();
  piccode.value = "";
  form.querySelector("[data-refresh] img").src = `/api/imagecode?codeid=${id.value}&precodeid=${previous}`;
}

// The form's values. They include a picture code only after an answer asked for one: beside an SMS code, the picture
// code belongs to the request that sends the SMS.
export function values(form) {
  const sent = Object.fromEntries(new FormData(form));
  if (!form.dataset.captcha) {
    delete sent.piccode;
    delete sent.piccode_id;
  }
  return sent;
}

// Shows a picture code if this refusal asks for one. A code works once, right or wrong.
export function renew(form, refused) {
  if (!form.elements.piccode) return;
  if (refused.captcha) {
    form.dataset.captcha = "asked";
    form.querySelector("[data-captcha]")?.removeAttribute("hidden");
  }
  if (form.dataset.captcha) refresh(form);
  if (refused.captcha) form.elements.piccode.focus();
}

// After a success the form needs no picture code.
export function dismiss(form) {
  delete form.dataset.captcha;
  form.querySelector("[data-captcha]")?.setAttribute("hidden", "");
}
