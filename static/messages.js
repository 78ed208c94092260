// The pages of messages: the list of threads, and a thread that goes on by itself.
import { api, fetchPage } from "./api.js";
import "./dialog.js";
import { openComposer } from "./messages-composer.js";
import { has, lastId, markRead, pending, place, separate, setState, word } from "./messages-lines.js";
import * as outbox from "./messages-outbox.js";
import { refresh as countUnread } from "./notices.js";
import { toast } from "./toast.js";
import { $, onPress, onSubmit, say } from "./ui.js";

const SECONDS = 15;
const LINE_DELAY = 3000; // a worker writes the platform's lines after the event
const NEAR = 120; // pixels from the end at which new messages are followed

const talk = $("#thread");
const user = talk?.dataset.user;
let thread = Number(talk?.dataset.thread) || 0;
const path = () => `/threads/${thread}`;
const isSeen = () => document.visibilityState === "visible";

async function refreshList() {
  const old = $("#threads");
  if (!isSeen() || !old.checkVisibility()) return;
  const page = await fetchPage(talk ? "/messages" : location.pathname + location.search);
  const fresh = $("#threads", page);
  for (const link of fresh.querySelectorAll("a.thread-line"))
    if (thread && link.pathname === `/messages/${thread}`) link.setAttribute("aria-current", "page");
  if (!old.contains(document.activeElement)) old.replaceWith(fresh);
}

// Runs `work` now, or once more after the run that is under way. A failure is tried again at the next occasion.
function once(work) {
  let running = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await work().catch(() => {});
    } while (again);
    running = null;
  };
  return () => {
    if (running) again = true;
    else running = run();
    return running;
  };
}

const refresh = once(refreshList);
if (talk) openThread();
else {
  setInterval(refresh, SECONDS * 1000);
  document.addEventListener("ihome:event", refresh);
}

function openThread() {
  const scroll = $("#messages");
  const lines = $("#lines");
  const news = $("#news");
  const part = "part" in lines.dataset; // an older part of the thread, which does not go on
  let otherRead = Number(talk.dataset.read) || 0;
  let known = lastId(); // everything up to here is on the page
  let unseen = 0;
  let told = 0; // up to here the backend knows that it is read

  const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
  const toEnd = () => (scroll.scrollTop = scroll.scrollHeight);

  function showNews(count) {
    unseen = count;
    news.hidden = !unseen;
    const [one, many] = word("new");
    news.textContent = (unseen === 1 ? one : many).replace("{n}", unseen);
  }

  async function tellRead() {
    if (!thread || !isSeen() || !isAtEnd() || part || known <= told) return;
    showNews(0);
    const upTo = known;
    await api("PUT", `${path()}/read`, { message_id: upTo });
    told = upTo;
    $('#threads [aria-current="page"] .badge')?.remove();
    await countUnread();
  }
  const markSeen = once(tellRead);

  function show(messages) {
    const follows = isAtEnd();
    const fresh = messages.filter(place);
    if (fresh.length) separate();
    $("#hint")?.remove();
    if (follows) toEnd();
    else showNews(unseen + fresh.filter((message) => !message.mine && message.kind === "message").length);
  }

  async function fetchNew() {
    if (!thread || part) return;
    for (let more = true; more;) {
      const found = await api("GET", `${path()}/messages?after=${known}&size=50`);
      if (found.messages.length) {
        known = found.messages.at(-1).message_id;
        show(found.messages);
      }
      otherRead = Math.max(otherRead, found.other_read_id);
      more = found.more;
    }
    markRead(otherRead);
    await markSeen();
    await flush();
  }
  const poll = once(fetchNew);

  // -- sending: in order, each until the backend has answered; a repetition is the same message
  const items = new Map();

  function itemOf(message) {
    if (!items.has(message.client_id)) items.set(message.client_id, pending(message));
    return items.get(message.client_id);
  }

  async function flushAll() {
    if (!thread) return;
    for (const message of outbox.waiting(user, thread)) {
      const item = itemOf(message);
      if (message.failed) continue;
      setState(item, "sending");
      try {
        const { client_id, text, images } = message;
        const sent = await api("POST", `${path()}/messages`, { client_id, text, images });
        outbox.drop(user, client_id);
        items.delete(client_id);
        if (!has(sent.message.message_id)) show([sent.message]);
        else item.remove();
      } catch (refused) {
        if (isTemporary(refused)) {
          setState(item, "waiting");
          break;
        }
        fail(item, message, refused);
      }
    }
  }
  const flush = once(flushAll);
  // no answer, or one that says that the backend is not well: it is sent again without being asked to
  const isTemporary = ({ errno }) => errno === -1 || errno === 4001 || errno >= 4500;

  function fail(item, message, refused) {
    outbox.put(user, { ...message, failed: true });
    const problem = Object.values(refused.fields)[0] ?? refused.message;
    setState(item, "", problem, [
      ["retry", () => (outbox.put(user, { ...message, failed: false }), flush())],
      ["drop", () => (outbox.drop(user, message.client_id), items.delete(message.client_id), item.remove())],
    ]);
  }

  async function begin() {
    if (!thread) thread = (await api("POST", talk.dataset.path)).thread_id;
    return thread;
  }

  async function send({ text, images }) {
    if (!thread) return sendFirst({ text, images });
    const message = { client_id: outbox.newId(), thread, text, images };
    outbox.put(user, message);
    setState(itemOf(message), "sending");
    toEnd();
    await flush();
    await poll();
  }

  // The first message begins the thread; then this is its page.
  async function sendFirst(message) {
    const form = $("#composer");
    try {
      await begin();
      outbox.put(user, { client_id: outbox.newId(), thread, ...message });
      location.replace(`/messages/${thread}`);
    } catch (refused) {
      form.elements.text.value = message.text;
      say(form, refused);
    }
  }

  openComposer($("#composer"), {
    user,
    thread: thread || talk.dataset.path,
    most: Number(talk.dataset.pictures),
    threadId: begin,
    send,
  });

  // -- older messages, above without a jump
  const older = $("#older");
  async function loadOlder() {
    if (older.hidden) return;
    const before = Number($("[data-id]", lines).dataset.id);
    const found = await api("GET", `${path()}/messages?before=${before}&size=50`);
    const height = scroll.scrollHeight;
    older.hidden = !found.more;
    found.messages.forEach(place);
    separate();
    markRead(otherRead);
    scroll.scrollTop += scroll.scrollHeight - height;
  }
  if (older && !part) {
    const load = once(loadOlder);
    $("a", older).addEventListener("click", (event) => {
      event.preventDefault();
      load();
    });
    scroll.addEventListener("scroll", () => scroll.scrollTop < 2 * NEAR && load());
  }

  // -- pictures, reports, blocks, quick replies
  const photo = $("#photo");
  lines.addEventListener("click", (event) => {
    const link = event.target.closest(".said-picture");
    if (!link || !photo || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    $("img", photo)?.remove();
    photo.append(Object.assign(new Image(), { alt: word("picture"), src: link.href }));
    photo.showModal();
  });

  let reported = 0;
  lines.addEventListener("click", ({ target }) => {
    if (!target.dataset.report) return;
    reported = target.dataset.report;
    $("#report").showModal();
  });
  onSubmit($("#report-form"), async (values, form) => {
    await api("POST", `/messages/${reported}/report`, values);
    form.reset();
    $("#report").close();
    toast(word("reported"));
  });
  for (const button of lines.querySelectorAll("[data-report]")) button.hidden = false;

  function showBlocked(blocked) {
    $("#blocked").hidden = !blocked;
    $("#block").hidden = blocked;
  }
  onPress($("#block"), $("#talk-more"), async () => {
    await api("PUT", `/users/${talk.dataset.other}/block`);
    $("#talk-more").close();
    showBlocked(true);
    toast(word("blocked"));
  });
  onPress($("#unblock"), $("#composer"), async () => {
    await api("DELETE", `/users/${talk.dataset.other}/block`);
    showBlocked(false);
  });
  onSubmit($("#replies"), async ({ replies }) => {
    const texts = (replies ?? "").split("\n").map((line) => line.trim());
    await api("PUT", "/user/quick-replies", { replies: texts.filter(Boolean) });
  });

  // -- how it goes on
  function onEvent({ detail }) {
    refresh();
    if (detail?.subject?.kind !== "thread") setTimeout(poll, LINE_DELAY);
    else if (detail.subject.id === thread) poll();
  }
  document.addEventListener("ihome:event", onEvent);
  document.addEventListener("visibilitychange", () => isSeen() && (poll(), refresh()));
  addEventListener("online", () => (flush(), poll()));
  news.addEventListener("click", () => (toEnd(), markSeen()));
  scroll.addEventListener("scroll", () => isAtEnd() && unseen && markSeen());
  setInterval(() => isSeen() && (poll(), refresh()), SECONDS * 1000);

  for (const message of outbox.waiting(user, thread)) {
    const item = itemOf(message);
    if (message.failed) fail(item, message, { fields: {}, message: word("failed") });
  }
  markRead(otherRead);
  if (!part) toEnd();
  poll();
}
