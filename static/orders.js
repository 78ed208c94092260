// The pages that list the user's orders, as guest or as host.
import { api } from "./api.js";
import { $, clone, fill, onPress, say, texts, yuan } from "./ui.js";

const list = $("#orders");
const more = $("#more");
const { role } = list.dataset;
let after = "";

async function load() {
  const data = await api("GET", `/user/orders?role=${role}&size=20${after && `&after=${after}`}`);
  for (const order of data.orders) {
    const line = fill(clone("order"), {
      title: order.title,
      dates: `${order.start_date} → ${order.end_date}`,
      who: role === "custom" ? order.host_name : order.guest_name,
      amount: yuan(order.amount),
      status: texts(order.status, "order-texts"),
    });
    $("a", line).href = `/orders/${order.order_id}`;
    const image = $("img", line);
    if (order.image_url) image.src = order.image_url;
    else image.remove();
    list.append(line);
  }
  after = data.next ?? "";
  more.hidden = !after;
  $("#none").hidden = list.childElementCount > 0;
  list.removeAttribute("aria-busy");
}

onPress(more, document, load);
load().catch((refused) => {
  say(document, refused);
  list.removeAttribute("aria-busy");
});
