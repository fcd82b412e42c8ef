import type { Language } from '../../domain/source.ts';
import type { Market } from '../../domain/subscription.ts';
import { joinWithin } from './fit.ts';
import { goodsInProse } from './goods.ts';
import { phrases } from './languages.ts';
import type { Batch } from './phrases.ts';
import { placeOfMarket, placesText } from './places.ts';
import { firmsIn, markOf, type Summarisable, type SummaryOptions, subject, tell } from './told.ts';

const ROOM = 350;
/** More places than these stand in the official text, a click away. */
const MOST_PLACES = 8;

/** What was decided and what is missing is never left out; of the rest, what fits. */
export function summaryIn(
  view: Summarisable,
  options: SummaryOptions,
  notStated: string[],
  language: Language,
): string {
  const { summary, marks } = phrases[language];
  const { between } = summary;
  const mark = markOf(view);
  const missing = missingIn(view, notStated, language);
  const room = ROOM - missing.length - between.length;
  const firms = firmsIn(view, options, language);
  const told = tell(view, { who: subject(options.authority, language), goods: null, firms }, language);
  const account = {
    ...told,
    to: placesText(view.facts.destinations, language, MOST_PLACES),
    batch: told.batch && { ...told.batch, firms: firmsApart(view, options.market, told.batch.firms) },
  };
  const names = view.facts.goods.length > 0 ? goodsInProse(view.facts.goods, language) : [null];
  const accounts = names.map((goods) => {
    const [decision = '', ...rest] = summary.prose(view.facts.action, { ...account, goods });
    return [(mark ? marks[mark] : '') + decision, ...rest];
  });
  const whole = accounts.find((sentences) => sentences.join(between).length <= room);
  const said = whole?.join(between) ?? joinWithin(accounts.at(-1) ?? [], between, room);
  return [said, ...(missing ? [missing] : [])].join(between);
}

function missingIn(view: Summarisable, notStated: string[], language: Language): string {
  const { summary } = phrases[language];
  if (view.textRead === false) return summary.unread;
  if (notStated.length === 0) return '';
  return summary.notStated(joinWithin(notStated, summary.separator, ROOM / 2));
}

/** "To the US" says already that US firms are among them. */
function firmsApart({ facts }: Summarisable, market: Market, firms: Batch['firms']): Batch['firms'] {
  return firms?.included && facts.destinations.includes(placeOfMarket[market]) ? null : firms;
}
