import type { Page } from 'playwright-core';

/** What a page looks like to who reads it large or on a small screen, measured in the browser (WCAG 1.4.4, 1.4.10). */

/** Letters of two lines may touch by so much: a line's box is higher than what is drawn in it. */
const TOUCHING_PX = 3;

/**
 * What cannot be read on the page as it is laid out now, a line each, empty where all can: what makes it scroll
 * sideways, text that is cut off, and text or controls that lie over each other.
 */
export const layoutFaults = (page: Page): Promise<readonly string[]> => page.evaluate(measured, TOUCHING_PX);

/** Runs in the page: refers to nothing outside of itself. */
function measured(touching: number): string[] {
  interface Box {
    readonly name: string;
    readonly at: Element;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }

  const wide = innerWidth;
  const faults: string[] = [];
  const scrolled = document.documentElement.scrollWidth;
  if (scrolled > wide) faults.push(`scrolls sideways, to ${scrolled}`);

  /** For the eyes of nobody: shown to screen readers, or once it has the focus. */
  const isHidden = (it: Element): boolean => {
    const { width, height } = it.getBoundingClientRect();
    const { overflow, position } = getComputedStyle(it);
    return position === 'absolute' && overflow === 'hidden' && width <= 1 && height <= 1;
  };
  const clips = (it: Element): boolean => getComputedStyle(it).overflowX !== 'visible';
  /** Scrolls on its own, by keyboard too, and says what it is. */
  const mayScroll = (it: Element): boolean =>
    it.matches(
      '[tabindex="0"][role="region"][aria-label], [tabindex="0"][role="region"][aria-labelledby], textarea',
    );

  const frameOf = (at: Element): { clipped?: Element; hidden: boolean } => {
    let clipped: Element | undefined;
    for (let it: Element | null = at; it !== null && it !== document.documentElement; it = it.parentElement) {
      if (isHidden(it)) return { hidden: true };
      if (clipped === undefined && it !== document.body && clips(it)) clipped = it;
    }
    return { hidden: false, ...(clipped && { clipped }) };
  };

  const boxes: Box[] = [];
  const add = (at: Element, name: string, rects: Iterable<DOMRect>): void => {
    const { hidden, clipped } = frameOf(at);
    if (hidden) return;
    const frame = clipped === undefined || mayScroll(clipped) ? undefined : clipped.getBoundingClientRect();
    for (const { left, right, top, bottom, width, height } of rects) {
      if (width === 0 || height === 0) continue;
      const from = Math.max(0, frame?.left ?? 0);
      const to = Math.min(frame?.right ?? wide, clipped && !frame ? Number.POSITIVE_INFINITY : wide);
      if (left < from - 1 || right > to + 1) faults.push(`is cut off: ${name}`);
      if (frame && (top < frame.top - touching || bottom > frame.bottom + touching))
        faults.push(`is cut off: ${name}`);
      boxes.push({ name, at, left, right, top, bottom });
    }
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const at = text.parentElement;
    if (at === null || text.nodeValue?.trim() === '' || !at.checkVisibility({ visibilityProperty: true }))
      continue;
    if (at.closest('style, script, title, option, textarea') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    add(at, `“${text.nodeValue?.trim().slice(0, 40)}”`, range.getClientRects());
  }
  for (const it of document.querySelectorAll('input:not([type=hidden]), select, textarea, img'))
    if (it.checkVisibility({ visibilityProperty: true }))
      add(it, it.getAttribute('name') ?? it.tagName, [it.getBoundingClientRect()]);

  boxes.sort((a, b) => a.top - b.top);
  for (const [nth, box] of boxes.entries()) {
    for (let other = nth + 1; other < boxes.length; other += 1) {
      const below = boxes[other] as Box;
      if (below.top >= box.bottom - touching) break;
      const across = Math.min(box.right, below.right) - Math.max(box.left, below.left);
      const down = Math.min(box.bottom, below.bottom) - below.top;
      if (across > touching && down > touching && box.at !== below.at)
        faults.push(`lies over each other: ${box.name} and ${below.name}`);
    }
  }
  return [...new Set(faults)];
}
