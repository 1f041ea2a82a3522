import { Logger } from '@aws-lambda-powertools/logger';

/**
 * Structured log lines. They hold numbers and ids of cases, steps and rounds, and outcomes; never a task token, a link,
 * an address or anything that a person wrote.
 */
export const log = new Logger({ serviceName: 'nominera' });

/** Of a case, what lines say: its number, and the steps that somebody is asked. */
interface LoggedCase {
  readonly head: { readonly number: string };
  readonly questions: readonly { readonly status: string; readonly round: { readonly step: string } }[];
}

/** The steps that somebody is asked, by the case's number, and those that are worked on. */
const asked = new Map<string, readonly string[]>();
const workedOn = new Set<string>();

const inWords = (parts: Iterable<string>): string | undefined => [...new Set(parts)].join(' ') || undefined;

const append = (): void =>
  log.appendKeys({
    caseNumber: inWords(asked.keys()),
    step: inWords(workedOn) ?? inWords([...asked.values()].flat()),
  });

/**
 * Has the lines that follow name the case that was read, beside those read before it, and the steps that it waits in;
 * gives it back.
 */
export const logged = <T extends LoggedCase>(facts: T | undefined): T | undefined => {
  if (facts === undefined) return undefined;
  const open = facts.questions.filter(({ status }) => status === 'open');
  asked.set(
    facts.head.number,
    open.map(({ round }) => round.step),
  );
  append();
  return facts;
};

/** Has the lines that follow name the step that is worked on, in the place of those that the case waits in. */
export const loggedStep = (step: string): void => {
  workedOn.add(step);
  append();
};

/** Has the lines that follow name no case: a function goes on to the next request or message. */
export const loggedNothing = (): void => {
  asked.clear();
  workedOn.clear();
  log.resetKeys();
};
