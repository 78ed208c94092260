// The host's page for the calendar and the prices of a house, and for calendars of other platforms.
import { api } from "./api.js";
import { NightActions, word as nightWord } from "./night-actions.js";
import { NightCalendar } from "./night-calendar.js";
import { StayRules } from "./stay-rules.js";
import { toast } from "./toast.js";
import { $, clone, fen, fill, local, onPress, onSubmit, say, texts, yuan } from "./ui.js";

const manage = $("#manage");
const { house } = manage.dataset;
const path = `/houses/${house}`;
const word = (key) => texts(key, "calendar-texts");
const plain = (amount) => yuan(amount).replaceAll(",", "");
const counted = (key, count) => word(key)[count === 1 ? 0 : 1].replace("{n}", count);

// -- nights

class HostRules extends StayRules {
  constructor(known) {
    super(known);
    const { blocked, imported } = known.calendar;
    Object.assign(this, { blocked: new Set(blocked), imported: new Set(imported) });
  }

  // What takes a night.
  takenBy(night) {
    if (!this.isTaken(night)) return "";
    if (this.blocked.has(night)) return "host";
    return this.imported.has(night) ? "calendar" : "order";
  }
}

const place = $(".host-calendar", manage);
const { first, last } = place.dataset;
const words = Object.fromEntries(["free", "order", "host", "calendar", "comma"].map((key) => [key, nightWord(key)]));
const wide = matchMedia("(width >= 1280px)");
let nights = null;

async function readRules() {
  const [calendar, prices] = await Promise.all([api("GET", `${path}/calendar`), api("GET", `${path}/prices`)]);
  return { rules: new HostRules({ first, last, prices, calendar }), prices };
}

const actions = new NightActions($("#nights"), async () => {
  nights.setRules((await readRules()).rules);
});

async function drawNights() {
  const { rules, prices } = await readRules();
  nights = new NightCalendar(place, { rules, words, onChange: () => actions.choose(house, nights.chosen) });
  nights.show(wide.matches ? 2 : 1, null, null);
  wide.addEventListener("change", () => nights.show(wide.matches ? 2 : 1, nights.start, nights.end));
  place.removeAttribute("aria-busy");
  drawPrices(prices);
}
drawNights().catch((refused) => say(manage, refused));

// -- the usual prices

const prices = $("#prices");
function drawPrices(known) {
  for (const name of ["weekly_discount", "monthly_discount", "cancellation"]) prices.elements[name].value = known[name];
  prices.elements.cleaning_fee.value = plain(known.cleaning_fee);
  prices.elements.weekend_price.value = known.weekend_price === null ? "" : plain(known.weekend_price);
}

onSubmit(prices, async (values) => {
  await api("PUT", `${path}/prices`, {
    ...values,
    weekend_price: values.weekend_price.trim() ? fen(values.weekend_price) : null,
    cleaning_fee: fen(values.cleaning_fee),
  });
  nights?.setRules((await readRules()).rules);
});

// -- calendars of other platforms

const feeds = $("#feeds");
const list = $(".feeds", feeds);

async function drawFeeds() {
  const data = await api("GET", `${path}/feeds`);
  $("#export").value = data.export_url;
  list.replaceChildren(...data.feeds.map(feedRow));
  return data.feeds;
}

function feedRow(feed) {
  const state = feed.error ? "failing" : feed.fetched ? "good" : "waiting";
  const facts = [
    feed.fetched && counted("nights", feed.nights),
    feed.fetched && word("fetched").replace("{time}", local(feed.fetched)),
    word("next").replace("{time}", local(feed.next_fetch)),
    feed.failures > 0 && counted("failures", feed.failures),
  ];
  const problems = [feed.error, feed.conflicts > 0 && counted("conflicts", feed.conflicts)];
  const line = fill(clone("feed-row"), {
    url: feed.url,
    state: word(state),
    facts: facts.filter(Boolean).join(" · "),
    error: problems.filter(Boolean).join(" · "),
  });
  $(".badge", line).classList.add({ good: "good", waiting: "info", failing: "bad" }[state]);
  onPress($("button", line), feeds, async () => {
    await api("DELETE", `${path}/feeds/${feed.feed_id}`);
    await drawFeeds();
    nights?.setRules((await readRules()).rules);
    toast(word("removed"));
  });
  return line;
}

// A new calendar is read within seconds: its state is asked for until it has one.
async function watch(feedId) {
  for (const seconds of [2, 3, 5, 10]) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const feed = (await drawFeeds()).find((each) => each.feed_id === feedId);
    if (!feed || feed.fetched || feed.error) break;
  }
  nights?.setRules((await readRules()).rules);
}

onSubmit($("#feed"), async (values, form) => {
  const { feed_id } = await api("POST", `${path}/feeds`, values);
  form.reset();
  await drawFeeds();
  watch(feed_id).catch((refused) => say(feeds, refused));
});
onPress($("#copy"), feeds, async () => {
  await navigator.clipboard.writeText($("#export").value);
  toast(word("copied"));
});
drawFeeds().catch((refused) => say(feeds, refused));
