import { type RefObject, useEffect } from 'react';
import type { Span } from '../../../src/document/span.ts';
import type { EventCard } from '../../../src/views/event-card.ts';

/** Lights up, over the marks, the words of the shown event, of its source and of its cue. */
export function useMarking(text: RefObject<HTMLElement | null>, shown: EventCard | null): void {
  useEffect(() => {
    const root = text.current;
    // Browsers without the Highlight API still show every mark and every card.
    if (root === null || shown === null || !('highlights' in CSS)) return;
    const lights: readonly (readonly [string, readonly Span[]])[] = [
      ['shown-words', [shown.wordsSpan]],
      ['shown-source', shown.sourceSpans],
      ['shown-cue', shown.cueSpan ? [shown.cueSpan] : []],
    ];
    for (const [name, spans] of lights) {
      const highlight = new Highlight(...spans.flatMap((span) => rangesOf(root, span)));
      highlight.priority = name === 'shown-words' ? 0 : 1;
      CSS.highlights.set(name, highlight);
    }
    return () => {
      for (const [name] of lights) CSS.highlights.delete(name);
    };
  }, [text, shown]);
}

// Every stretch of text stands in an element of its own that knows where it begins in the report.
function rangesOf(root: HTMLElement, span: Span): readonly Range[] {
  return [...root.querySelectorAll<HTMLElement>('[data-start]')].flatMap((element) => {
    const node = element.firstChild;
    const start = Number(element.dataset['start']);
    if (!(node instanceof Text) || start >= span.end || start + node.length <= span.start) return [];
    const range = new Range();
    range.setStart(node, Math.max(0, span.start - start));
    range.setEnd(node, Math.min(node.length, span.end - start));
    return [range];
  });
}
