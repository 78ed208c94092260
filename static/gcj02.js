// For pages with a map: GCJ-02, the coordinates of ihome and of most Chinese maps, and WGS-84, those of GPS and of 天地图. Degrees.
// GCJ-02 was never published; this is the formula of https://github.com/googollee/eviltransform, which all known
// conversions use. It shifts a place in China by 100 to 700 metres.
const AXIS = 6_378_245; // of the Krasovsky ellipsoid, metres
const FLATTENING = 0.006693421622965943; // its first eccentricity, squared

export function gcj02([lat, lng]) {
  if (isAbroad(lat, lng)) return [lat, lng];
  const [north, east] = shift(lat, lng);
  return [lat + north, lng + east];
}

// The formula has no inverse: what is left of the error is taken away until it is below 1e-7 degrees, a centimetre.
export function wgs84([lat, lng]) {
  let [north, east] = [lat, lng];
  for (let tries = 0; tries < 10; tries++) {
    const [shownLat, shownLng] = gcj02([north, east]);
    north -= shownLat - lat;
    east -= shownLng - lng;
    if (Math.abs(shownLat - lat) < 1e-7 && Math.abs(shownLng - lng) < 1e-7) break;
  }
  return [north, east];
}

function isAbroad(lat, lng) {
  return lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271;
}

function shift(lat, lng) {
  const [x, y] = [lng - 105, lat - 35];
  const root = Math.sqrt(Math.abs(x));
  const shared = 20 * wave(6, x) + 20 * wave(2, x);
  const north = shared + 20 * wave(1, y) + 40 * wave(1 / 3, y) + 160 * wave(1 / 12, y) + 320 * wave(1 / 30, y);
  const east = shared + 20 * wave(1, x) + 40 * wave(1 / 3, x) + 150 * wave(1 / 12, x) + 300 * wave(1 / 30, x);
  const metresNorth = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + (north * 2) / 3;
  const metresEast = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + (east * 2) / 3;
  return inDegrees(lat, metresNorth, metresEast);
}

function wave(frequency, value) {
  return Math.sin(frequency * value * Math.PI);
}

function inDegrees(lat, metresNorth, metresEast) {
  const radians = (lat / 180) * Math.PI;
  const magic = 1 - FLATTENING * Math.sin(radians) ** 2;
  const meridian = (AXIS * (1 - FLATTENING)) / (magic * Math.sqrt(magic));
  const parallel = (AXIS / Math.sqrt(magic)) * Math.cos(radians);
  return [(metresNorth * 180) / (meridian * Math.PI), (metresEast * 180) / (parallel * Math.PI)];
}
