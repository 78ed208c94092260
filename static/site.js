// On every page: the link to sign in, the language at the foot, and dates that fit together.
const entrance = ["/login", "/register", "/reset"].includes(location.pathname);
document.querySelector("[data-sign-in]")?.addEventListener("click", ({ currentTarget: link }) => {
  link.search = entrance ? location.search : `?next=${encodeURIComponent(location.pathname + location.search)}`;
});

// The choice is kept, and the rest of the address stays; without script the link asks for this page only.
for (const link of document.querySelectorAll("[data-lang]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.cookie = `lang=${link.dataset.lang}; path=/; max-age=31536000; samesite=lax`;
    const here = new URL(location.href);
    here.searchParams.delete("lang");
    here.hash = ""; // to the same address with a fragment, the browser would only scroll
    location.replace(here);
  });
}

for (const start of document.querySelectorAll("input[name=sd]")) {
  const end = start.form.elements.ed;
  const limit = () => {
    if (!start.value) return;
    const next = new Date(`${start.value}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    end.min = next.toISOString().slice(0, 10);
  };
  start.addEventListener("change", () => {
    limit();
    if (end.value && end.value < end.min) end.value = end.min;
  });
  limit();
}

// An address that names a language chooses it for the pages that follow, too.
const named = new URLSearchParams(location.search).get("lang");
if (named === "en" || named === "zh-CN") {
  document.cookie = `lang=${named.replace("-", "_")}; path=/; max-age=31536000; samesite=lax`;
}

// The page that is shown without a connection, kept when this page has what it needs. Browsers allow it over TLS, and
// on this machine.
const keepOffline = () => navigator.serviceWorker?.register("/sw.js").catch(() => {});
if (document.readyState === "complete") keepOffline();
else addEventListener("load", keepOffline);
