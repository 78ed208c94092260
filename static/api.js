// The one place that calls the backend. A refusal is thrown, with what is wrong with each field.
import { texts } from "./ui.js";

export class Refused extends Error {
  constructor({ errno = -1, errmsg, data = {} }) {
    super(errmsg);
    this.errno = errno;
    this.fields = data.fields ?? {};
    this.captcha = data.captcha === true;
    this.comeAgain = data.reason === "busy" ? data.retry_after : 0; // in so many seconds
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
  return judge(await response.json().catch(() => ({ errno: -1, errmsg: texts("broken") })));
}

const TRIES = 5;

// As `api`, for a request that may have to wait for its turn: waits for as long as the backend says, and sends it again.
// Any other refusal is thrown at once. `progress` is told the seconds that are left, every second.
export async function apiInTurn(verb, path, body, progress) {
  for (let sent = 1; ; sent++) {
    try {
      return await api(verb, path, body);
    } catch (refused) {
      if (!refused.comeAgain || sent === TRIES) throw refused;
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

function judge(answer) {
  if (answer.errno === NOT_SIGNED_IN) {
    location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    return new Promise(() => {}); // this page is being left
  }
  if (answer.errno) throw new Refused(answer);
  return answer.data;
}
