// Rules for the pages as the server sends them; tests/api/site/test_html.py runs them.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "form-dup-name": ["error", { shared: ["checkbox", "radio"] }], // one name for the boxes of a list
    "no-implicit-button-type": "off", // a button without a type sends its form, as HTML says
    "no-implicit-input-type": "off", // an input without a type takes text, as HTML says
  },
};
