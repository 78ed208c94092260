// Nights of a house that cannot be booked, and how a calendar shows them.

const text = (date) => date.toISOString().slice(0, 10);
const moved = (day, days) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return text(date);
};

export class Nights {
  constructor(taken) {
    this.taken = new Set(taken);
    this.sorted = [...taken].sort();
  }

  isTaken(date) {
    return this.taken.has(text(date));
  }

  // A guest arrives where the night is free, and leaves where the night before is.
  isUseless(date) {
    return this.isTaken(date) && this.taken.has(moved(text(date), -1));
  }

  // The last day on which a guest can leave who arrives on `start`; none where nothing is taken behind it.
  lastEnd(start) {
    return this.sorted.find((night) => night >= start);
  }

  // The first day on which a guest can arrive who leaves on `end`; none where nothing is taken before it.
  firstStart(end) {
    const night = this.sorted.findLast((each) => each < end);
    return night && moved(night, 1);
  }

  // Whether a stay between the two days, in either order, takes a night that is taken.
  isBetween(one, date) {
    const other = text(date);
    return other > one ? other > (this.lastEnd(one) ?? other) : other < (this.firstStart(one) ?? other);
  }
}

// Tells screen readers, and others by a tooltip, which days are taken: cally only marks them for the eye.
export async function announceTaken(calendar, label) {
  const month = calendar.querySelector("calendar-month");
  await month.updated;
  const announce = () => {
    for (const day of month.shadowRoot.querySelectorAll("button[part~=day]"))
      day.title = day.part.contains("taken") ? label : "";
  };
  new MutationObserver(announce).observe(month.shadowRoot, {
    subtree: true,
    childList: true,
    attributeFilter: ["part"],
  });
  announce();
}
