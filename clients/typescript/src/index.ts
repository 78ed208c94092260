/** A typed client of the ihome API: openapi-fetch over the types of the OpenAPI document. */
import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, paths } from "./schema.js";

export type { components, operations, paths } from "./schema.js";
export type Schemas = components["schemas"];
export type IhomeClient = Client<paths>;

export interface Options {
  /** Where ihome is served, without `/api`. */
  baseUrl: string;
  /** The access token to send with each request; without one the client sends requests as a visitor. */
  accessToken?: () => string | undefined;
  /** Replaces the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A client whose methods take the paths of the API: `await ihome.GET("/api/v1.0/houses", …)`. */
export function createIhomeClient({ accessToken, ...options }: Options): IhomeClient {
  const client = createClient<paths>({ ...options, bodySerializer });
  const authorization: Middleware = {
    onRequest({ request }) {
      const token = accessToken?.();
      if (token !== undefined) request.headers.set("Authorization", `Bearer ${token}`);
      return request;
    },
  };
  client.use(authorization);
  return client;
}

/** The API did not carry out a request. `errno` and `data` are described in the OpenAPI document. */
export class Refused extends Error {
  readonly errno: number;
  readonly data: Schemas["Refusal"]["data"];

  constructor({ errno, errmsg, data }: Schemas["Refusal"]) {
    super(errmsg);
    this.name = "Refused";
    this.errno = errno;
    this.data = data;
  }
}

/** The `data` of an answer; throws `Refused` in place of a refusal. */
export function dataOf<Data>(result: { data?: { data: Data }; error?: Schemas["Refusal"] }): Data {
  if (result.data === undefined) throw result.error === undefined ? new Error("no answer") : new Refused(result.error);
  return result.data.data;
}

/** Files go as multipart/form-data, everything else as JSON. */
function bodySerializer(body: unknown): string | FormData {
  const fields = Object.entries(body ?? {});
  if (!fields.some(([, value]) => value instanceof Blob)) return JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value instanceof Blob ? value : String(value));
  return form;
}
