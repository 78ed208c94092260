// The page of the last step of publishing: the house is put online, or to review.
import { api } from "./api.js";
import { $, onPress } from "./ui.js";

const place = $("#preview");
onPress($("#submit"), place, async () => {
  await api("PUT", `/houses/${place.dataset.house}/status`, { online: true });
  location.assign(place.dataset.missing === "0" ? "/host#submitted" : "/host");
});
