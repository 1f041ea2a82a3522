/**
 * Read from the Swedish verb: «ska», «alltid», «behöver» and the plain present tense are a must; «bör», «om möjligt»,
 * «önskvärd», «ombeds» a should; «kan», «eventuellt» a may.
 */
export type Strength = 'must' | 'should' | 'may';

/** One rule of the routine, or of the project directive; what it means is said in English, for docs/routine.md. */
export interface Rule {
  /** For example `R-b3`, or `P-05` of the directive. */
  readonly id: string;
  /** The exact words of the routine or the project directive; absent where the rule is an addition to them. */
  readonly phrase?: string;
  readonly strength: Strength;
  readonly meaning: string;
}

/** What must be there before an act; the gates are an addition to the routine, drawn from its rules. */
export interface Gate {
  readonly id: string;
  readonly act: string;
  readonly needs: string;
  /** Who may pass without, and how; absent where nobody may. */
  readonly override?: string;
  /** The rules that it stands for. */
  readonly rules: readonly string[];
}

/** Somebody is told or asked something. */
export interface NoticeRule {
  readonly id: string;
  readonly when: string;
  readonly to: string;
  /** The rules that ask for it. Empty: an addition. */
  readonly rules: readonly string[];
  /** The part that is an addition, where it is not the whole. */
  readonly addition?: string;
}
