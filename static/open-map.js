// For pages with a map (templates/parts/map.html): it and Leaflet are loaded when it is first seen.

// Resolves to the map of map.js. `interactive: false` gives a picture that does not move. Throws if something cannot be
// loaded; then the element shows its alternative text.
export async function openMap(frame, options) {
  await seen(frame);
  frame.setAttribute("aria-busy", "true");
  try {
    const { createMap } = await import("./map.js");
    return await createMap(frame, options);
  } catch (failed) {
    frame.classList.add("is-broken");
    throw failed;
  } finally {
    frame.removeAttribute("aria-busy");
  }
}

function seen(place) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: "200px" },
    );
    observer.observe(place);
  });
}
