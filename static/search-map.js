// The search page: the map beside the list, or on a phone in its place. Both mark the house that the other points at.
import { api, fetchPage } from "./api.js";
import { markHearts } from "./hearts.js";
import { openMap } from "./open-map.js";
import { $, card, texts, yuan } from "./ui.js";

const word = (key) => texts(key, "search-texts");
const place = $(".search-map");
const here = $(".search-here", place);
const state = $(".search-map-state", place);
const preview = $(".search-preview", place);

class SearchMap {
  constructor(list, map) {
    this.list = list;
    this.map = map;
    map.onMove((bounds) => {
      this.moved = bounds;
      here.hidden = false;
    });
    here.addEventListener("click", () => this.searchHere());
    for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (event) => this.point(event.target));
  }

  // Marks the pin of the card under the pointer or with the focus.
  point(target) {
    const shown = target.closest?.(".search-list [data-house]");
    const id = shown ? Number(shown.dataset.house) : null;
    if (id !== this.pointed) this.map.highlight((this.pointed = id));
  }

  async showPins({ fits = true } = {}) {
    const { query } = this.list;
    const { pins } = await api("GET", `/houses/pins?${query}`);
    const { stay } = this.list.results.dataset;
    const shown = pins.map((pin) => ({
      id: pin.house_id,
      lat: pin.lat,
      lng: pin.lng,
      label: `¥${yuan(pin.total ?? pin.price)}`,
      href: `/houses/${pin.house_id}${stay}`,
    }));
    const bounds = query.get("bounds")?.split(",").map(Number);
    if (fits && bounds) this.map.fit({ south: bounds[0], west: bounds[1], north: bounds[2], east: bounds[3] });
    else if (fits && shown.length) this.map.fit(around(shown));
    await this.map.pins(shown, { onHover: (id) => this.markCard(id), onPick: (id, event) => this.pick(id, event) });
  }

  markCard(id) {
    for (const shown of document.querySelectorAll(".search-list .is-marked")) shown.classList.remove("is-marked");
    if (id) cardOf(id)?.classList.add("is-marked");
  }

  async pick(id, event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const listed = cardOf(id);
    const shown = listed ? listed.cloneNode(true) : card((await api("GET", `/houses/${id}`)).house, this.stay);
    preview.replaceChildren(shown, closeButton());
    preview.hidden = false;
    markHearts(preview);
    $("a", shown).focus();
  }

  // Replaces the list by the houses of the area that the map shows. The address follows; the map stays as it is.
  async searchHere() {
    const { query } = this.list;
    const { south, west, north, east } = this.moved;
    query.delete("aid");
    query.set("bounds", [south, west, north, east].map((degrees) => degrees.toFixed(5)).join(","));
    here.setAttribute("aria-busy", "true");
    try {
      const page = await fetchPage(`/search?${query}`);
      this.list.replace(page);
      history.replaceState(null, "", `/search?${query}${location.hash}`);
      document.title = page.title;
      here.hidden = true;
      preview.hidden = true;
      await this.showPins({ fits: false });
      state.textContent = "";
    } catch (refused) {
      state.textContent = refused.message;
    } finally {
      here.removeAttribute("aria-busy");
    }
  }
}

const cardOf = (id) => $(`.search-list [data-house="${id}"]`);

function closeButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "icon-button search-preview-close";
  button.setAttribute("aria-label", word("close"));
  button.textContent = "×";
  button.addEventListener("click", () => {
    preview.hidden = true;
  });
  return button;
}

function around(pins) {
  const [lats, lngs] = [pins.map((pin) => pin.lat), pins.map((pin) => pin.lng)];
  return { south: Math.min(...lats), west: Math.min(...lngs), north: Math.max(...lats), east: Math.max(...lngs) };
}

// On a phone the address ends in #map while the map is shown, so the back button leads to the list.
function switchByAddress() {
  const link = $(".map-switch");
  const show = () => {
    const isMap = location.hash === "#map";
    link.href = isMap ? "#results" : "#map";
    $("span", link).textContent = isMap ? link.dataset.list : link.dataset.map;
  };
  addEventListener("hashchange", show);
  show();
}

export async function startMap(list) {
  switchByAddress();
  try {
    const shown = new SearchMap(list, await openMap($(".map", place)));
    await shown.showPins();
  } catch (failed) {
    state.textContent = failed.errno === undefined ? word("mapFailed") : failed.message;
  }
}
