/**
 * The little of the DOM that reading a page needs. The whole DOM's types would make `window` and `document` look
 * available everywhere in a program that has neither.
 */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly lastChild: PageNode | null;
  readonly previousSibling: PageNode | null;
}

/** An element of a page. */
export interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
  remove(): void;
}

/** A parsed page; nothing in it is ever run or rendered. */
export interface Page {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
