// For all pages of who is signed in: their events as they happen (docs/live.md). Of all tabs of a browser, one listens
// to the server and tells the others. Each event is dispatched as "ihome:event" on the document, once and in order.
const FEED = "/api/v1.0/events";
const LAST = "live-last"; // in this tab: whose last event it was, its number, and when it was noted (ms)
const FRESH = 300_000; // ms: a page that is opened later shows what happened meanwhile
const FIRST_BYTES = 10_000; // ms: what holds back the first bytes would hold back events
const SILENCE = 40_000; // ms: the server sends something every 15 s
const ANSWER = 3_000; // ms: a tab that listens answers the others, unless the browser has frozen it
const FAILURES = 3; // in a row: then the feed is asked
const ASK = 15_000; // ms between two questions to the feed
const RETRY = 300_000; // ms until the stream is tried again, where it does not work

const viewer = document.querySelector("meta[name=viewer]")?.content;
const name = `live-${viewer}`;

export function onEvents(callback) {
  document.addEventListener("ihome:event", ({ detail }) => callback(detail));
}

// -- what this tab has been told

let last = null; // the number of the newest event; null before anything is known
let catching = null;

function note(number) {
  last = number;
  sessionStorage.setItem(LAST, `${viewer} ${number} ${Date.now()}`);
}

function recall() {
  const [who, number, at] = (sessionStorage.getItem(LAST) ?? "").split(" ");
  if (who === viewer && Date.now() - at < FRESH) last = Number(number);
}

function take(event) {
  if (last !== null && event.id <= last) return;
  if (last !== null && event.id > last + 1) {
    catchUp().catch(() => {}); // the next event, or the next connection, tries again
    return;
  }
  note(event.id);
  channel?.postMessage({ event });
  document.dispatchEvent(new CustomEvent("ihome:event", { detail: event }));
}

async function ask(after, size) {
  const answer = await fetch(`${FEED}?after=${after}&size=${size}`, { signal: AbortSignal.timeout(20_000) });
  if (answer.status === 401) throw new Ended();
  if (!answer.ok) throw new Failed(answer);
  return (await answer.json()).data;
}

// Reads from the feed what this tab has missed; several calls at a time are one.
function catchUp() {
  catching ??= readOn().finally(() => (catching = null));
  return catching;
}

async function readOn() {
  if (last === null) return note((await ask(0, 1)).latest);
  for (let next = last; next !== null;) {
    const page = await ask(next, 50);
    if (page.latest < last) note(page.latest);
    page.events.forEach(take);
    next = page.next;
  }
}

// -- the stream

class Ended extends Error {} // the viewer is signed out: nothing comes any more

class Failed extends Error {
  constructor(answer) {
    super();
    this.seconds = Number(answer?.headers.get("Retry-After")) || 0;
  }
}

// Reads the stream until it ends, or `attempt` is aborted. Returns how many ms to wait before the next one. Throws Ended,
// Failed and what fetch throws.
async function listen(attempt) {
  let timer = setTimeout(() => attempt.abort(), FIRST_BYTES);
  try {
    const query = last === null ? "" : `?after=${last}`;
    const sent = { headers: { Accept: "text/event-stream" }, cache: "no-store", signal: attempt.signal };
    const answer = await fetch(`${FEED}/stream${query}`, sent);
    if (answer.status === 401) throw new Ended();
    if (answer.status === 400) last = null; // the platform was restored to an earlier state
    if (!answer.ok) throw new Failed(answer);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    let wait = 0;
    for (;;) {
      const { value, done } = await reader.read();
      if (done && wait) return wait;
      if (done) throw new Failed();
      clearTimeout(timer);
      timer = setTimeout(() => attempt.abort(), SILENCE);
      const blocks = (rest + value).split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) wait = tell(block) || wait;
    }
  } finally {
    clearTimeout(timer);
    attempt.abort(); // a refusal's body is not read
  }
}

// What a block of the stream says; returns how many ms to wait when the stream has ended, if it says that.
function tell(block) {
  const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: ?(.*)/, 2)));
  if (fields.event === "signed_out") throw new Ended();
  if (fields.event === "replaced") return RETRY;
  if (fields.data) take(JSON.parse(fields.data));
  else if (fields.id && last === null) note(Number(fields.id));
  return Number(fields.retry);
}

const pause = (ms, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
const about = (ms) => ms * (0.75 + Math.random() / 2);

// Asks the feed for so many ms.
async function poll(ms, signal) {
  const end = performance.now() + ms;
  while (performance.now() < end && !signal.aborted) {
    if (navigator.onLine) await catchUp().catch(stopIfEnded);
    await pause(about(ASK), signal);
  }
}

function stopIfEnded(error) {
  if (error instanceof Ended) throw error;
}

// Listens until `signal` is aborted or the viewer is signed out.
async function lead(signal) {
  for (let failures = 0; !signal.aborted;) {
    if (!navigator.onLine) await online(signal);
    const attempt = new AbortController();
    const cut = () => attempt.abort();
    addEventListener("offline", cut);
    signal.addEventListener("abort", cut);
    try {
      const wait = await listen(attempt);
      failures = 0;
      await (wait < RETRY ? pause(wait, signal) : poll(RETRY, signal));
    } catch (error) {
      stopIfEnded(error);
      failures += 1;
      if (failures >= FAILURES) await poll(RETRY, signal);
      else if (error.seconds) await poll(error.seconds * 1000, signal);
      else await pause(about(1000 * 2 ** failures), signal);
    } finally {
      removeEventListener("offline", cut);
      signal.removeEventListener("abort", cut);
    }
  }
}

function online(signal) {
  return new Promise((resolve) => {
    addEventListener("online", resolve, { once: true });
    signal.addEventListener("abort", resolve);
  });
}

// -- one tab for all

let channel = null;
let leading = false;
let stopping = null; // of this tab, while it is shown or in the background
let unanswered = 0;

function hear({ data }) {
  if (data.event && !leading) take(data.event);
  if (data.ask && leading) channel.postMessage({ at: last });
  if ("at" in data) {
    clearTimeout(unanswered);
    if (last === null && data.at !== null) note(data.at);
    else if (data.at > last) catchUp().catch(() => {});
  }
}

async function run(controller, steal) {
  const { signal } = controller;
  const work = () => {
    leading = true;
    clearTimeout(unanswered);
    return lead(signal);
  };
  try {
    await navigator.locks.request(name, steal ? { steal } : { signal }, work);
  } catch (error) {
    if (error.name === "AbortError" && !signal.aborted) start(); // another tab has taken over: wait for its end
  }
}

// The tab that is looked at does not wait for one that the browser has frozen.
function check() {
  if (document.hidden || leading || !channel) return;
  channel.postMessage({ ask: true });
  clearTimeout(unanswered);
  unanswered = setTimeout(start, ANSWER, true);
}

function start(steal = false) {
  stop();
  stopping = new AbortController();
  if (!navigator.locks || !self.BroadcastChannel) {
    lead(stopping.signal).catch(() => {});
    return;
  }
  channel = new BroadcastChannel(name);
  channel.addEventListener("message", hear);
  run(stopping, steal);
  if (!steal) check();
}

function stop() {
  clearTimeout(unanswered);
  stopping?.abort();
  channel?.close();
  channel = stopping = null;
  leading = false;
}

if (viewer) {
  recall();
  if (document.readyState === "complete") start();
  else addEventListener("load", () => start(), { once: true });
  document.addEventListener("visibilitychange", check);
  addEventListener("pagehide", () => {
    if (last !== null) note(last);
    stop();
  });
  addEventListener("pageshow", ({ persisted }) => persisted && start());
}
