// The one place that calls the backend. A refusal is thrown, with what is wrong with each field.
import { texts } from "./ui.js";

export class Refused extends Error {
  constructor({ errno = -1, errmsg, data = {} }, status = 0) {
    super(errmsg);
    this.errno = errno;
    this.fields = data.fields ?? {};
    this.captcha = data.captcha === true;
    this.comeAgain = status === 503 ? (data.retry_after ?? 0) : 0; // in so many seconds
  }
}

const NOT_SIGNED_IN = 4101;

export async function api(verb, path, body, headers = {}) {
  const sent = { method: verb, headers: { Accept: "application/json", ...headers }, signal: AbortSignal.timeout(20_000) };
  if (body) {
    sent.headers["Content-Type"] = "application/json";
    sent.body = JSON.stringify(body);
  }
  const response = await fetch(`/api/v1.0${path}`, sent).catch(() => {
    throw new Refused({ errmsg: texts("offline") });
  });
  return judge(await response.json().catch(() => ({ errno: -1, errmsg: texts("broken") })), response.status);
}

const TRIES = 5;

// As `api`, where the backend may be busy: then waits for as long as it says and tries again. `progress` is told the
// seconds that are left, every second.
export async function apiInTurn(verb, path, body, progress) {
  for (let left = TRIES; ; left--) {
    try {
      return await api(verb, path, body);
    } catch (refused) {
      if (!refused.comeAgain || !left) throw refused;
      for (let seconds = refused.comeAgain; seconds >= 0; seconds--) {
        progress(seconds);
        if (seconds) await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }
}

// Sends one file; `progress` is told how much of it has left, from 0 to 1.
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
        resolve(judge(request.response ?? { errno: -1, errmsg: texts("broken") }));
      } catch (refused) {
        reject(refused);
      }
    };
    request.send(form);
  });
}

function judge(answer, status) {
  if (answer.errno === NOT_SIGNED_IN) {
    location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    return new Promise(() => {}); // this page is being left
  }
  if (answer.errno) throw new Refused(answer, status);
  return answer.data;
}
