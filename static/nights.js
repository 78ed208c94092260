// For the calendars on the page of a house and on its host's: booked nights, and how to show them.

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

  // Whether a stay can neither begin nor end on this day: its night and the night before are booked.
  isUseless(date) {
    return this.isTaken(date) && this.taken.has(moved(text(date), -1));
  }

  // The last check-out day of a stay from `start`; undefined where no later night is booked.
  lastEnd(start) {
    return this.sorted.find((night) => night >= start);
  }

  // The first check-in day of a stay until `end`; undefined where no earlier night is booked.
  firstStart(end) {
    const night = this.sorted.findLast((each) => each < end);
    return night && moved(night, 1);
  }

  // Whether a stay between the two days, in either order, includes a booked night.
  isBetween(one, date) {
    const other = text(date);
    return other > one ? other > (this.lastEnd(one) ?? other) : other < (this.firstStart(one) ?? other);
  }
}

// Gives booked days a title, for screen readers and as a tooltip: cally marks them only visually.
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
