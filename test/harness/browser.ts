export { startBrowser as chromium } from '../../local/browser.ts';
