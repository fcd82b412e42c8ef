import { type Speaker, speakerOf } from './speakers.ts';

/** What telling questions from answers needs of a sentence. */
export interface Spoken {
  folded: string;
  /** The first of its paragraph. */
  opens: boolean;
  question: boolean;
  speaker: Speaker | null;
}

const asks =
  /记者[^。,]{0,30}(?:问|提问)|有记者(?:说|称)|^(?:Asked|When asked|A (?:reporter|journalist) asked|Reporters? asked)\b/i;
const answers =
  /^[\u4e00-\u9fff]{2,4}(?:表示|答|回应|指出|强调|说|:)|(?:发言人|商务部)[^。]{0,20}(?:表示|答|称|回应|指出|强调|说)|\b(?:replied|answered|responded|said|recommended)\b/;
/** "Asked whether …, he said": the sentence holds its own answer, and the next is the ministry's. */
const asksAndEnds = /^(?:Asked|When asked)\b/;
/** 有记者追问进展,发言人说已予批准: what follows the question is the ministry's. */
const hasAnswer =
  /(?:问|提问)[^。?]{0,60},[^,。]{0,10}(?:说|表示|答|回应|指出|强调|称)(?!:?$)|\basked\b[^?]{0,200}, [^,]{0,80}\b(?:said|replied|answered|responded)\b(?!:?$)/i;
const goesOnAsking = /请问|请.{0,4}(?:介绍|评论)|\?$|我们注意到/;
const questionMark = /\?["')\]]{0,3}$/;

/** Marks who begins to speak, and the sentences that are a reporter's: what they hold, the ministry has not said. */
export function markQuestions(sentences: Spoken[]): void {
  for (const each of sentences) each.speaker = each.opens ? speakerOf(each.folded) : null;
  const lastAnswer = sentences.findLastIndex(({ speaker }) => speaker === 'answers' || speaker === 'named');
  let asking: 'formally' | 'freely' | null = null;
  for (const [at, each] of sentences.entries()) {
    const { folded, speaker } = each;
    const tellsOfAsking = asks.test(folded);
    // After a label all is the reporter's until the next one, however many sentences.
    if (speaker === 'asks') asking = at < lastAnswer ? 'formally' : 'freely';
    else if (asking === 'formally') asking = speaker ? null : asking;
    else if (tellsOfAsking) asking = asksAndEnds.test(folded) || hasAnswer.test(folded) ? null : 'freely';
    else if (asking && (speaker || answers.test(folded) || !goesOnAsking.test(folded))) asking = null;
    each.question =
      asking !== null || (tellsOfAsking && !hasAnswer.test(folded)) || questionMark.test(folded);
    if (speaker === 'answers' || speaker === 'named') markParagraphBefore(sentences, at);
  }
}

/** A reporter's paragraph without a label: it ends with a question, and a labelled answer follows. */
function markParagraphBefore(sentences: Spoken[], answer: number): void {
  if (!questionMark.test(sentences[answer - 1]?.folded ?? '')) return;
  for (let at = answer - 1; at >= 0; at--) {
    const each = sentences[at];
    if (!each || each.speaker === 'answers' || each.speaker === 'named') return;
    each.question = true;
    if (each.opens) return;
  }
}
