/** One article of the Wikinews sample (CC BY 2.5), as its CSV gives it. */
export interface Article {
  readonly title: string;
  readonly text: string;
}

export interface MadeReport {
  readonly id: string;
  /** The article that it was made from: reports of one article are copies of one text. */
  readonly article: number;
  readonly kind: 'original' | 'cut' | 'credited' | 'edited' | 'rewritten' | 'reordered';
  readonly text: string;
}

/** Reads a CSV with quoted cells ("" stands for a quotation mark) into rows of cells. */
export function parseCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const char = csv.charAt(i);
    if (quoted && char === '"' && csv.charAt(i + 1) === '"') cell += csv.charAt(i++);
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === ',' || char === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === '\n') rows.push([]);
    } else cell += char;
  }
  rows.at(-1)?.push(cell);
  return rows.filter((row) => row.length > 1);
}

/**
 * Gives the articles of a Wikinews CSV with 80 to 1,200 words, without the date line that opens each. Longer ones are
 * interviews that put the same questions to several people.
 */
export function articlesOf(csv: string): readonly Article[] {
  return parseCsv(csv)
    .slice(1)
    .map((row) => ({ title: row[2] ?? '', text: withoutDateLine(row[3] ?? '') }))
    .filter(({ title, text }) => {
      const count = text.split(/\s+/).length;
      return count >= 80 && count <= 1200 && !/interviews?\b/i.test(title);
    });
}

function withoutDateLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^\w+day, \w+ \d+, \d{4}$/.test(line))
    .join('\n\n');
}

/** Makes an original and its copies of every article, by the same rule each time: nothing is drawn at random. */
export function makeReports(articles: readonly Article[]): readonly MadeReport[] {
  return articles.flatMap(({ title, text }, article) => {
    const make = (kind: MadeReport['kind'], body: string): MadeReport => ({
      id: `${article}-${kind}`,
      article,
      kind,
      text: `${kind === 'original' ? title : shortened(title)}\n\n${body}\n`,
    });
    return [
      make('original', text),
      make('cut', cut(text)),
      make('credited', `${edited(text, 12)}\n\nSource: Harbour News Agency`),
      make('edited', edited(text, 5)),
      make('rewritten', rewritten(text)),
      make('reordered', reordered(text)),
    ];
  });
}

function shortened(title: string): string {
  return title.split(' ').slice(0, 6).join(' ');
}

function cut(text: string): string {
  const paragraphs = text.split('\n\n');
  return paragraphs.slice(0, Math.max(1, Math.ceil(paragraphs.length / 3))).join('\n\n');
}

/** Puts another word for a common one at every `step`-th place where the table has one. */
function edited(text: string, step: number): string {
  let count = 0;
  return text.replace(/[A-Za-z]+/g, (word) => {
    const other = OTHER_WORDS.get(word);
    if (other !== undefined) return other;
    count++;
    return count % step === 0 && word.length > 6 && /^[a-z]/.test(word) ? `${word.slice(0, 4)}al` : word;
  });
}

/** Puts attributions to the other end of each sentence, changes every verb of the table, and drops asides. */
function rewritten(text: string): string {
  const sentences = text.split('\n\n').map((paragraph) => paragraph.split(/(?<=[.!?])\s+/));
  return sentences.map((paragraph) => paragraph.map((sentence) => turned(sentence)).join(' ')).join('\n\n');
}

function turned(sentence: string): string {
  const said = /^(.{20,}), ((?:[A-Z]\w+ ?){1,4})said\.$/.exec(sentence);
  const bare = said ? `According to ${said[2]?.trim()}, ${lowered(said[1] ?? '')}.` : sentence;
  const parts = bare.replace(/ \([^)]{1,80}\)/g, '').split(', ');
  const swapped =
    parts.length === 2 && (parts[1]?.length ?? 0) > 25
      ? `${parts[1]?.replace(/[.!?]$/, '')}, ${lowered(parts[0] ?? '')}.`
      : parts.join(', ');
  return edited(swapped, 4).replace(
    /\b(the|a|an|that|which) (?=[a-z])/g,
    (_, word: string) => THE.get(word) ?? '',
  );
}

function reordered(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) =>
      paragraph
        .split(/(?<=[.!?])\s+/)
        .reverse()
        .join(' '),
    )
    .join('\n\n');
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const THE = new Map([
  ['the', 'this '],
  ['a', 'one '],
  ['an', 'one '],
  ['that', ''],
  ['which', 'that '],
]);

const OTHER_WORDS = new Map(
  (
    'said stated,told informed,killed slain,died perished,attack assault,attacked assaulted,began started,people persons,' +
    'officials authorities,police officers,government administration,city town,reported announced,following after,about roughly,' +
    'found discovered,several some,however but,also too,during amid,large big,including among,because since,near close,injured hurt,' +
    'many numerous,while as,used employed,help aid,show reveal,shows reveals,called named,according per,country nation,announced declared'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
