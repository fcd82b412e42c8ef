import type { Messenger, Outcome, Outgoing, PersonalNotice } from '../../src/domain/delivery.ts';

/** A channel system that remembers what it was told, and answers as it is asked to. */
export interface FakeMessenger extends Messenger {
  /** What has arrived, in order. */
  readonly arrived: Outgoing[];
  /** Answers the next attempts with these instead; `arrives` says whether the message gets through all the same. */
  answer(...outcomes: { outcome: Outcome; arrives?: boolean }[]): void;
  /** What people were told by direct message. */
  readonly notices: (PersonalNotice & { userId: string })[];
  /** Answers the next direct messages with these instead. */
  answerPerson(...outcomes: Outcome[]): void;
  /** Every attempt, arrived or not. */
  readonly attempts: Outgoing[];
}

export function fakeMessenger({ nonceMemory = 120_000 } = {}): FakeMessenger {
  const arrived: Outgoing[] = [];
  const attempts: Outgoing[] = [];
  const notices: FakeMessenger['notices'] = [];
  const personalAnswers: Outcome[] = [];
  const answers: { outcome: Outcome; arrives?: boolean }[] = [];
  return {
    arrived,
    attempts,
    notices,
    nonceMemory,
    answerPerson: (...outcomes) => personalAnswers.push(...outcomes),
    tellPerson(userId, notice) {
      const answer = personalAnswers.shift();
      if (!answer) notices.push({ userId, ...notice });
      return Promise.resolve(answer ?? { outcome: 'sent', messageId: `notice-${notices.length}` });
    },
    answer: (...outcomes) => answers.push(...outcomes),
    deliver(outgoing) {
      attempts.push(outgoing);
      const answer = answers.shift();
      if (answer && !answer.arrives) return Promise.resolve(answer.outcome);
      const known = arrived.find(({ nonce }) => nonce === outgoing.nonce);
      if (!known) arrived.push(outgoing);
      return Promise.resolve(
        answer?.outcome ?? { outcome: 'sent', messageId: `message-${outgoing.deliveryId}` },
      );
    },
    find({ channelId, deliveryId }) {
      const found = arrived.some(
        (message) => message.channelId === channelId && message.deliveryId === deliveryId,
      );
      return Promise.resolve(found ? `message-${deliveryId}` : null);
    },
  };
}
