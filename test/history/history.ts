import type { QuestionFact } from '../../shared/case/facts.ts';
import { usersOn } from '../../shared/case/programme.ts';
import type { Nomination } from '../../shared/case/submit.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { sample } from '../builders/samples.ts';
import { Chance } from '../courses/chance.ts';
import { COUNCILS, Life, OTHER_CASE } from './life.ts';

/** Years of cases, each of which goes its own way by chance. */

const HOUR = 3_600_000;

export interface HistoryOf {
  readonly cases: number;
  readonly seed: number;
  /** Nominations come in from the beginning of this year, for so many days. */
  readonly from: number;
  readonly days: number;
  /** What happens after this is left out. */
  readonly until: Date;
}

/** Lives that were lived until a day. */
export const history = async ({ cases, seed, from, days, until }: HistoryOf): Promise<readonly Life[]> => {
  const lives: Life[] = [];
  for (let n = 1; n <= cases; n += 1) {
    const chance = new Chance(seed * 100_000 + n);
    const at = new Date(Date.UTC(from, 0, 1) + chance.below(days * 24) * HOUR);
    const number = `N-${from}-${String(n).padStart(4, '0')}`;
    const life = new Life(nominationBy(chance), number, at);
    await lived(life, chance, until);
    lives.push(life);
  }
  return lives;
};

const nominationBy = (chance: Chance): Nomination => {
  const { nomination } = sample(chance.of([1, 2, 3]));
  const known = { today: '2021-12-31', facts: {}, registers: {} };
  const checked = checkAnswers(nominationForm, { ...nomination, anchoredWithHeadOn: '2021-12-01' }, known);
  if (!checked.ok) throw new Error(`The nomination is refused: ${JSON.stringify(checked.problems)}`);
  return checked.answers;
};

/** Thrown where a life has come to the end of the history. */
class Enough extends Error {}

const lived = async (life: Life, chance: Chance, until: Date): Promise<void> => {
  const path = new Path(life, chance, until);
  try {
    if (await path.assessed()) await path.produced();
    if (life.facts.programme !== undefined) await path.used();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
};

/** What becomes of one case. */
class Path {
  readonly #life: Life;
  readonly #chance: Chance;
  readonly #until: Date;

  constructor(life: Life, chance: Chance, until: Date) {
    this.#life = life;
    this.#chance = chance;
    this.#until = until;
  }

  #pass(most: number): void {
    this.#life.wait(this.#chance.below(most), this.#chance.below(24));
    if (this.#life.now > this.#until) throw new Enough();
  }

  /** From nomination to decision; whether the case goes on to production. */
  async assessed(): Promise<boolean> {
    if (this.#chance.oneIn(20)) {
      this.#pass(30);
      await this.#life.act('withdraw', 'nominator', { withdrawReason: 'Behovet finns inte längre.' });
      return false;
    }
    if (!(await this.#screened())) return false;
    await this.#positions();
    await this.#ppr();
    return this.#decided();
  }

  async #screened(): Promise<boolean> {
    this.#pass(20);
    const { nominationType } = this.#life.facts.head;
    const isPurchase = nominationType === 'purchaseExisting';
    const outcome = isPurchase
      ? 'forwardToCouncils'
      : this.#chance.of([...FORWARD, 'notForSob', 'mergeWithOther']);
    await this.#screen(outcome);
    if (outcome === 'forwardToCouncils') return true;
    if (outcome === 'mergeWithOther' || !this.#chance.oneIn(3)) return false;
    this.#pass(40);
    await this.#reopen('screening');
    this.#pass(10);
    await this.#screen('forwardToCouncils');
    return true;
  }

  async #screen(screeningOutcome: string): Promise<void> {
    const councils = this.#chance.some(COUNCILS, 1).slice(0, 2);
    await this.#life.answer('screening', {
      screeningOutcome,
      councils,
      leadCouncil: councils[0],
      mergedInto: OTHER_CASE,
      programmeKind: this.#chance.of(['treatment', 'support']),
    });
  }

  async #reopen(reopenStep: string, fields = {}): Promise<void> {
    await this.#life.act('reopen', 'sobOffice', { reopenStep, reopenReason: 'Nytt underlag.', ...fields });
  }

  async #positions(): Promise<void> {
    for (let asked = this.#life.open('position'); asked !== undefined; asked = this.#life.open('position')) {
      this.#pass(12);
      if (this.#chance.oneIn(4)) await this.#supplement(asked);
      this.#pass(40);
      const received = this.#chance.below(10);
      const sinceAsked = Math.floor((this.#life.now.getTime() - Date.parse(asked.openedAt)) / (24 * HOUR));
      await this.#life.answer(
        'position',
        {
          receivedByCouncilOn: this.#life.ago(Math.max(0, sinceAsked - received)),
          decidedOn: this.#life.today,
          position: this.#chance.of(['supportCreate', 'supportPurchase', 'notSupported']),
          manageableWithinUnits: this.#chance.oneIn(6) ? 'false' : 'true',
        },
        this.#life.open('position'),
      );
      const refers = this.#life.facts.questions.find(({ told }) => told?.outcome === 'referToPpr');
      if (refers === undefined || !this.#chance.oneIn(4)) continue;
      this.#pass(3);
      await this.#life.act(
        'withdrawReferral',
        'sobOffice',
        { withdrawalReason: 'Verksamheten klarar det själv.' },
        refers,
      );
    }
  }

  async #supplement(asked: QuestionFact): Promise<void> {
    const fields = { supplementNeeded: 'Hur många patienter gäller det?' };
    await this.#life.act('requestSupplement', 'link', fields, asked);
    this.#pass(25);
    await this.#life.answer('supplement');
  }

  async #ppr(): Promise<void> {
    for (
      let asked = this.#life.open('pprPosition');
      asked !== undefined;
      asked = this.#life.open('pprPosition')
    ) {
      this.#pass(60);
      const pprPosition = this.#chance.of(['supported', 'supportedWithConditions', 'deferred']);
      await this.#life.answer('pprPosition', { pprPosition, reviewOn: '2099-01-15' });
    }
  }

  async #decided(): Promise<boolean> {
    for (let times = 0; this.#life.open('decision') !== undefined; times += 1) {
      this.#pass(25);
      const decision = this.#chance.of([...DECISIONS, times < 2 ? 'defer' : 'decline']);
      await this.#life.answer('decision', {
        decision,
        procurementRoute: 'procurement',
        accessRoute: this.#chance.of(['alreadyAvailable', 'agreement']),
        reviewOn: '2099-01-15',
      });
      if (decision !== 'decline' || !this.#chance.oneIn(5)) continue;
      this.#pass(90);
      if (this.#chance.oneIn(2)) await this.#reopen('decision');
      else {
        await this.#reopen('position', { councils: this.#life.facts.head.councils });
        await this.#positions();
        await this.#ppr();
      }
    }
    return this.#life.facts.head.phase === 'production';
  }

  /** From the project to the first publication. */
  async produced(): Promise<void> {
    this.#pass(60);
    if (this.#chance.oneIn(12)) {
      await this.#life.answer('projectAssignment', { projectOutcome: 'notFeasible' });
      this.#pass(20);
      await this.#life.answer('decision', { decision: 'decline' });
      return;
    }
    await this.#assigned();
    if (this.#life.open('introduction') === undefined) await this.#made();
    await this.#introduced();
  }

  async #assigned(): Promise<void> {
    await this.#life.answer('projectAssignment');
    for (
      let asked = this.#life.open('assignmentApproval');
      asked;
      asked = this.#life.open('assignmentApproval')
    ) {
      this.#pass(10);
      await this.#life.answer('assignmentApproval');
    }
  }

  /** g, h and i in any order, now and then with a test that fails. */
  async #made(): Promise<void> {
    const steps = ['productionChecklist', 'contentReview', 'test'] as const;
    for (let turns = 0; this.#life.open('introduction') === undefined; turns += 1) {
      if (turns > 20) throw new Error(`${this.#life.facts.head.number} is never produced`);
      const open = steps.filter((step) => this.#life.open(step) !== undefined);
      const [first, ...others] = open;
      if (first === undefined) throw new Error(`${this.#life.facts.head.number} waits for nobody`);
      const step = this.#chance.of([first, ...others]);
      this.#pass(50);
      const fails = step === 'test' && turns < 4 && this.#chance.oneIn(4);
      await this.#life.answer(step, fails ? FAILED : {});
    }
  }

  async #introduced(): Promise<void> {
    this.#pass(40);
    const units = this.#chance.below(4);
    const lines = Array.from({ length: units }, (_, index) =>
      this.#unit(`units[${index}].`, `Enhet ${index + 1}`),
    );
    await this.#life.answer('introduction', {
      ...NO_UNIT,
      ...Object.assign({}, ...lines),
      publishedOn: this.#life.ago(this.#chance.below(15)),
    });
  }

  #unit(prefix: string, unit: string): Readonly<Record<string, string>> {
    const startedOn = this.#life.ago(this.#chance.below(10));
    return Object.fromEntries(
      Object.entries({
        unit,
        contactEmail: 'enheten@example.se',
        unitConnectedToSob: 'true',
        riskAnalysisOn: startedOn,
        ...(!this.#chance.oneIn(5) && { startedOn }),
      }).map(([name, value]) => [`${prefix}${name}`, value]),
    );
  }

  /** The years in use: units come and go, the council looks at it, and at last it may be inactivated. */
  async used(): Promise<void> {
    for (let turns = 0; this.#life.facts.programme?.inactivatedOn === undefined; turns += 1) {
      this.#pass(180);
      if (this.#life.review() && !this.#chance.oneIn(4)) await this.#followedUp();
      else if (!this.#life.facts.head.phaseWanted) await this.#somethingHappens(turns);
    }
    this.#pass(60);
    await this.#life.answer('unpublishing');
  }

  async #followedUp(): Promise<void> {
    this.#pass(60);
    const conclusion = this.#chance.of(['keep', 'keep', 'keep', 'revise', 'proposeInactivation']);
    await this.#life.answer('followUp', { conclusion });
    if (conclusion === 'proposeInactivation') await this.#inactivated();
    if (conclusion !== 'revise') return;
    this.#pass(30);
    await this.#made();
    await this.#introduced();
  }

  async #inactivated(): Promise<void> {
    this.#pass(60);
    const position = this.#chance.of(['inactivate', 'inactivate', 'keep']);
    await this.#life.answer('inactivationPosition', { position });
    if (position === 'keep') return;
    this.#pass(30);
    await this.#life.answer('inactivation', {
      lastStartOn: this.#life.ago(20),
      inactivatedOn: this.#life.ago(this.#chance.below(10)),
      unpublishOn: this.#life.today,
    });
  }

  async #somethingHappens(turns: number): Promise<void> {
    const { programme } = this.#life.facts;
    if (programme === undefined) return;
    const [user] = usersOn(programme, this.#life.today);
    switch (this.#chance.of(HAPPENS)) {
      case 'addUnit':
        return this.#life.act('addUnit', 'sobOffice', this.#unit('', `Enhet nr ${turns}`));
      case 'endUse':
        if (user === undefined) return undefined;
        return this.#life.act('endUse', 'sobOffice', {
          user: user.id,
          endedOn: this.#life.today,
          endReason: 'Enheten är nedlagd.',
        });
      case 'correct':
        if (programme.version > 1) return undefined;
        return this.#life.act('correctProgramme', 'sobOffice', {
          publicName: programme.name,
          programmeKind: this.#chance.of(['treatment', 'support']),
          publishedOn: this.#chance.of([programme.publishedOn, this.#life.ago(200)]),
          medicalDevice: programme.medicalDevice,
          responsibleCouncil: programme.council,
          programmeOwner: programme.owner,
          operationalResponsibility: programme.operationalResponsibility,
          correctionReason: 'Uppgiften var fel.',
        });
      case 'propose':
        await this.#life.act('proposeInactivation', 'sobOffice', {
          ground: 'needChanged',
          proposalReason: 'Behovet är litet.',
        });
        return this.#inactivated();
    }
  }
}

const HAPPENS = [
  ...(['addUnit', 'addUnit', 'addUnit', 'addUnit', 'endUse', 'endUse', 'correct'] as const),
  ...(['nothing', 'nothing', 'nothing', 'propose'] as const),
] as const;
const FORWARD = ['forwardToCouncils', 'forwardToCouncils', 'forwardToCouncils', 'forwardToCouncils'] as const;
const DECISIONS = [
  ...(['create', 'create', 'purchase', 'useExisting', 'collaborate'] as const),
  ...(['decline', 'decline', 'decline', 'decline'] as const),
] as const;

const FAILED = {
  'functional.outcome': 'failed',
  'functional.issues[0].text': 'Sidan går inte att ladda.',
  'functional.issues[0].severity': 'mustFix',
} as const;

/** The builder's own unit is left out. */
const NO_UNIT = Object.fromEntries(
  ['unit', 'contactEmail', 'unitConnectedToSob', 'riskAnalysisOn', 'startedOn'].map((name) => [
    `units[0].${name}`,
    '',
  ]),
);
