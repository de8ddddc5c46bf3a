const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Gives an ISO date for a person: `22 Feb 2022, 02:00 UTC`; a zone other than UTC is named, never converted. */
export function dateInWords(iso: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/u.exec(
    iso,
  );
  const [, year, month, day, time, zone] = date ?? [];
  if (year === undefined || month === undefined || day === undefined) return iso;
  const name = MONTHS[Number(month) - 1] ?? month;
  const clock =
    time === undefined ? '' : `, ${time} ${zone === undefined ? '' : zone === 'Z' ? 'UTC' : `UTC${zone}`}`;
  return `${Number(day)} ${name} ${year}${clock}`.trimEnd();
}

/** Gives a range of inclusive ISO dates: one day, `1–3 Mar 2024`, or both ends in full. */
export function rangeInWords(from: string, to: string | null): string {
  if (to === null || to === from) return dateInWords(from);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return sameMonth
    ? `${Number(from.slice(8, 10))}–${dateInWords(to)}`
    : `${dateInWords(from)} – ${dateInWords(to)}`;
}
