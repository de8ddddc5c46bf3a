import type { Doc } from '../document/doc.ts';
import type { SourceRef } from '../document/event-layers.ts';
import type { Span } from '../document/span.ts';

type Needs =
  | 'sentences'
  | 'tokens'
  | 'tags'
  | 'dependencies'
  | 'names'
  | 'predicates'
  | 'actors'
  | 'chains'
  | 'places'
  | 'times'
  | 'attributions';

/** The layers of a report as the machine interface prints them. */
export type LayersOut = ReturnType<typeof layersOut>;

/** Gives the layers as the machine interface prints them, so that each stage can be measured by itself. */
export function layersOut({ layers }: Doc<Needs>) {
  return {
    sentences: layers.sentences.map(({ start, end }) => ({ start, end })),
    tokens: layers.tokens.map(({ start, end }, index) => {
      const tag = layers.tags[index];
      const { head, relation } = layers.dependencies[index] ?? { head: -1, relation: 'root' };
      return { start, end, upos: tag?.upos ?? 'X', lemma: tag?.lemma ?? '', head, deprel: relation };
    }),
    names: layers.names.map(({ start, end, kind }) => ({ start, end, kind })),
    predicates: layers.predicates.map(({ token, arguments: all }) => ({
      ...spanOf(layers.tokens[token]),
      arguments: all.map((one) => ({ ...spanOf(layers.tokens[one.token]), role: one.role })),
    })),
    actors: layers.actors.map(({ start, end, country, sector, role, entity }) => ({
      start,
      end,
      country,
      sector,
      role,
      entity,
    })),
    places: layers.places.map(({ start, end, lat, lon, country, geonameId, whereKind, precision }) => ({
      start,
      end,
      lat,
      lon,
      country,
      geonameId,
      whereKind,
      precision,
    })),
    times: layers.times.map(({ start, end, type, value }) => ({ start, end, type, value })),
    attributions: layers.attributions.map(({ source, cue, content }) => ({
      source: sourceOut(source),
      cue,
      content,
    })),
  };
}

function spanOf(token: Span | undefined): Span {
  return { start: token?.start ?? 0, end: token?.end ?? 0 };
}

function sourceOut(
  source: SourceRef,
): { readonly start: number; readonly end: number } | 'outlet' | 'unnamed' {
  return source.kind === 'words' ? { start: source.party.start, end: source.party.end } : source.kind;
}
