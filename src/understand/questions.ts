/** What telling questions from answers needs of a sentence. */
interface Spoken {
  folded: string;
  question: boolean;
}

/** "问：" at the start of a paragraph: all is the reporter's until "答：", however many sentences. */
const formallyAsks = /^(?:\d+[.、])?(?:问 ?:|Q ?:|Question ?:|[^。,:]{0,12}记者 ?:)/i;
const formallyAnswers = /^(?:答 ?:|A ?:|Answer ?:|[^。,:?]{0,12}(?:发言人|答) ?:)/i;

const asks =
  /记者[^。,]{0,30}(?:问|提问)|有记者(?:说|称)|^(?:Asked|When asked|A (?:reporter|journalist) asked|Reporters? asked)\b/i;
const answers =
  /^[\u4e00-\u9fff]{2,4}(?:表示|答|回应|指出|强调|说|:)|(?:发言人|商务部)[^。]{0,20}(?:表示|答|称|回应|指出|强调|说)|\b(?:replied|answered|responded|said|recommended)\b/;
/** "Asked whether …, he said": the sentence holds its own answer, and the next is the ministry's. */
const asksAndEnds = /^(?:Asked|When asked)\b/;
const goesOnAsking = /请问|请.{0,4}(?:介绍|评论)|\?$|我们注意到/;

/** Marks the sentences that are a reporter's: what they hold, the ministry has not said. */
export function markQuestions(sentences: Spoken[]): void {
  const lastAnswer = sentences.findLastIndex(({ folded }) => formallyAnswers.test(folded));
  let asking: 'formally' | 'freely' | null = null;
  for (const [at, each] of sentences.entries()) {
    const { folded } = each;
    if (formallyAsks.test(folded)) asking = at < lastAnswer ? 'formally' : 'freely';
    else if (asking === 'formally') asking = formallyAnswers.test(folded) ? null : asking;
    else if (asks.test(folded)) asking = asksAndEnds.test(folded) ? null : 'freely';
    else if (asking && (formallyAnswers.test(folded) || answers.test(folded) || !goesOnAsking.test(folded)))
      asking = null;
    each.question = asking !== null || asks.test(folded) || /\?["')]*$/.test(folded);
  }
}
