// The page that confirms a booking: one order, however often the button is pressed or the network fails.
import { api } from "./api.js";
import { $, onSubmit } from "./ui.js";

const key = crypto.randomUUID();

onSubmit($("#book"), async (_, form) => {
  const { house, start, end, guests } = form.dataset;
  const stay = { house_id: Number(house), start_date: start, end_date: end, guests: Number(guests) };
  const { order_id } = await api("POST", "/orders", stay, { "Idempotency-Key": key });
  location.assign(`/orders/${order_id}`);
});
onSubmit($("#identity"), async (values) => {
  await api("POST", "/user/auth", values);
  location.reload();
});
