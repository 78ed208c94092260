// Judges what search engines read, from standard input: `ratings` JSON-LD by Google's rules for ratings, reviews and
// pictures, prints what breaks them; `sitemap` and `index` XML, prints the addresses, fails where it is wrong.
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import Validator from "@adobe/structured-data-validator";
import { ErrorLevel, XMLToSitemapIndexStream, XMLToSitemapItemStream } from "sitemap";

async function ratings(json) {
  const data = JSON.parse(json);
  const issues = await new Validator().validate({ jsonld: { [data["@type"]]: [data] } });
  const placeOf = (path) => path.map(({ property, type }) => property ?? type).join(".");
  return issues.map(({ severity, issueMessage, path }) => `${severity} ${placeOf(path)}: ${issueMessage}`);
}

async function addresses(xml, Parser) {
  const entries = [];
  const keep = async (parsed) => {
    for await (const { url, links } of parsed) entries.push([url, ...(links ?? []).map((link) => link.url)]);
  };
  await pipeline(Readable.from([xml]), new Parser({ level: ErrorLevel.THROW, logger: false }), keep);
  return entries;
}

const judges = {
  ratings,
  index: (xml) => addresses(xml, XMLToSitemapIndexStream),
  sitemap: (xml) => addresses(xml, XMLToSitemapItemStream),
};
console.log(JSON.stringify(await judges[process.argv[2]](await text(process.stdin))));
