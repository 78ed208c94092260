// For pages with a number between − and +: `.stepper-box` around a number input.

for (const box of document.querySelectorAll(".stepper-box")) {
  const input = box.querySelector("input");
  const [less, more] = box.querySelectorAll("button");
  const mark = () => {
    less.disabled = input.min !== "" && Number(input.value) <= Number(input.min);
    more.disabled = input.max !== "" && Number(input.value) >= Number(input.max);
  };
  const step = (change) => {
    input[change]();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  less.addEventListener("click", () => step("stepDown"));
  more.addEventListener("click", () => step("stepUp"));
  input.addEventListener("input", mark);
  mark();
}
