import { PHASES, type Phase } from '../shared/routine/question.ts';
import { accessPatterns } from './access-patterns.ts';
import { machineDiagram } from './machine-diagram.ts';

const HEAD = `# Architecture

Made by \`npm run docs\`; a test fails when it is not up to date. Why things are as they are is in [decisions](decisions); where they are, in the [README](../README.md#how-it-works).

## The loop

**The record decides, the stream wakes, the machine asks, the queue opens, people answer.**`;

const LOOP = `flowchart LR
  people(["people<br>web, links, desk, API"]) -->|"one conditional write"| record[("record<br>DynamoDB")]
  record -->|"stream: the case's head has a wake mark"| drive["drive"]
  drive -->|"start, resume, stop"| machine["machine of the phase<br>Step Functions"]
  machine -->|"sendMessage.waitForTaskToken"| queue["step queue<br>SQS"]
  queue --> ask["ask"]
  ask -->|"token kept, questions opened"| record
  ask -->|"one mail for each question<br>SES"| people
  sweep["sweep<br>each morning"] -->|"reminders, follow-ups due"| record
  sweep --> people
  mend["mend<br>every 15 minutes"] -->|"wake mark on what is overdue"| record
  feedback["mail-feedback"] -->|"a mail did not arrive"| record`;

const RULES = `1. **Somebody answers.** \`answer\` checks the form and writes the answer, its act in the chain, what follows in the case and a wake mark, in one transaction. It calls nothing else.
2. **The stream wakes \`drive\`**, by heads that have a wake mark and by nothing else. It reads the case and makes the moves that \`shared/case/moves.ts\` names: a phase that is
   wanted is started, a round that is settled gives its outcome to the waiting token.
3. **The machine goes on** to the next state, which sends a message with ids and a new token to the step queue, and waits.
4. **\`ask\` opens** the round's questions unless they are open, keeps the token encrypted, and mails each question once, with a link.

Nothing here must happen once: each part looks at what is there, and does what is missing. So a message that comes twice changes nothing, and one that is lost is found by \`mend\`,
which has \`drive\` start the phase again. Settled rounds then pass at once, and the open question is asked with the same link.`;

const TITLES: Readonly<Record<Phase, string>> = {
  nomination: 'Nomination: a–e',
  production: 'Production: f–j',
  review: 'Yearly follow-up, and inactivation: k',
};

const MACHINES = `## The three machines

Drawn from the definitions that are deployed (\`statemachine\`). A state with a letter sends a message and waits for people; one with a question mark chooses by the outcome. An
outcome that no line takes ends in *Okänt utfall*, a failure that an operator looks at. Between the phases nothing runs.`;

const RECORD = `## The record

One table, on demand, encrypted with our key, with a stream of new images and one sparse index, \`lookAgain\`. No request scans it. Each thing that it is asked, and by which keys:`;

/** docs/architecture.md. */
export const architecturePage = (): string =>
  `${[
    HEAD,
    fenced(LOOP),
    RULES,
    MACHINES,
    ...PHASES.flatMap((phase) => [`### ${TITLES[phase]}`, fenced(machineDiagram(phase))]),
    RECORD,
    ['| Asked | By |', '|---|---|', ...accessPatterns().map(({ what, by }) => `| ${what} | ${by} |`)].join(
      '\n',
    ),
  ].join('\n\n')}\n`;

const fenced = (diagram: string): string => ['```mermaid', diagram, '```'].join('\n');
