// Writes the types of the API from its OpenAPI document: node generate.mjs openapi.json schema.ts
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import { format } from "prettier";
import ts from "typescript";

const FILE = ts.factory.createTypeReferenceNode("Blob");
const [document, target] = process.argv.slice(2);
const nodes = await openapiTS(JSON.parse(await readFile(document, "utf8")), {
  defaultNonNullable: false, // what has a default may be left out
  transform: (schema) => (schema.format === "binary" ? FILE : undefined),
});
const source = `// Generated from the OpenAPI document of ihome by \`make clients\`; do not edit.\n${astToString(nodes)}`;
await writeFile(target, await format(source, { parser: "typescript", printWidth: 120 }));
