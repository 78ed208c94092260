// For the pages of a house and of an order: a bill as a table. Amounts are in fen.
import { plural, texts, yuan } from "./ui.js";

const name = (key) => texts(key, "bill-texts");

export function bill(table, items, total, deposit) {
  const rows = items.map(({ item, amount, price, count }) =>
    row(
      name(item),
      `${amount < 0 ? "−" : ""}¥${yuan(Math.abs(amount))}`,
      count ? `¥${yuan(price)} × ${plural(count, "nights")}` : "",
    ),
  );
  const sum = row(name("total"), `¥${yuan(total)}`);
  sum.className = "total";
  const later = deposit ? [row(name("deposit"), `¥${yuan(deposit)}`)] : [];
  table.replaceChildren(...rows, sum, ...later);
}

function row(label, amount, detail = "") {
  const line = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.textContent = label;
  if (detail) {
    const small = document.createElement("small");
    small.textContent = ` ${detail}`;
    head.append(small);
  }
  const cell = document.createElement("td");
  cell.textContent = amount;
  line.append(head, cell);
  return line;
}
