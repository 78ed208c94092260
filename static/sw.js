// For all pages: the service worker. It keeps the page that is shown without a connection, and nothing else: no page,
// no answer of the API. It shows notifications. `self.release` stands before this code (handlers/site/site_files.py).
const { name, page, files, icon } = self.release;

// Without cookies, so that what is kept holds nothing of a user. If a file is missing, as it may be while another
// release is deployed, the worker is not installed, and the one before it stays.
async function keep() {
  const cache = await caches.open(name);
  await cache.addAll([page, ...files].map((url) => new Request(url, { credentials: "omit", cache: "no-cache" })));
}

async function drop() {
  for (const other of await caches.keys()) if (other.startsWith("ihome-") && other !== name) await caches.delete(other);
}

async function kept(url) {
  return (await (await caches.open(name)).match(url)) ?? Response.error();
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(drop().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => kept(page)));
  else if (origin === location.origin && files.includes(pathname))
    event.respondWith(fetch(request).catch(() => kept(pathname)));
});

// A message of services/notifications/push_channel.py. Its id is the tag: a second copy replaces the first one.
self.addEventListener("push", (event) => {
  const { id, title, body, url, lang } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, lang, tag: id, icon, data: { url } }));
});

// Only pages of this site are opened. An open tab that shows the page is used again; other tabs stay as they are.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const asked = new URL(event.notification.data.url, location.origin);
  const url = asked.origin === location.origin ? asked.href : location.origin;
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then((tabs) => {
      const tab = tabs.find((each) => each.url === url);
      return tab ? tab.focus() : self.clients.openWindow(url);
    }),
  );
});
