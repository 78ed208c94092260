/** A stay, by clients/typescript: a host publishes a house, and a guest finds, books and pays it. As story.py. */
import { randomUUID } from "node:crypto";
import { openAsBlob, readFileSync } from "node:fs";
import { argv } from "node:process";
import { createIhomeClient, dataOf, Refused, type IhomeClient, type Schemas } from "ihome-client";

interface Person {
  mobile: string;
  name: string;
  id_card: string;
}

interface Settings {
  base_url: string;
  outbox: string;
  picture: string;
  host: Person;
  guest: Person;
  check_in: string;
  check_out: string;
}

const settings = JSON.parse(argv[2] ?? "") as Settings;
const baseUrl = settings.base_url;

/** The last line of an outbox file of development in which that field has that value. */
function lastLine(file: string, field: string, value: string): Record<string, string> {
  const lines = readFileSync(`${settings.outbox}/${file}`, "utf8").trim().split("\n");
  const records = lines.map((line) => JSON.parse(line) as Record<string, string>);
  const found = records.findLast((record) => record[field] === value);
  if (found === undefined) throw new Error(`${file} has no ${value}`);
  return found;
}

/** Register, sign in for tokens, and pass the real-name check. */
async function signUp({ mobile, name, id_card }: Person): Promise<IhomeClient> {
  const visitor = createIhomeClient({ baseUrl });
  const password = "correct-horse-battery";
  const id = randomUUID();
  const drawn = await visitor.GET("/api/v1.0/imagecode/{id}", { params: { path: { id } }, parseAs: "blob" });
  if (drawn.data?.type !== "image/jpeg") throw new Error("no picture");
  const piccode = lastLine("captcha-outbox.jsonl", "id", id)["text"] ?? "";
  dataOf(await visitor.POST("/api/v1.0/smscode", { body: { mobile, piccode_id: id, piccode } }));
  const sms_code = lastLine("sms-outbox.jsonl", "mobile", mobile)["code"] ?? "";
  dataOf(await visitor.POST("/api/v1.0/users", { body: { mobile, sms_code, password } }));

  const tokens = dataOf(await visitor.POST("/api/v1.0/tokens", { body: { mobile, password } }));
  const client = createIhomeClient({ baseUrl, accessToken: () => tokens.access_token });
  dataOf(await client.POST("/api/v1.0/user/auth", { body: { real_name: name, id_card } }));
  return client;
}

/** Publish a house with one picture; returns its id. */
async function publish(host: IhomeClient): Promise<number> {
  const [area] = dataOf(await host.GET("/api/v1.0/areas")).areas;
  if (area === undefined) throw new Error("no area");
  const house: Schemas["HouseForm"] = {
    title: "鼓楼边的小院",
    price: 39900,
    area_id: area.area_id,
    address: "鼓楼东大街 1 号",
    room_count: 2,
    acreage: 60,
    unit: "两室一厅",
    capacity: 4,
    beds: "双人床 2 张",
    deposit: 50000,
    min_days: 1,
    max_days: 0,
    facility: [1, 3],
  };
  const { house_id } = dataOf(await host.POST("/api/v1.0/houses", { body: house }));
  const house_image = await openAsBlob(settings.picture, { type: "image/jpeg" });
  const params = { path: { house_id } };
  dataOf(await host.POST("/api/v1.0/houses/{house_id}/images", { params, body: { house_image } }));
  return house_id;
}

const stay = { start_date: settings.check_in, end_date: settings.check_out, guests: 2 };
const [host, guest] = [await signUp(settings.host), await signUp(settings.guest)];
const house_id = await publish(host);
const path = { house_id };

const visitor = createIhomeClient({ baseUrl });
const query = { q: "鼓楼", sd: settings.check_in, ed: settings.check_out, facilities: [1, 3] };
const { houses } = dataOf(await visitor.GET("/api/v1.0/houses", { params: { query } }));
const { house } = dataOf(await visitor.GET("/api/v1.0/houses/{house_id}", { params: { path } }));
const quote = dataOf(await visitor.GET("/api/v1.0/houses/{house_id}/quote", { params: { path, query: stay } }));

const body = { house_id, ...stay };
const header = { "Idempotency-Key": "one-stay" };
const booked = dataOf(await guest.POST("/api/v1.0/orders", { params: { header }, body }));
const refusal: unknown = await guest
  .POST("/api/v1.0/orders", { body })
  .then(dataOf)
  .catch((error: unknown) => error);
const order = { path: { order_id: booked.order_id } };
const status = "/api/v1.0/orders/{order_id}/status";
dataOf(await host.PUT(status, { params: order, body: { action: "accept" } }));
const begun = dataOf(await guest.PUT(status, { params: order, body: { action: "pay" } }));
if (!("pay_url" in begun)) throw new Error("no page to pay on");
const number = begun.pay_url.split("/").pop() ?? "";
await visitor.POST("/pay/{number}", { params: { path: { number } }, parseAs: "text" });
const paid = dataOf(await guest.GET("/api/v1.0/orders/{order_id}", { params: order })).order;

const seen = {
  found: houses.length === 1 && houses[0]?.house_id === house_id,
  pictures: house.images.length,
  as_quoted: booked.amount === quote.total,
  refused: refusal instanceof Refused ? refusal.errno : refusal,
  status: paid.status,
  address: paid.address,
  nights: (Date.parse(paid.end_date) - Date.parse(paid.start_date)) / 86_400_000,
  events: paid.events.map((event) => event.action),
};
console.log(JSON.stringify(seen));
