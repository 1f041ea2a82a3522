/**
 * What a mail is about, sent with it as SES message tags and given back by SES when the mail bounces: a mail of a case,
 * by both ids, a morning's mail to a mailbox, or the link to a nomination that is being written. So nothing has to be stored to find the case of a bounce.
 */
export type MailTags =
  | { readonly case: string; readonly mail: string }
  | { readonly morning: string }
  | { readonly draft: string };

/** SES takes only ASCII letters, digits, `_` and `-` in a tag's value, so values are sent in base64url. */
export const sesTags = (tags: MailTags): { Name: string; Value: string }[] =>
  Object.entries(tags).map(([Name, value]) => ({ Name, Value: Buffer.from(value).toString('base64url') }));

/** The tags of a mail as SES gives them back, each as a list; `undefined` for a mail that had none of ours. */
export const tagsFromSes = (
  given: Readonly<Record<string, readonly string[] | undefined>>,
): MailTags | undefined => {
  const value = (name: string): string | undefined => {
    const [text] = given[name] ?? [];
    return text === undefined ? undefined : Buffer.from(text, 'base64url').toString();
  };
  const [caseId, mail] = [value('case'), value('mail')];
  if (caseId !== undefined && mail !== undefined) return { case: caseId, mail };
  const [morning, draft] = [value('morning'), value('draft')];
  if (morning !== undefined) return { morning };
  return draft === undefined ? undefined : { draft };
};
