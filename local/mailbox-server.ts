/** Run by startMailbox as a process of its own: `node local/mailbox-server.ts <web port> <smtp port> <folder of mails>`. */
import { subscribe } from 'node:diagnostics_channel';
import { MailDev } from 'maildev';

interface WebServer {
  addHook(
    name: 'onSend',
    hook: (request: unknown, reply: unknown, payload: unknown) => Promise<unknown>,
  ): void;
}

/**
 * MailDev shows a mail in a frame that may open no window, so a link would open in that frame, where pages that refuse
 * to be framed, as ours do, stay blank. This lets links open a tab of their own, as they do in any mail program.
 */
const linksOpenTabs = `<script>
  const base = '<base target="_blank">';
  new MutationObserver(() => {
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.srcdoc.startsWith(base)) continue;
      frame.sandbox.add('allow-popups', 'allow-popups-to-escape-sandbox');
      frame.srcdoc = base + frame.srcdoc;
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['srcdoc'] });
</script>`;

subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: WebServer };
  fastify.addHook('onSend', async (_request, _reply, payload) => {
    const isPage = typeof payload === 'string' && payload.startsWith('<!doctype html>');
    return isPage ? payload.replace('</title>', `$&${linksOpenTabs}`) : payload;
  });
});

const [web, smtp, mailDirectory = ''] = process.argv.slice(2);
const loopback = '127.0.0.1';
await new MailDev({
  web: Number(web),
  webIp: loopback,
  smtp: Number(smtp),
  ip: loopback,
  mailDirectory,
  silent: true,
}).start();
