import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unescaped } from '../xml.ts';

/** A gold event mention of ECB+. */
export interface GoldMention {
  readonly doc: string;
  readonly topic: number;
  readonly sentence: number;
  /** Where its first token stands in the document, counted in tokens. */
  readonly at: number;
  readonly words: string;
  readonly sentenceText: string;
  /** Name of its gold chain, its own where it is alone. */
  readonly chain: string;
}

/** A document of ECB+ with its gold event mentions in the annotated sentences. */
export interface GoldDoc {
  readonly id: string;
  readonly topic: number;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

interface Token {
  readonly id: string;
  readonly sentence: number;
  readonly text: string;
}

/** Reads the documents of some topics; mentions outside the sentences that the release lists as checked are left out. */
export function readEcbPlus(folder: string, topics: readonly number[]): readonly GoldDoc[] {
  const checked = checkedSentences(readFileSync(join(folder, 'ECBplus_coreference_sentences.csv'), 'utf8'));
  return topics.flatMap((topic) => {
    const path = join(folder, 'ECB+', String(topic));
    return readdirSync(path)
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => docOf(readFileSync(join(path, name), 'utf8'), name.replace('.xml', ''), topic, checked));
  });
}

/** Gives "1_10ecbplus 3" for each checked sentence. */
function checkedSentences(csv: string): ReadonlySet<string> {
  const rows = csv.trim().split(/\r?\n/u).slice(1);
  return new Set(
    rows.map((row) => {
      const [topic, file, sentence] = row.split(',');
      return `${topic}_${file} ${sentence}`;
    }),
  );
}

function docOf(xml: string, id: string, topic: number, checked: ReadonlySet<string>): GoldDoc {
  const tokens = [...xml.matchAll(/<token t_id="(\d+)" sentence="(\d+)"[^>]*>([^<]*)<\/token>/gu)].map(
    ([, tokenId = '', sentence = '', text = '']): Token => ({
      id: tokenId,
      sentence: Number(sentence),
      text: unescaped(text),
    }),
  );
  const places = new Map(tokens.map((token, i) => [token.id, i]));
  const sentences = new Map<number, string[]>();
  for (const { sentence, text } of tokens) {
    const words = sentences.get(sentence) ?? [];
    words.push(text);
    sentences.set(sentence, words);
  }
  const chains = chainsIn(xml, id);
  const mentions = [
    ...xml.matchAll(/<(?:NEG_)?ACTION_[A-Z]+ m_id="(\d+)"[^>]*>((?:\s*<token_anchor t_id="\d+"\s*\/>)+)/gu),
  ].flatMap(([, mentionId = '', anchors = '']) => {
    const at = [...anchors.matchAll(/t_id="(\d+)"/gu)].flatMap(
      ([, tokenId = '']) => places.get(tokenId) ?? [],
    );
    const first = tokens[at[0] ?? -1];
    if (first === undefined || !checked.has(`${id} ${first.sentence}`)) return [];
    return [
      {
        doc: id,
        topic,
        sentence: first.sentence,
        at: at[0] ?? 0,
        words: at.map((i) => tokens[i]?.text ?? '').join(' '),
        sentenceText: (sentences.get(first.sentence) ?? []).join(' '),
        chain: chains.get(mentionId) ?? `${id}/${mentionId}`,
      },
    ];
  });
  return { id, topic, text: [...sentences.values()].map((words) => words.join(' ')).join('\n'), mentions };
}

function chainsIn(xml: string, id: string): ReadonlyMap<string, string> {
  const chains = new Map<string, string>();
  for (const [, kind = '', attributes = '', body = ''] of xml.matchAll(
    /<(CROSS_DOC_COREF|INTRA_DOC_COREF) ([^>]*)>([\s\S]*?)<\/\1>/gu,
  )) {
    const name = kind === 'CROSS_DOC_COREF' ? /note="([^"]*)"/u.exec(attributes)?.[1] : undefined;
    const own = /r_id="([^"]*)"/u.exec(attributes)?.[1];
    for (const [, source = ''] of body.matchAll(/<source m_id="(\d+)"/gu))
      chains.set(source, name ?? `${id}#${own}`);
  }
  return chains;
}
