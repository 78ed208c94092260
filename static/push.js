// For all pages of who is signed in: keeps this browser's notifications with its user. For the page of notification
// settings: the button that switches them on and off.
import { api } from "./api.js";
import { $, onPress } from "./ui.js";

const KEPT = "push"; // on this device: whose notifications it shows, the subscription's id, and when it was sent
const RENEWED = 6 * 3600 * 1000; // milliseconds: a subscription ends with its session, so the next one has to be told
const viewer = $("meta[name=viewer]")?.content;
const supported = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

const kept = () => JSON.parse(localStorage.getItem(KEPT) ?? "{}");

// After signing out: whoever signs in next tells the backend at once.
export function expire() {
  const known = kept();
  if (known.owner) localStorage.setItem(KEPT, JSON.stringify({ ...known, at: 0 }));
}

async function subscription() {
  const registration = supported ? await navigator.serviceWorker.getRegistration() : null;
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function send(found) {
  const { id } = await api("POST", "/user/push-subscriptions", found.toJSON());
  localStorage.setItem(KEPT, JSON.stringify({ owner: viewer, id, at: Date.now() }));
}

async function renew() {
  const { owner, at } = kept();
  if (!owner || (owner === viewer && Date.now() - at < RENEWED)) return;
  const found = await subscription();
  if (owner === viewer && found) await send(found);
  else await stop(found); // somebody else uses this browser now, and has not asked for notifications here
}

async function stop(found) {
  await found?.unsubscribe();
  localStorage.removeItem(KEPT);
}

async function start() {
  if ((await Notification.requestPermission()) !== "granted") return;
  const { key } = await api("GET", "/push-key");
  await (await subscription())?.unsubscribe(); // it may be of another key
  const { pushManager } = await navigator.serviceWorker.ready;
  await send(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
}

async function show(panel) {
  const on = supported && Notification.permission === "granted" && kept().owner === viewer && (await subscription());
  const denied = supported && Notification.permission === "denied";
  const state = (!supported && "missing") || (denied && "denied") || (on ? "on" : "off");
  for (const part of panel.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
}

const renewed = renew().catch(() => {}); // a page works without it
const panel = $("[data-push]");
if (panel) {
  renewed.then(() => show(panel));
  onPress($("[data-when=off]", panel), panel, async () => {
    await start();
    location.reload(); // the page says whether any browser is set up
  });
  onPress($("[data-when=on]", panel), panel, async () => {
    const { id } = kept();
    await stop(await subscription());
    await api("DELETE", `/user/push-subscriptions/${id}`);
    location.reload();
  });
}
