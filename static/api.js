// For all pages: requests to the API. A refusal is thrown as `Refused`, with a text for each wrong field.
import { texts } from "./ui.js";

export class Refused extends Error {
  constructor({ errno = -1, errmsg, data = {} }) {
    super(errmsg);
    this.errno = errno;
    this.fields = data.fields ?? {};
    this.captcha = data.captcha === true;
    this.reason = data.reason;
    this.retryAfter = data.reason === "busy" ? data.retry_after : 0; // seconds
  }
}

const NOT_SIGNED_IN = 4101;

export async function api(verb, path, body, headers = {}) {
  const sent = {
    method: verb,
    headers: { Accept: "application/json", ...headers },
    signal: AbortSignal.timeout(20_000),
  };
  if (body) {
    sent.headers["Content-Type"] = "application/json";
    sent.body = JSON.stringify(body);
  }
  const response = await fetch(`/api/v1.0${path}`, sent).catch(() => {
    throw new Refused({ errmsg: texts("offline") });
  });
  return readAnswer(await response.json().catch(() => ({ errno: -1, errmsg: texts("broken") })));
}

const TRIES = 5;

// As `api`, but where the backend is busy, waits for as long as the answer says and sends the request again.
// Throws any other refusal at once. Calls `progress` every second with the seconds left.
export async function apiInTurn(verb, path, body, progress) {
  for (let sent = 1; ; sent++) {
    try {
      return await api(verb, path, body);
    } catch (refused) {
      if (!refused.retryAfter || sent === TRIES) throw refused;
      for (let seconds = refused.retryAfter; seconds >= 0; seconds--) {
        progress(seconds);
        if (seconds) await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }
}

// Sends a request whose answer nobody awaits, also while the browser leaves the page.
export function send(verb, path, body) {
  fetch(`/api/v1.0${path}`, {
    method: verb,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    keepalive: true,
  }).catch(() => {});
}

// A page of this site as a document. Throws a refusal where it does not arrive.
export async function fetchPage(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) }).catch(() => {
    throw new Refused({ errmsg: texts("offline") });
  });
  if (!answer.ok) throw new Refused({ errmsg: texts("broken") });
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// Sends one file. Calls `progress` with the share sent so far, from 0 to 1.
export function upload(path, name, file, progress) {
  const form = new FormData();
  form.append(name, file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1.0${path}`);
    request.responseType = "json";
    request.timeout = 60_000;
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = request.ontimeout = () => reject(new Refused({ errmsg: texts("offline") }));
    request.onload = () => {
      try {
        resolve(readAnswer(request.response ?? { errno: -1, errmsg: texts("broken") }));
      } catch (refused) {
        reject(refused);
      }
    };
    request.send(form);
  });
}

function readAnswer(answer) {
  if (answer.errno === NOT_SIGNED_IN) {
    location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    return new Promise(() => {}); // the browser is leaving this page
  }
  if (answer.errno) throw new Refused(answer);
  return answer.data;
}
