import { styleText } from 'node:util';
import type { Instant } from '../../domain/moment.ts';
import { changeText } from '../../understand/phrases/changes.ts';
import { type Card, joined, type Line, type Span } from './card.ts';
import { cardOf } from './cards.ts';
import type { Colour } from './colours.ts';
import { type BodyOf, type Message, type RenderContext, type Setting, settingOf } from './context.ts';
import { differLines } from './differ.ts';
import { clean } from './escape.ts';
import { safeUrl } from './links.ts';
import { modelSections } from './model.ts';
import { texts } from './texts/index.ts';

export interface TerminalOptions {
  /** Whether the terminal shows colours. */
  colour: boolean;
  /** Whether it shows OSC 8 hyperlinks; otherwise addresses are written out. */
  links: boolean;
}

type Style = Parameters<typeof styleText>[0];

const styleOfColour: Record<Colour, Style> = {
  green: ['green', 'bold'],
  amber: ['yellow', 'bold'],
  red: ['red', 'bold'],
  grey: ['gray', 'bold'],
  blue: ['blue', 'bold'],
};

/** The same message as a person reads it in a terminal; no line break at its end. */
export function renderTerminal(message: Message, context: RenderContext, options: TerminalOptions): string {
  const setting = settingOf(message, context);
  const card = cardOf(message.body, setting);
  const pen = new Pen(options);
  const lines =
    message.body.kind === 'update' ? editLines(message.body, card, setting, pen) : cardLines(card, pen);
  return lines.join('\n');
}

function cardLines(card: Card, pen: Pen): string[] {
  const official = card.buttons.find((button) => 'url' in button);
  return [
    pen.styled(styleOfColour[card.colour], clean(card.badge)),
    ...card.headlines.map((line) => pen.styled('bold', clean(line))),
    ...card.body.map((line) => `  ${pen.line(line)}`),
    ...card.sections.flatMap(({ label, lines }) => [
      `  ${pen.styled('bold', clean(label))}`,
      ...lines.map((line) => `    ${pen.line(line)}`),
    ]),
    ...(card.footer ? [`  ${pen.styled('dim', clean(card.footer))}`] : []),
    ...(official ? [`  ${pen.line([official])}`] : []),
  ];
}

/** Discord shows an edited message whole; a terminal cannot go back, so it says what is new. */
function editLines({ view, by }: BodyOf<'update'>, card: Card, setting: Setting, pen: Pen): string[] {
  const { language, sourceName } = setting;
  const words = texts[language];
  const others = view.links.slice(1).flatMap((link): Line[] => {
    const url = safeUrl(link.url);
    return url ? [[{ label: sourceName(link.sourceId)[language], url }]] : [];
  });
  const corrections = view.corrections.map((correction): Line => {
    const { fact, from, to } = changeText(correction, language);
    return [
      correction.by ? `${words.correctedByUs} · ` : '',
      `${fact}${words.colon}`,
      from === null ? words.notStatedBefore : { struck: from },
      ` → ${to ?? words.notStatedNow}`,
    ];
  });
  const news: Line[] = [
    ...(view.withdrawnAt === null
      ? []
      : [[by === 'us' || view.withdrawnBy ? words.correctedByUs : words.withdrawn]]),
    ...corrections,
    ...differLines(view.disagreements, setting),
    ...(others.length > 0 ? [[`${words.also.toLowerCase()} `, ...joined(others, ', ')]] : []),
    ...modelSections(view, setting).map(({ label }): Line => [label]),
  ];
  return [
    pen.line([{ bold: words.edited }, words.colon, ...joined(news, '; ')]),
    ...card.headlines.map((line) => `  ${clean(line)}`),
    ...modelSections(view, setting).flatMap(({ lines }) => lines.map((line) => `    ${pen.line(line)}`)),
  ];
}

/** Writes spans in the styles that a terminal has. */
class Pen {
  readonly #options: TerminalOptions;

  constructor(options: TerminalOptions) {
    this.#options = options;
  }

  line(line: Line): string {
    return line
      .map((span) => this.#span(span))
      .join('')
      .trimEnd();
  }

  styled(style: Style, text: string): string {
    return this.#options.colour ? styleText(style, text, { validateStream: false }) : text;
  }

  #span(span: Span): string {
    if (typeof span === 'string') return spaced(span);
    if ('bold' in span) return this.styled('bold', spaced(span.bold));
    if ('italic' in span) return this.styled('italic', spaced(span.italic));
    if ('struck' in span)
      return this.#options.colour
        ? this.styled('strikethrough', spaced(span.struck))
        : `(${spaced(span.struck)})`;
    if ('label' in span) return this.#link(spaced(span.label), span.url);
    return timeText(span.at);
  }

  #link(label: string, url: string): string {
    return this.#options.links ? `\u001B]8;;${url}\u001B\\${label}\u001B]8;;\u001B\\` : `${label}: ${url}`;
  }
}

/** `clean` without the loss of the spaces that part it from its neighbours. */
function spaced(text: string): string {
  const [before = ''] = /^ */.exec(text) ?? [];
  const [after = ''] = text.trim() ? (/ *$/.exec(text) ?? []) : [];
  return before + clean(text) + after;
}

/** "2025-06-19 08:20 UTC": a terminal's reader compares logs, so it is never local. */
function timeText(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
