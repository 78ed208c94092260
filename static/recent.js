// For pages of houses, and the first page: which houses were looked at last. Only this browser knows.
const KEY = "recent";
const MOST = 8;

// Ids, the latest first.
export function recent() {
  try {
    const ids = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(ids) ? ids.filter(Number.isSafeInteger).slice(0, MOST) : [];
  } catch {
    return []; // storage is blocked, or holds something else
  }
}

export function forget() {
  localStorage.removeItem(KEY);
}

function remember(id) {
  try {
    localStorage.setItem(KEY, JSON.stringify([id, ...recent().filter((each) => each !== id)].slice(0, MOST)));
  } catch {
    // storage is blocked or full: nothing is remembered
  }
}

const [, id] = /^\/houses\/(\d+)$/.exec(location.pathname) ?? [];
if (id) remember(Number(id));
