// Rules for the style sheets in static/.
export default {
  extends: "stylelint-config-standard",
  rules: {
    "no-descending-specificity": null, // compares ".menu li" with ".top nav li", which never match the same element
  },
};
