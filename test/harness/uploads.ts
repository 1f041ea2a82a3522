import type { UploadForm } from '../../shared/files/uploads.ts';

/** A file, sent as a browser sends it: the form's fields first, the file last. */

export const send = (
  { url, fields }: UploadForm,
  fileName: string,
  content: Buffer,
  change: (form: FormData) => void = () => undefined,
): Promise<Response> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(content)]), fileName);
  change(form);
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
};

/** The form of a page that sends a file to the bucket. */
export const uploadFormOn = async (
  page: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<UploadForm> => {
  const html = await (await fetch(page, { headers })).text();
  const [, url = '', inside = ''] =
    /<form method="post" action="([^"]+)" enctype="multipart\/form-data">(.*?)<\/form>/su.exec(html) ?? [];
  const fields = [...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)];
  return {
    url: unescaped(url),
    fields: Object.fromEntries(fields.map(([, name = '', value = '']) => [name, unescaped(value)])),
  };
};

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Sends a file with the form of a page, and gives the page that the browser is sent on to. */
export const upload = async (
  page: string,
  fileName: string,
  content: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const sent = await send(await uploadFormOn(page, headers), fileName, content);
  const location = sent.headers.get('location');
  if (sent.status !== 303 || location === null) throw new Error(`Not sent: ${await sent.text()}`);
  return location;
};
