import type { PageNode } from './page.ts';

const BLOCKS = new Set(
  `address article blockquote dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table
tbody tr ul body center`.split(/\s+/u),
);
/** Elements without words of the report: captions describe pictures that the reader does not see. */
const WITHOUT_WORDS = new Set(
  'script style noscript template figcaption svg math iframe object button select textarea head title'.split(
    ' ',
  ),
);

/**
 * Gives the text blocks below an element in order: one for each paragraph, heading, list item or table row. White space
 * inside a block is folded as a browser would; a single `<br>` becomes a line break, two open a new block.
 */
export function blocksOf(root: PageNode | null): readonly string[] {
  const blocks: string[] = [];
  let open = '';
  const close = (): void => {
    for (const block of open.split(/\n\s*\n/u)) {
      const words = block.replaceAll(/ *\n */gu, '\n').trim();
      if (words !== '') blocks.push(words);
    }
    open = '';
  };
  // An explicit stack: `close` marks where a block element ends.
  const stack: (PageNode | 'close')[] = root === null ? [] : [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'close') close();
    else if (node.nodeType === TEXT) open = joined(open, node.textContent ?? '');
    else if (node.nodeType === ELEMENT) open = enter(node, open, { stack, close });
  }
  close();
  return blocks;
}

const ELEMENT = 1;
const TEXT = 3;

interface Walk {
  readonly stack: (PageNode | 'close')[];
  readonly close: () => void;
}

function enter(node: PageNode, open: string, { stack, close }: Walk): string {
  const name = node.nodeName.toLowerCase();
  if (WITHOUT_WORDS.has(name)) return open;
  if (name === 'br') return `${open}\n`;
  let words = open;
  if (BLOCKS.has(name)) {
    close();
    words = '';
    stack.push('close');
  } else if (name === 'td' || name === 'th') words = joined(open, ' ');
  for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push(child);
  return words;
}

/** Adds words, folding HTML's white space; a no-break space is a character of the text and stays. */
function joined(open: string, words: string): string {
  const folded = words.replaceAll(/[ \t\n\r\f]+/gu, ' ');
  return open === '' || /[ \n]$/u.test(open) ? open + folded.replace(/^ /u, '') : open + folded;
}
