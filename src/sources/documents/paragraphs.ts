import { oneLine } from '../html.ts';

/** One line of a page of a PDF, in points from the page's left edge. */
export interface PageLine {
  text: string;
  left: number;
  right: number;
  /** Of its characters. */
  size: number;
}

/** A piece of a page as pdf.js gives it. */
export interface PageItem {
  str: string;
  /** The text matrix; its fifth number is where the piece begins. */
  transform: readonly number[];
  width: number;
  height: number;
  /** The last piece of its line. */
  hasEOL: boolean;
}

/** The lines of a page, without the number of the page. */
export function pageLines(items: readonly PageItem[]): PageLine[] {
  const lines: PageLine[] = [];
  let open: PageItem[] = [];
  for (const item of items) {
    if (item.str !== '') open.push(item);
    if (!item.hasEOL) continue;
    lines.push(...lineOf(open));
    open = [];
  }
  lines.push(...lineOf(open));
  return lines.filter(
    ({ text }, index) => !(isPageNumber.test(text) && (index === 0 || index === lines.length - 1)),
  );
}

const isPageNumber = /^[-–—－\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-–—－\s]*$/;

function lineOf(items: readonly PageItem[]): PageLine[] {
  const shown = items.filter(({ str }) => str.trim() !== '');
  const text = oneLine(items.map(({ str }) => str).join(''));
  if (text === '') return [];
  const starts = shown.map(({ transform }) => transform[4] ?? 0);
  return [
    {
      text,
      left: Math.min(...starts),
      right: Math.max(...shown.map(({ width }, index) => (starts[index] ?? 0) + width)),
      size: Math.max(...shown.map(({ height }) => height)),
    },
  ];
}

/**
 * Lines joined into paragraphs, over the ends of pages: a line goes on where the one before it reaches the right
 * edge of its page's text and it is itself not indented. A file says nothing else of where its paragraphs end.
 */
export function paragraphsOf(pages: readonly (readonly PageLine[])[]): string[] {
  const paragraphs: string[] = [];
  let before: { size: number; full: boolean } | null = null;
  for (const page of pages) {
    const [left, right] = [
      Math.min(...page.map((line) => line.left)),
      Math.max(...page.map((line) => line.right)),
    ];
    for (const line of page) {
      const goesOn: boolean =
        before?.full === true && line.left < left + line.size && sameSize(before.size, line.size);
      if (goesOn) paragraphs.push(joinWords(paragraphs.pop() ?? '', line.text));
      else paragraphs.push(line.text);
      before = { size: line.size, full: line.right > right - 2 * line.size };
    }
  }
  return paragraphs;
}

const sameSize = (a: number, b: number) => Math.abs(a - b) < 0.2 * Math.max(a, b);

function joinWords(start: string, end: string): string {
  const western = /[\p{Script=Latin}\d,.;:)]$/u.test(start) && /^[\p{Script=Latin}\d(]/u.test(end);
  return western ? `${start} ${end}` : start + end;
}
