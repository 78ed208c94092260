// Redocly's rules on an OpenAPI document: node lint_openapi.mjs openapi.json. Prints a line for each fault.
import { createConfig, lint } from "@redocly/openapi-core";

const config = await createConfig({
  extends: ["recommended-strict"],
  rules: {
    "operation-4xx-response": "off", // AJAX answers refusals with 200
    "operation-operationId": "error",
    "operation-description": "off", // a summary says all of "Sign out"
    "operation-tag-defined": "error",
    "no-invalid-parameter-examples": "error",
    "no-invalid-schema-examples": "error",
    "operation-singular-tag": "error",
    "no-unused-components": "error",
    "no-required-schema-properties-undefined": "error",
    "no-schema-type-mismatch": "error",
    "parameter-description": "error",
    "tag-description": "error",
  },
});
const problems = await lint({ ref: process.argv[2], config });
for (const { ruleId, message, location } of problems) console.log(`${location[0]?.pointer}: ${ruleId}: ${message}`);
process.exitCode = problems.length > 0 ? 1 : 0;
