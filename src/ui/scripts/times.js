/**
 * Tells moments by the reader's own clock: pages come with UTC, which stays as the title of each. The zone is always
 * said, so that a picture of the page means the same to everybody.
 */

const { lang } = document.documentElement;
const format = new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, {
  year: "numeric",
  // In Arabic the short style names the month by a number alone.
  month: lang === "ar" ? "long" : "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
});

for (const moment of document.querySelectorAll("time.moment")) {
  const at = new Date(moment.getAttribute("datetime") ?? "");
  if (Number.isNaN(at.getTime())) continue;
  moment.setAttribute("title", moment.textContent ?? "");
  moment.textContent = format.format(at);
}
