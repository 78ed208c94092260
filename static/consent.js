// The page of one's account: agreeing to new terms.
import { api } from "./api.js";
import { $, onPress } from "./ui.js";

const bar = $("#consent");
const button = $("[data-terms]", bar);
onPress(button, bar, async () => {
  await api("POST", "/user/consents", { terms_version: button.dataset.terms });
  bar.remove();
  $("h1").tabIndex = -1;
  $("h1").focus();
});
