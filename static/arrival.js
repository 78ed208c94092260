// The host's page for the arrival guide of a house, and for instant booking.
import { api } from "./api.js";
import { $, onPress, onSubmit } from "./ui.js";

const guide = $("#guide");
const path = `/houses/${guide.dataset.house}`;

onSubmit(guide, (values) => api("PUT", `${path}/arrival`, values));

const instant = $("#instant");
const button = $("[data-instant]", instant);
onPress(button, instant, async () => {
  await api("PUT", `${path}/instant`, { instant: Boolean(button.dataset.instant) });
  location.reload();
});
