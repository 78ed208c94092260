// Rules for the pages' scripts in static/.
import js from "@eslint/js";
import globals from "globals";
import { defineConfig } from "eslint/config";

const asMarkup = (property) => ({
  property,
  message: "Text is set as textContent: what people write is never markup.",
});

export default defineConfig([
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["static/*.js"],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.browser },
    rules: {
      eqeqeq: "error",
      "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map(asMarkup)],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["static/docs.js"], // no module: it uses what swagger-ui-bundle.js defines
    languageOptions: { sourceType: "script", globals: { SwaggerUIBundle: "readonly" } },
  },
]);
