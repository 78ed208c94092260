// Houses that wait for an admin.
import { api } from "./api.js";
import { $, clone, fill, onPress, onSubmit, say, yuan } from "./ui.js";

const list = $("#waiting");

async function load() {
  const { houses } = await api("GET", "/admin/houses?status=pending");
  list.replaceChildren(...houses.map(row));
  $("#none").hidden = houses.length > 0;
  list.removeAttribute("aria-busy");
}

function row(house) {
  const made = fill(clone("row"), { title: house.title, area: house.area_name, address: house.address, price: yuan(house.price) });
  const form = $("form", made);
  const decide = async (body) => {
    await api("PUT", `/admin/houses/${house.house_id}/review`, { ...body, revision: house.revision });
    await load();
  };
  onSubmit(form, ({ reason }) => decide({ approve: false, ...(reason && { reason }) }));
  onPress($("[data-approve]", form), form, () => decide({ approve: true }));
  return made;
}

load().catch((refused) => {
  say(document, refused);
  list.removeAttribute("aria-busy");
});
