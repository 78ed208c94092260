// For the pages of messages: what is composed and not sent yet, and drafts. It waits in this browser, apart for each
// user, until the backend has it; signing out forgets it.
const PREFIX = "messages-";

const outboxKey = (user) => `${PREFIX}outbox-${user}`;
const draftKey = (user, thread) => `${PREFIX}draft-${user}-${thread}`;

function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

// Returns false where the browser has no room, or stores nothing.
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

// The messages of a user that wait for a thread, the oldest first: {client_id, thread, text, images, failed}.
export const waiting = (user, thread) => read(outboxKey(user), []).filter((each) => each.thread === thread);

export const put = (user, message) =>
  write(outboxKey(user), [
    ...read(outboxKey(user), []).filter((each) => each.client_id !== message.client_id),
    message,
  ]);

export const drop = (user, clientId) =>
  write(
    outboxKey(user),
    read(outboxKey(user), []).filter((each) => each.client_id !== clientId),
  );

export const draft = (user, thread) => read(draftKey(user, thread), "");

export function keepDraft(user, thread, text) {
  if (text) write(draftKey(user, thread), text);
  else localStorage.removeItem(draftKey(user, thread));
}

// Everything that this browser holds of anybody's messages.
export function forgetMessages() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

// A UUID; crypto.randomUUID is for https pages only.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
