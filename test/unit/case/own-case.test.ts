import { describe, expect, it } from 'vitest';
import { isOwnCase } from '../../../shared/case/own-case.ts';

const declared = (person: string) => ({
  nomination: {},
  answers: [{ questionId: 'q', answers: { interestDeclarations: { hasInterest: true, person } } }],
});
const nominated = (contactFunction: string) => ({ nomination: { contactFunction }, answers: [] });

describe('ROUTINE.md section 7.1: nobody assesses or decides their own case', () => {
  it.each([
    ['who nominated', 'Exempel Person', nominated('Exempel Person, psykolog')],
    ['in other letters', 'EXEMPEL  person', nominated('exempel Person')],
    ['with a title after the name', 'Exempel Person', nominated('Psykolog Exempel Person')],
    ['who declared an interest', 'Exempel Person', declared('Exempel Person, har skrivit programmet')],
    ['with a name in two parts', 'Exempel Ny-Person', declared('Exempel Ny Person')],
  ])('%s', (_who, name, written) => {
    expect(isOwnCase(name, written)).toBe(true);
  });

  it.each([
    ['someone else', 'Annan Person', nominated('Exempel Person')],
    ['a part of another name', 'Exempel Person', nominated('Exempel Personsson')],
    ['a single word, which tells nobody apart', 'Psykolog', nominated('Psykolog')],
    ['nobody named', 'Exempel Person', { nomination: {}, answers: [] }],
    [
      'a body without an interest',
      'Exempel Person',
      {
        nomination: {},
        answers: [{ questionId: 'q', answers: { interestDeclarations: { hasInterest: false } } }],
      },
    ],
    [
      'a declaration that is in the minutes',
      'Exempel Person',
      {
        nomination: {},
        answers: [{ questionId: 'q', answers: { interestDeclarations: { inMinutes: true } } }],
      },
    ],
  ])('but %s may', (_who, name, written) => {
    expect(isOwnCase(name, written)).toBe(false);
  });
});
