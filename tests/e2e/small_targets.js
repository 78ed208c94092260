// The targets of this page that a thumb misses: less than 44 px high, or less than 24 px wide. Links within a text are
// left out (WCAG 2.2, 2.5.5 and 2.5.8), and so is what only assistive technology meets.
() => {
  const HEIGHT = 44;
  const WIDTH = 24;
  const KINDS = "a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button], [role=tab]";

  const inText = (target) =>
    getComputedStyle(target).display === "inline" &&
    [...target.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());

  const isMet = (target) => {
    const box = target.getBoundingClientRect();
    const style = getComputedStyle(target);
    if (target.disabled || target.closest(".skip, [inert], [hidden], .leaflet-control-attribution")) return false;
    if (style.visibility === "hidden" || style.pointerEvents === "none") return false;
    return target.checkVisibility({ opacityProperty: false }) && box.width > 2 && box.height > 2;
  };

  // The whole of what takes a press for it: its label, too, and what its ::before and ::after add.
  const reach = (target) => {
    const parts = [target, ...(target.labels ?? [])];
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const width = Math.max(...boxes.map((box) => box.width));
    if (bottom - top >= HEIGHT - 0.5) return [width, bottom - top];
    target.scrollIntoView({ block: "center", behavior: "instant" });
    const box = target.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const takes = (dy) => {
      const hit = document.elementFromPoint(x, y + dy);
      return parts.some((part) => part.contains(hit));
    };
    let [up, down] = [0, 0];
    while (up < HEIGHT && takes(-up - 1)) up += 1;
    while (down < HEIGHT && takes(down + 1)) down += 1;
    return [width, up + down + 1];
  };

  const found = [];
  for (const target of document.querySelectorAll(KINDS)) {
    if (!isMet(target) || inText(target)) continue;
    const [width, height] = reach(target);
    if (width >= WIDTH && height >= HEIGHT - 0.5) continue;
    const name = (target.innerText || target.getAttribute("aria-label") || target.name || "").trim().slice(0, 30);
    const kind = `${target.localName}.${target.className}`.slice(0, 60);
    found.push(`${kind} “${name}” ${Math.round(width)}×${Math.round(height)}`);
  }
  return [...new Set(found)];
};
