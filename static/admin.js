// The admins' page: houses that wait for review, with what changed since the last approval.
import { api } from "./api.js";
import { $, clone, fill, onPress, onSubmit, say, texts, yuan } from "./ui.js";

const STALE = 4004;
const list = $("#waiting");
const word = (key) => texts(key, "admin-texts");
const money = (amount) => (amount === null ? "—" : `¥${yuan(amount)}`);
const place = ({ lat, lng }) => (lat === null ? "—" : `${lat}, ${lng}`);
const area = (id) => word("areas")[id] ?? id;

async function load() {
  const { houses } = await api("GET", "/admin/houses?status=pending");
  list.replaceChildren(...houses.map(row));
  $("#none").hidden = houses.length > 0;
  list.removeAttribute("aria-busy");
}

function row(house) {
  const { changes } = house;
  const removed = changes?.images_removed;
  const made = fill(clone("row"), {
    title: house.title,
    kind: word(changes ? "changed" : "first"),
    removed: removed ? `${word("removed")} ${removed}` : "",
  });
  $("[data-images]", made).replaceChildren(...house.images.map((image, number) => picture(image, number, changes)));
  $("[data-facts]", made).replaceChildren(...facts(house).map(([name, now, before]) => fact(name, now, before)));
  $("[data-facilities]", made).replaceChildren(
    ...house.facilities.map(({ name }) => Object.assign(document.createElement("li"), { textContent: name })),
  );
  decisions(made, house);
  return made;
}

function decisions(made, house) {
  const form = $("form", made);
  const decide = async (body) => {
    try {
      await api("PUT", `/admin/houses/${house.house_id}/review`, { ...body, revision: house.revision });
      await load();
    } catch (refused) {
      if (refused.errno !== STALE) throw refused;
      await load();
      say(document, refused);
    }
  };
  onSubmit(form, ({ reason }) => decide({ approve: false, ...(reason && { reason }) }));
  onPress($("[data-approve]", form), document, () => decide({ approve: true }));
}

function picture(image, number, changes) {
  const made = clone("picture");
  $("a", made).href = image.sizes["1600"].jpeg;
  const shown = $("img", made);
  shown.src = image.sizes["320"].webp;
  shown.alt = `${word("picture")} ${number + 1}`;
  $("mark", made).hidden = !changes?.images_added.includes(image.image_id);
  return made;
}

// The facts of a house: name, present value, and the approved value where it differs.
function facts(house) {
  const { prices } = house;
  const before = house.changes?.before ?? {};
  const moved = "lat" in before || "lng" in before;
  return [
    ["title", house.title, before.title],
    ["area", house.area_name, "area_id" in before ? area(before.area_id) : undefined],
    ["address", house.address, before.address],
    ["place", place(house), moved ? place({ lat: house.lat, lng: house.lng, ...before }) : undefined],
    ["unit", house.unit, before.unit],
    ["size", `${house.room_count} ${word("rooms")} · ${house.acreage} m² · ${house.capacity} ${word("people")}`],
    ["beds", house.beds, before.beds],
    ["description", house.description || "—", before.description],
    [
      "price",
      `${money(prices.price)} · ${word("weekend")} ${money(prices.weekend_price)} · ${word("cleaning")} ${money(prices.cleaning_fee)}`,
    ],
    ["discounts", `${prices.weekly_discount}% · ${prices.monthly_discount}%`],
    ["cancellation", word("policies")[prices.cancellation]],
    ["deposit", money(house.deposit)],
    ["nights", `${house.min_days}–${house.max_days || "∞"}`],
    ["host", house.user_name],
  ];
}

function fact(name, now, before) {
  const made = fill(clone("fact"), { label: word(name), now, before: before || "—" });
  $(".before", made).hidden = before === undefined;
  return made;
}

load().catch((refused) => {
  say(document, refused);
  list.removeAttribute("aria-busy");
});
