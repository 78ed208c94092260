// The pins of maps on pages: links with a price. Close ones become one button with their number, which zooms in.
/* global L, Supercluster */
const RADIUS = 56; // pixels within which pins become one

export function pinLayer(map, texts) {
  const index = new Supercluster({ radius: RADIUS, maxZoom: 17 });
  const shown = new Map(); // markers by key
  let marked = null;
  let handlers = {};
  let filled = false;

  function show(pins, callbacks) {
    handlers = callbacks;
    for (const marker of shown.values()) marker.remove();
    shown.clear();
    index.load(pins.map((pin) => feature(pin)));
    filled = pins.length > 0;
    render();
  }

  function render() {
    const found = filled ? index.getClusters(box(map), Math.floor(map.getZoom())) : [];
    const wanted = new Map(
      found.map((each) => [each.properties.cluster ? `group ${each.id}` : each.properties.id, each]),
    );
    for (const [key, marker] of shown) {
      if (wanted.has(key)) continue;
      marker.remove();
      shown.delete(key);
    }
    for (const [key, each] of wanted) if (!shown.has(key)) shown.set(key, place(each));
    mark();
  }

  function place({ geometry, properties, id }) {
    const html = properties.cluster ? group(id, properties.point_count, geometry) : pin(properties);
    html.ids = properties.cluster ? index.getLeaves(id, Infinity).map((leaf) => leaf.properties.id) : [properties.id];
    const icon = L.divIcon({ html, className: "map-place", iconSize: null });
    const [lng, lat] = geometry.coordinates;
    return L.marker([lat, lng], { icon, interactive: false, keyboard: false }).addTo(map);
  }

  function pin({ id, label, href, title }) {
    const link = document.createElement("a");
    Object.assign(link, { className: "map-pin", href, textContent: label });
    if (title) link.setAttribute("aria-label", `${label} ${title}`);
    link.addEventListener("click", (event) => handlers.onPick?.(id, event));
    for (const [event, value] of [
      ["pointerenter", id],
      ["focus", id],
      ["pointerleave", null],
      ["blur", null],
    ]) {
      link.addEventListener(event, () => handlers.onHover?.(value));
    }
    return link;
  }

  function group(id, count, geometry) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "map-pin map-group", textContent: count });
    button.setAttribute("aria-label", texts.group.replace("{n}", count));
    const [lng, lat] = geometry.coordinates;
    button.addEventListener("click", () => map.setView([lat, lng], index.getClusterExpansionZoom(id)));
    return button;
  }

  function mark() {
    for (const marker of shown.values()) {
      const element = marker.getElement();
      const isMarked = marked !== null && element.firstElementChild.ids.includes(marked);
      element.classList.toggle("is-marked", isMarked);
      marker.setZIndexOffset(isMarked ? 1000 : 0);
    }
  }

  map.on("moveend", render);
  return {
    show,
    highlight(id) {
      marked = id;
      mark();
    },
  };
}

function feature({ at: [lat, lng], ...properties }) {
  return { type: "Feature", geometry: { type: "Point", coordinates: [lng, lat] }, properties };
}

// What is shown, and a quarter more on each side.
function box(map) {
  const bounds = map.getBounds().pad(0.25);
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}
