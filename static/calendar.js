// The host's page for the calendar and the prices of a house, and for calendars of other platforms.
import "./cally.js";
import { api } from "./api.js";
import { announceTaken, Nights } from "./nights.js";
import { $, clone, fen, fill, local, onPress, onSubmit, say, texts, yuan } from "./ui.js";

const manage = $("#manage");
const path = `/houses/${manage.dataset.house}`;
const blocked = $("#blocked");
const plain = (amount) => yuan(amount).replaceAll(",", "");

async function drawNights() {
  const { taken, blocked: own } = await api("GET", `${path}/calendar`);
  const sold = new Nights(taken.filter((night) => !own.includes(night)));
  blocked.getDayParts = (date) => (sold.isTaken(date) ? "taken" : "");
  blocked.isDateDisallowed = (date) => sold.isTaken(date);
  announceTaken(blocked, blocked.dataset.taken);
  blocked.value = own.join(" ");
}
drawNights().catch((refused) => say(manage, refused));
onPress($("#block"), manage, async () => {
  await api("PUT", `${path}/calendar`, { blocked: blocked.value.split(" ").filter(Boolean) });
  $(".done", manage).textContent = texts("saved");
});

const prices = $("#prices");
async function drawPrices() {
  const known = await api("GET", `${path}/prices`);
  for (const name of ["weekly_discount", "monthly_discount", "cancellation"]) prices.elements[name].value = known[name];
  prices.elements.cleaning_fee.value = plain(known.cleaning_fee);
  prices.elements.weekend_price.value = known.weekend_price === null ? "" : plain(known.weekend_price);
  known.ranges.forEach(addRange);
}
drawPrices().catch((refused) => say(prices, refused));

function addRange({ start_date = "", end_date = "", price = null } = {}) {
  const made = clone("range");
  $("[name=start_date]", made).value = start_date;
  $("[name=end_date]", made).value = end_date;
  $("[name=range_price]", made).value = price === null ? "" : plain(price);
  $("[data-remove]", made).addEventListener("click", () => made.remove());
  $("#ranges").append(made);
}
$("#add-range").addEventListener("click", () => addRange());

const entered = (values) => ({
  weekend_price: values.weekend_price.trim() ? fen(values.weekend_price) : null,
  cleaning_fee: fen(values.cleaning_fee),
  weekly_discount: values.weekly_discount,
  monthly_discount: values.monthly_discount,
  cancellation: values.cancellation,
  ranges: [...$("#ranges").children].map((each) => ({
    start_date: $("[name=start_date]", each).value,
    end_date: $("[name=end_date]", each).value,
    price: fen($("[name=range_price]", each).value),
  })),
});

// The API's text for a wrong price counts in fen; the page shows its own text, in yuan.
const wrongPrice = () =>
  [...prices.querySelectorAll("[name=range_price]")].find(
    ({ value, dataset }) => fen(value) < Number(dataset.minimum) || fen(value) > Number(dataset.maximum),
  );

onSubmit(prices, async (values) => {
  try {
    await api("PUT", `${path}/prices`, entered(values));
  } catch (refused) {
    if (refused.fields?.ranges && wrongPrice()) refused.fields.ranges = wrongPrice().dataset.wrong;
    throw refused;
  }
});

const feeds = $("#feeds");
const list = $("ul", feeds);
async function draw() {
  const data = await api("GET", `${path}/feeds`);
  $("#export").value = data.export_url;
  list.replaceChildren(
    ...data.feeds.map((feed) => {
      const since = feed.failing_since && local(feed.failing_since);
      const fetched = feed.fetched && local(feed.fetched);
      const line = fill(clone("feed-row"), { ...feed, since, fetched });
      $('[data-state="failing"]', line).hidden = !since;
      $('[data-state="fetched"]', line).hidden = !fetched;
      onPress($("button", line), feeds, async () => {
        await api("DELETE", `${path}/feeds/${feed.feed_id}`);
        await draw();
      });
      return line;
    }),
  );
}
onSubmit($("#feed"), async (values, form) => {
  await api("POST", `${path}/feeds`, values);
  form.reset();
  await draw();
});
draw().catch((refused) => say(feeds, refused));
