import { waitForMail } from '../../local/mailbox.ts';
import type { System } from '../../local/system.ts';
import type { Baseline } from './deploy.ts';
import { BASELINE_STEPS, type INTERVALS } from './names.ts';

export type BaselineStep = (typeof BASELINE_STEPS)[number];

export interface Started {
  readonly caseId: string;
  readonly executionArn: string;
}

/** Sends a nomination to the baseline. @throws when it was not taken */
export const start = async (
  { baseUrl, machines }: Baseline,
  nomination: unknown,
  interval: keyof typeof INTERVALS = 'daily',
): Promise<Started> => {
  const response = await fetch(
    `${baseUrl}/nominations?${new URLSearchParams({ machine: machines[interval] })}`,
    {
      method: 'POST',
      body: JSON.stringify(nomination),
    },
  );
  if (response.status !== 201) throw new Error(`The baseline took no nomination: ${response.status}`);
  return (await response.json()) as Started;
};

/** Where the mail of a step goes. */
export const mailboxOf = (step: BaselineStep): string => `${step}@baseline.example.se`;

const LINK = /https?:\/\/\S+/g;

/** Long enough for thirty reminders on the machine whose days are seconds. */
const WITHIN_MS = 120_000;

/** The links in the nth mail that asks a step of a case, approval first; waits until the mail has come. */
export const linksFor = async (
  { mailboxUrl }: System,
  caseId: string,
  step: BaselineStep,
  nth = 1,
): Promise<readonly string[]> => {
  const found = new Set<string>();
  const { text } = await waitForMail(
    mailboxUrl,
    ({ id, subject }) => subject === `${caseId} ${step}` && found.add(id).size >= nth,
    { timeoutMs: WITHIN_MS },
  );
  return text.match(LINK) ?? [];
};

/** Opens a link, as a person or anything else does, and tells whether that was the answer. */
export const isTaken = async (link: string | undefined): Promise<boolean> => (await fetch(String(link))).ok;

/** The same where it must be. @throws when it was not taken */
export const open = async (link: string | undefined): Promise<void> => {
  if (!(await isTaken(link))) throw new Error('The baseline took no answer.');
};

/** The step after another; none after the last. */
export const after = (step: BaselineStep): BaselineStep | undefined =>
  BASELINE_STEPS[BASELINE_STEPS.indexOf(step) + 1];
