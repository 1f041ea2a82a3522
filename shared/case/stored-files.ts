import { type CaseDocument, isRemovedFile } from './attachments.ts';
import type { StoredText } from './stored-texts.ts';

/** The files of a case that are still there, by their names, as they can be chosen to be removed: each as who added it did. */
export const storedFiles = (documents: readonly CaseDocument[]): readonly StoredText[] =>
  documents
    .filter(({ file }) => !isRemovedFile(file))
    .map(({ file: { id, addedBy, fileName }, title }) => {
      const document = `file/${addedBy}/${id}`;
      return {
        id: `${document}:fileName`,
        document,
        path: ['fileName'],
        where: ATTACHED,
        label: { sv: title, en: title },
        text: fileName,
        file: id,
      };
    });

const ATTACHED = { sv: 'Bifogade filer', en: 'Attached files' };

/** The contents that go with what is removed, each once, by their SHA-256. */
export const contentsIn = (texts: readonly StoredText[]): readonly string[] => [
  ...new Set(texts.flatMap(({ file }) => file ?? [])),
];
