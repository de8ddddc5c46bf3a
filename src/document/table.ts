/** One line of a table in data/, by column name. A cell that is not filled is an empty string. */
export type Row = Readonly<Record<string, string>>;

/**
 * Gives the rows of a table in data/: lines that open with `#` tell origin, licence and date, the first other
 * line names the columns, cells are separated by tabs. Missing cells at a line's end are empty.
 */
export function parseTable(text: string): readonly Row[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const columns = (lines[0] ?? '').split('\t');
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column.trim(), (cells[i] ?? '').trim()]));
  });
}
