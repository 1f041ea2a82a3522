import type { Rule } from './rule.ts';

/** The routine’s own yearly follow-up. */
export const followUpRules: readonly Rule[] = [
  {
    id: 'R-u1',
    phrase:
      'Årlig uppföljning av antalet framtagna internetbaserade stöd- eller behandlingsprogram i SoB i VGR.',
    strength: 'must',
    meaning:
      'Each year the programmes are counted that VGR has produced and published for the first time, by kind. The other counts are additions.',
  },
  {
    id: 'R-u2',
    phrase:
      'Innehållsansvarig: Representanter från Kunskapsstöd för psykisk hälsa inom Regionhälsan, koncernstab strategisk hälso- och sjukvårdsutveckling, enhet Invånare och patient inom koncernstab digitalisering, VGR-akademin och ePsykiatrienheten på Sahlgrenska Universitetssjukhuset.',
    strength: 'must',
    meaning: 'The figures of a year go to those who are responsible for the content of the routine.',
  },
];
