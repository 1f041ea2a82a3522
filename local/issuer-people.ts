/** Somebody whom the identity provider on this machine knows. */
export interface IssuerUser {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  /** Said where one chooses who to be. */
  readonly about: string;
}

/** Who may be chosen: the one whom the local stage lets in to the desk, and one whom it does not know. */
export const ISSUER_USERS: readonly IssuerUser[] = [
  {
    sub: 'kim-1001',
    name: 'Kim Handläggare',
    email: 'kim.handlaggare@example.se',
    about: 'handläggare på SoB-förvaltningen',
  },
  {
    sub: 'alex-1002',
    name: 'Alex Medarbetare',
    email: 'alex.medarbetare@example.se',
    about: 'medarbetare utan roll i Nominera',
  },
];
